import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { Basis, RetentionClass } from '../agencies/codes';
import type { CaseFile } from '../cases/case-file.entity';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay } from '../platform/thai/dates';
import { keptUntil, retentionClassOf } from './retention.rules';

/** How long one closed case is kept, and under which rule of the profile. */
export interface Keeping {
  readonly class: RetentionClass;
  readonly years: number;
  readonly basis: Basis;
  /** Local days. */
  readonly closedOn: string;
  readonly keptUntil: string;
  readonly isPast: boolean;
}

const accusing = (alias: string): string =>
  `(${alias}.type IN (:...accusing) OR COALESCE(${alias}.corruption_alleged, '') IN ('yes', 'unclear')
  OR EXISTS (SELECT 1 FROM fact_case fc WHERE fc.case_id = ${alias}.id AND fc.corruption_ever = :ever))`;

/**
 * Of the case file `f`. In doubt it accuses somebody, and is kept longer: what has no type, what was ever held to be
 * corruption, and what another such report was merged into.
 */
export const ACCUSES = `(${accusing('f')}
  OR EXISTS (SELECT 1 FROM case_file m WHERE m.merged_into = f.id AND ${accusing('m')}))`;

/** What `ACCUSES` is asked with. */
export const accusingIn = ({ types }: Province): { readonly ever: true; readonly accusing: readonly string[] } => ({
  ever: true,
  accusing: types.filter(({ code, accusation }) => accusation || code === 'unsorted').map(({ code }) => code),
});

/** The rule one case falls under. */
@Injectable()
export class CaseRetention {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** Null while it is open, and for a merged case, which is kept with the one it was merged into. */
  async of(file: Pick<CaseFile, 'id' | 'open' | 'status' | 'statusSince'>): Promise<Keeping | null> {
    if (file.open || file.status === 'merged') return null;
    const query = this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f').select('f.id', 'id');
    query.where('f.id = :id', { id: file.id }).andWhere(ACCUSES).setParameters(accusingIn(this.province));
    return this.keeping(file.status, (await query.getRawOne()) !== undefined, file.statusSince);
  }

  /** @param since the instant it was closed */
  keeping(status: string, accuses: boolean, since: string): Keeping {
    const { code, years, basis } = this.province.retention(retentionClassOf({ status, accuses }));
    const closedOn = bangkokDay(since);
    const until = keptUntil(years, closedOn);
    return { class: code, years, basis, closedOn, keptUntil: until, isPast: until < bangkokDay(this.clock.now()) };
  }
}
