import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Brackets } from 'typeorm';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import type { RetentionClass } from '../agencies/codes';
import { RETENTION_CLASSES } from '../agencies/codes';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay, instantAt } from '../platform/thai/dates';
import type { Keeping } from './case-retention';
import { ACCUSES, CaseRetention, accusingIn } from './case-retention';
import { closedBefore } from './retention.rules';

export interface PastCase extends Keeping {
  readonly number: string;
  readonly type: string;
  /** A legal hold stands on it, or on a case that was merged into it. */
  readonly isHeld: boolean;
  /** Its disposal waits for a second person. */
  readonly isProposed: boolean;
}

export interface PastCases {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** Longest closed first. */
  readonly cases: readonly PastCase[];
}

const PAGE_SIZE = 50;

const WHERE: Readonly<Record<RetentionClass, string>> = {
  ended: `f.status = 'ended'`,
  accusation: `f.status IN ('recorded', 'withdrawn') AND ${ACCUSES}`,
  grievance: `f.status IN ('recorded', 'withdrawn') AND NOT ${ACCUSES}`,
};

const HELD = `EXISTS (SELECT 1 FROM legal_hold h JOIN case_file hf ON hf.id = h.case_id
  WHERE h.lifted_at IS NULL AND (hf.id = f.id OR hf.merged_into = f.id))`;
const PROPOSED = `EXISTS (SELECT 1 FROM approval a WHERE a.case_id = f.id AND a.kind = 'disposal' AND a.state = 'asked')`;

const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** Which closed cases are past their time. A merged case is kept with the one it was merged into. */
@Injectable()
export class RetentionList {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly retention: CaseRetention,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @param page from 1; past the end is empty */
  async past(looker: Looker, page: number): Promise<PastCases> {
    const query = this.query(looker);
    const total = await query.getCount();
    const rows = await query
      .select('f.number', 'number')
      .addSelect('f.type', 'type')
      .addSelect('f.status', 'status')
      .addSelect('f.status_since', 'since')
      .addSelect(flag(ACCUSES), 'accuses')
      .addSelect(flag(HELD), 'held')
      .addSelect(flag(PROPOSED), 'proposed')
      .orderBy('f.status_since')
      .addOrderBy('f.id')
      .offset((page - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .getRawMany<Found>();
    await this.audit.record({ actor: actorOf(looker), act: 'records.read', subjectKind: 'records', data: { page } });
    return { page, pageSize: PAGE_SIZE, total, cases: rows.map((row) => this.pastCase(row)) };
  }

  private query(looker: Looker): SelectQueryBuilder<CaseFile> {
    const today = bangkokDay(this.clock.now());
    const query = this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f').where('f.open = :open');
    query.andWhere(
      new Brackets((any) => {
        for (const kind of RETENTION_CLASSES) {
          any.orWhere(`(f.status_since < :${kind} AND ${WHERE[kind]})`);
          const { years } = this.province.retention(kind);
          query.setParameter(kind, instantAt(closedBefore(years, today), '00:00'));
        }
      }),
    );
    query.setParameters({ open: false, ...accusingIn(this.province) });
    return withinReach(query, looker, 'records.keep');
  }

  private pastCase({ number, type, status, since, ...flags }: Found): PastCase {
    const keeping = this.retention.keeping(status, Number(flags.accuses) === 1, since);
    return { number, type, ...keeping, isHeld: Number(flags.held) === 1, isProposed: Number(flags.proposed) === 1 };
  }
}

interface Found {
  readonly number: string;
  readonly type: string;
  readonly status: string;
  readonly since: string;
  readonly accuses: number;
  readonly held: number;
  readonly proposed: number;
}
