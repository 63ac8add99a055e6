import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Brackets } from 'typeorm';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay, instantAt } from '../platform/thai/dates';
import type { RetentionClass } from './retention.rules';
import { RETENTION_CLASSES, closedBefore, keptUntil, retentionClassOf } from './retention.rules';

export interface PastCase {
  readonly number: string;
  readonly type: string;
  readonly class: RetentionClass;
  /** Local days. */
  readonly closedOn: string;
  readonly keptUntil: string;
}

export interface PastCases {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** Longest closed first. */
  readonly cases: readonly PastCase[];
}

const PAGE_SIZE = 50;

/** In doubt it accuses somebody, and is kept longer: what has no type, and what was ever held to be corruption. */
const ACCUSES = `(f.type IN (:...accusing) OR COALESCE(f.corruption_alleged, '') IN ('yes', 'unclear')
  OR EXISTS (SELECT 1 FROM fact_case fc WHERE fc.case_id = f.id AND fc.corruption_ever = :ever))`;

const WHERE: Readonly<Record<RetentionClass, string>> = {
  ended: `f.status = 'ended'`,
  accusation: `f.status IN ('recorded', 'withdrawn') AND ${ACCUSES}`,
  grievance: `f.status IN ('recorded', 'withdrawn') AND NOT ${ACCUSES}`,
};

/** Which closed cases are past their time. A merged case is kept with the one it was merged into. */
@Injectable()
export class RetentionList {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
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
      .addSelect(`CASE WHEN ${ACCUSES} THEN 1 ELSE 0 END`, 'accuses')
      .orderBy('f.status_since')
      .addOrderBy('f.id')
      .offset((page - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .getRawMany<Found>();
    await this.audit.record({ actor: actorOf(looker), act: 'records.read', subjectKind: 'records', data: { page } });
    return { page, pageSize: PAGE_SIZE, total, cases: rows.map(pastCase) };
  }

  private query(looker: Looker): SelectQueryBuilder<CaseFile> {
    const today = bangkokDay(this.clock.now());
    const query = this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f').where('f.open = :open');
    query.andWhere(
      new Brackets((any) => {
        for (const kind of RETENTION_CLASSES) {
          any.orWhere(`(f.status_since < :${kind} AND ${WHERE[kind]})`);
          query.setParameter(kind, instantAt(closedBefore(kind, today), '00:00'));
        }
      }),
    );
    const accusing = this.province.types.filter(({ code, accusation }) => accusation || code === 'unsorted');
    query.setParameters({ open: false, ever: true, accusing: accusing.map(({ code }) => code) });
    return withinReach(query, looker, 'records.keep');
  }
}

interface Found {
  readonly number: string;
  readonly type: string;
  readonly status: string;
  readonly since: string;
  readonly accuses: number;
}

function pastCase({ number, type, status, since, accuses }: Found): PastCase {
  const kind = retentionClassOf({ status, accuses: Number(accuses) === 1 });
  const closedOn = bangkokDay(since);
  return { number, type, class: kind, closedOn, keptUntil: keptUntil(kind, closedOn) };
}
