import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import type { Act } from '../access/matrix';
import { actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { everWithinReach } from '../cases/reach';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import type { Disposal } from './disposal.entity';
import type { DisposedCase } from './disposal.errors';

export interface Certificate extends DisposedCase {
  readonly closedOn: string;
  readonly keptUntil: string;
  readonly proposedBy: string | null;
  readonly proposedAt: string;
  readonly grantedBy: string | null;
  /** Null: files and old bytes are still to be removed. */
  readonly clearedAt: string | null;
}

export interface Certificates {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** Newest first. */
  readonly certificates: readonly Certificate[];
  /** When backups were made that still hold one of the cases of this page. UTC, newest first. */
  readonly backups: readonly string[];
}

const PAGE_SIZE = 50;
const MOST_BACKUPS = 100;

type Row = Omit<Disposal, 'id' | 'province' | 'caseId'> & { readonly number: string };

/** The list of what was destroyed, and what is said in the place of a case that was. The wall is asked as before. */
@Injectable()
export class CertificateList {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  /** @param page from 1; past the end is empty */
  async list(looker: Looker, page: number): Promise<Certificates> {
    const total = await this.query(looker, 'records.keep').getCount();
    const rows = await this.rows(
      this.query(looker, 'records.keep')
        .orderBy('d.disposed_at', 'DESC')
        .addOrderBy('d.id', 'DESC')
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE),
    );
    const names = await this.directory.names(rows.flatMap(({ proposedBy, grantedBy }) => [proposedBy, grantedBy]));
    const data = { page, list: 'disposals' };
    await this.audit.record({ actor: actorOf(looker), act: 'records.read', subjectKind: 'records', data });
    return {
      ...{ page, pageSize: PAGE_SIZE, total },
      certificates: rows.map((row) => certificateOf(row, names)),
      backups: await this.backupsBefore(looker.province, rows[0]?.disposedAt ?? ''),
    };
  }

  /** Null unless it was disposed of and this looker could have seen it. */
  async of(looker: Looker, number: string): Promise<DisposedCase | null> {
    const [row] = await this.rows(this.query(looker, 'case.read').andWhere('f.number = :number', { number }));
    return row ? disposedOf(row) : null;
  }

  private query(looker: Looker, act: Act): SelectQueryBuilder<CaseFile> {
    const query = this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f');
    return everWithinReach(query.innerJoin('Disposal', 'd', 'd.case_id = f.id'), looker, act);
  }

  private rows(query: SelectQueryBuilder<CaseFile>): Promise<Row[]> {
    return query
      .select('f.number', 'number')
      .addSelect('d.retention_class', 'retentionClass')
      .addSelect('d.years', 'years')
      .addSelect('d.basis', 'basis')
      .addSelect('d.closed_on', 'closedOn')
      .addSelect('d.kept_until', 'keptUntil')
      .addSelect('d.proposed_by', 'proposedBy')
      .addSelect('d.proposed_at', 'proposedAt')
      .addSelect('d.granted_by', 'grantedBy')
      .addSelect('d.disposed_at', 'disposedAt')
      .addSelect('d.cleared_at', 'clearedAt')
      .getRawMany<Row>();
  }

  /** The trail alone knows them: a backup is a file that somebody took away. */
  private async backupsBefore(province: string, instant: string): Promise<readonly string[]> {
    const rows = await sql<{ at: string }>(
      this.database.reader,
      `SELECT at FROM audit_row WHERE province = $1 AND act = 'backup.made' AND at <= $2
       ORDER BY no DESC LIMIT ${MOST_BACKUPS}`,
      [province, instant],
    );
    return rows.map(({ at }) => at);
  }
}

const disposedOf = ({ number, disposedAt, retentionClass, years, basis }: Row): DisposedCase => ({
  ...{ number, disposedAt, years, basis },
  class: retentionClass,
});

function certificateOf(row: Row, names: ReadonlyMap<string, string>): Certificate {
  const { closedOn, keptUntil, proposedAt, clearedAt, proposedBy, grantedBy } = row;
  const by = { proposedBy: names.get(proposedBy) ?? null, grantedBy: names.get(grantedBy) ?? null };
  return { ...disposedOf(row), closedOn, keptUntil, proposedAt, clearedAt, ...by };
}
