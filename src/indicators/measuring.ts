import { Injectable } from '@nestjs/common';
import type { Province } from '../agencies/agencies';
import type { IndicatorCode } from '../agencies/codes';
import { CaseCounts } from '../statistics/case-counts';
import type { CorruptionCases, PerAgency } from '../statistics/case-counts';
import type { Period } from '../statistics/fiscal-year';
import type { AgencyFigure } from './indicators.shapes';

export const FALLING = ['2.1', '2.2.1', '2.2.2', '2.2-c', '2.3'] as const;
export type FallingCode = (typeof FALLING)[number];
export const SHARES = ['3.1', '3.2', '3-a'] as const;
export type ShareCode = (typeof SHARES)[number];

/** Counts that fall against a base; only these have one. */
export const isFalling = (code: IndicatorCode): code is FallingCode => FALLING.some((one) => one === code);
export const isShare = (code: IndicatorCode): code is ShareCode => SHARES.some((one) => one === code);

export interface Count {
  readonly value: number;
  readonly perAgency?: PerAgency['rows'];
  readonly cases?: CorruptionCases;
}

/** What each indicator counts (DOMAIN §7), definition version 1. */
@Injectable()
export class Measuring {
  constructor(private readonly counts: CaseCounts) {}

  knows(province: string, fiscalYear: number): Promise<boolean> {
    return this.counts.knows(province, fiscalYear);
  }

  async count(code: FallingCode, province: string, period: Period): Promise<Count> {
    if (code === '2.1' || code === '2.3') {
      const cases = await this.counts.corruption(province, period, code === '2.3');
      return { value: cases.counted, cases };
    }
    if (code === '2.2-c') return perAgency(await this.counts.aboutOfficials(province, period));
    const kind = code === '2.2.1' ? 'discipline' : 'corruption';
    return perAgency(await this.counts.rulings(province, period, kind));
  }

  async share(code: ShareCode, province: string, period: Period): Promise<readonly [number, number]> {
    if (code === '3-a') {
      const { inTime, of } = await this.counts.answers(province, period);
      return [inTime, of];
    }
    const { all, extended, counterSuits } = await this.counts.proceedings(province, period);
    return [code === '3.1' ? extended : counterSuits, all];
  }
}

const perAgency = ({ total, rows }: PerAgency): Count => ({ value: total, perAgency: rows });

/** 3-b: channels that each agency promised in public, counted as its own list counts them, notice boards included. */
export function channelsOpen(province: Province): readonly (AgencyFigure & { readonly promised: number })[] {
  const open = new Set(province.channels.filter((channel) => channel.open).map(({ code }) => code));
  return province.agencies.flatMap(({ code, promise }) => {
    if (!promise) return [];
    const value = promise.open.filter((channel) => open.has(channel)).length + promise.publicityOnly;
    const verdict = value >= promise.channels ? 'reached' : 'not_reached';
    return [{ agencyCode: code, value, promised: promise.channels, verdict } as const];
  });
}
