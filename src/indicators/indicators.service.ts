import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { IndicatorProfile } from '../agencies/profile.figures';
import { Clock } from '../platform/clock';
import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { bangkokDay } from '../platform/thai/dates';
import type { Period } from '../statistics/fiscal-year';
import { periodOf, samePartOf } from '../statistics/fiscal-year';
import { judgeFall, judgeShare, percentOf, whyChanged } from './indicators.rules';
import type { Judgement } from './indicators.rules';
import type { AgencyFigure, IndicatorResult } from './indicators.shapes';
import { PROXY_LABEL } from './indicators.shapes';
import type { Count, FallingCode, ShareCode } from './measuring';
import { Measuring, channelsOpen, isFalling, isShare } from './measuring';
import type { TypedFigureView } from './typed-figures';
import { TypedFigures } from './typed-figures';

interface Asked {
  readonly period: Period;
  readonly bases: readonly TypedFigureView[];
  readonly officials: readonly TypedFigureView[];
}

type Measured = Omit<Partial<IndicatorResult>, keyof Judgement> & Judgement & { readonly value: number | null };

/** Goal 2 and 3 (DOMAIN §7): what was counted, against what, and whose target that is. */
@Injectable()
export class Indicators {
  constructor(
    private readonly province: Province,
    private readonly measuring: Measuring,
    private readonly typed: TypedFigures,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return bangkokDay(this.clock.now());
  }

  /** All indicators of the profile, in its order, for a fiscal year (BE). */
  async table(fiscalYear: number, asOf = this.today): Promise<readonly IndicatorResult[]> {
    const asked: Asked = {
      period: periodOf(fiscalYear, asOf),
      bases: await this.typed.current('base', this.province.code),
      officials: await this.typed.current('official', this.province.code),
    };
    const results: IndicatorResult[] = [];
    for (const profile of this.province.profile.indicators) results.push(await this.one(profile, asked));
    return results;
  }

  private async one(profile: IndicatorProfile, asked: Asked): Promise<IndicatorResult> {
    const { code, goal, target } = profile;
    const { fiscalYear, to } = asked.period;
    return {
      ...{ code, goal, target, fiscalYear, asOf: to },
      title: say(profile.titleTh, profile.titleEn),
      unit: unitOf(profile),
      owner: profile.ownerTh && profile.ownerEn ? say(profile.ownerTh, profile.ownerEn) : null,
      source: profile.source,
      official: asked.officials.find((figure) => figure.code === code && figure.year === fiscalYear) ?? null,
      label: isFalling(code) || code === '3.1' || code === '3.2' ? PROXY_LABEL : null,
      definitionVersion: profile.definitionVersion,
      ...{ baseYear: null, base: null, baseTyped: null, whyChanged: null },
      ...(await this.measure(profile, asked)),
    };
  }

  private measure(profile: IndicatorProfile, asked: Asked): Measured | Promise<Measured> {
    const { code } = profile;
    if (isFalling(code)) return this.fall(code, profile, asked);
    if (isShare(code)) return this.share(code, profile, asked.period);
    return this.channels(profile);
  }

  private async fall(code: FallingCode, profile: IndicatorProfile, { period, bases }: Asked): Promise<Measured> {
    const now = await this.measuring.count(code, this.province.code, period);
    const typed = baseFor(code, profile, bases, period.fiscalYear);
    const { whole, same } = await this.recorded(code, typed.year, period);
    const base = typed.figure?.value ?? whole?.value ?? null;
    const sameMonthsBase = same?.value ?? null;
    const target = profile.target?.kind === 'reduction' ? profile.target.value : null;
    const judged = judgeFall({ target, base, current: now.value, running: period.running, sameMonthsBase });
    const compared = period.running ? sameMonthsBase : base;
    const before = period.running ? same : whole;
    return {
      ...judged,
      warnings: [...judged.warnings, ...(typed.figure || base === null ? [] : (['base_from_desk'] as const))],
      value: now.value,
      ...{ base, baseYear: typed.year, baseTyped: typed.figure },
      whyChanged:
        compared !== null && before?.cases && now.cases ? whyChanged(compared, before.cases, now.cases) : null,
      ...(now.perAgency ? { perAgency: this.inDirectoryOrder(now.perAgency) } : {}),
    };
  }

  /** What the desk itself recorded of the base year: the whole of it, and up to the same day of the year. */
  private async recorded(
    code: FallingCode,
    year: number | null,
    period: Period,
  ): Promise<{ readonly whole: Count | null; readonly same: Count | null }> {
    const province = this.province.code;
    if (year === null || !(await this.measuring.knows(province, year))) return { whole: null, same: null };
    return {
      whole: await this.measuring.count(code, province, samePartOf(year, { ...period, running: false })),
      same: await this.measuring.count(code, province, samePartOf(year, period)),
    };
  }

  private async share(code: ShareCode, { target }: IndicatorProfile, period: Period): Promise<Measured> {
    const [numerator, denominator] = await this.measuring.share(code, this.province.code, period);
    const bound = target?.kind === 'at_most' || target?.kind === 'at_least' ? { ...target, kind: target.kind } : null;
    const percent = percentOf(numerator, denominator);
    return {
      ...judgeShare({ target: bound, numerator, denominator, running: period.running }),
      value: code === '3-a' && denominator > 0 ? numerator : percent,
      ...{ numerator, denominator },
    };
  }

  private channels({ target }: IndicatorProfile): Measured {
    const rows = channelsOpen(this.province);
    const all = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
    const isKept = rows.every(({ verdict }) => verdict === 'reached');
    return {
      value: rows.length === 0 ? null : all(({ value }) => value),
      allowed: rows.length === 0 ? null : all(({ promised }) => promised),
      ...{ change: null, changeCount: null },
      verdict: target === null || rows.length === 0 ? 'no_target' : isKept ? 'reached' : 'not_reached',
      warnings: ['as_of_today'],
      perAgency: rows,
    };
  }

  private inDirectoryOrder(rows: NonNullable<Count['perAgency']>): readonly AgencyFigure[] {
    const codes = this.province.agencies.map(({ code }) => code);
    const place = (code: string | null): number =>
      code === null || !codes.includes(code) ? codes.length : codes.indexOf(code);
    const sorted = [...rows].sort((one, other) => place(one.agencyCode) - place(other.agencyCode));
    return sorted.map(({ agencyCode, n }) => ({ agencyCode, value: n }));
  }
}

/** The profile's base year; where it prints none, the latest year before this one that somebody typed a base for. */
function baseFor(
  code: string,
  { baseYear }: IndicatorProfile,
  bases: readonly TypedFigureView[],
  fiscalYear: number,
): { readonly year: number | null; readonly figure: TypedFigureView | null } {
  const earlier = bases.filter((base) => base.code === code && base.year < fiscalYear);
  const figure = (baseYear === null ? earlier.at(-1) : earlier.find(({ year }) => year === baseYear)) ?? null;
  const printed = baseYear !== null && baseYear < fiscalYear ? baseYear : null;
  return { year: figure?.year ?? printed, figure };
}

function unitOf({ code, unitTh }: IndicatorProfile): Say {
  if (code === '3-b') return say(unitTh, 'channels');
  return say(unitTh, code === '3.1' || code === '3.2' ? 'percent' : 'complaints');
}
