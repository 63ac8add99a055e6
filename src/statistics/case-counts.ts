import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { bangkokDay } from '../platform/thai/dates';
import { POLITICAL_OFFICE_HOLDER } from './facts.rules';
import type { Period } from './fiscal-year';

/**
 * Complaints received in a period in which corruption was alleged at some time, by what became of the allegation.
 * `received` is the sum of the others; `counted` is what the indicator counts.
 */
export interface CorruptionCases {
  readonly received: number;
  /** Accepted with corruption alleged. */
  readonly counted: number;
  readonly refused: number;
  readonly merged: number;
  /** A sorter no longer says that corruption is alleged. */
  readonly reclassified: number;
  /** Not sorted yet, or withdrawn before. */
  readonly unsorted: number;
  /** Of `received`: typed in after the period's last day. */
  readonly enteredLate: number;
}

/** `total` counts a complaint once, so agencies may add up to more. */
export interface PerAgency {
  readonly total: number;
  readonly rows: readonly { readonly agencyCode: string | null; readonly n: number }[];
}

export interface Proceedings {
  readonly all: number;
  readonly extended: number;
  readonly counterSuits: number;
}

/** What the indicators count (DOMAIN §7), from facts alone. */
@Injectable()
export class CaseCounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether this desk recorded any complaint received in that year: without it a zero would be a guess. */
  async knows(province: string, fiscalYear: number): Promise<boolean> {
    const text = 'SELECT 1 AS n FROM fact_case WHERE province = $1 AND fiscal_year = $2 LIMIT 1';
    return (await sql(this.database.reader, text, [province, fiscalYear])).length > 0;
  }

  /** Indicator 2.1, and 2.3 with `politicalOnly`: by date of receipt. */
  async corruption(province: string, { fiscalYear, to }: Period, politicalOnly = false): Promise<CorruptionCases> {
    const political = politicalOnly ? `AND accused_kind = '${POLITICAL_OFFICE_HOLDER}'` : '';
    const text = `SELECT ${FATE} AS fate, CASE WHEN entered_on > $3 THEN 1 ELSE 0 END AS late, COUNT(*) AS n
      FROM fact_case WHERE province = $1 AND fiscal_year = $2 AND received_on <= $3 AND corruption_ever ${political}
      GROUP BY 1, 2`;
    type Row = { fate: Fate; late: number; n: string };
    const rows = await sql<Row>(this.database.reader, text, [province, fiscalYear, to]);
    const sum = (wanted: (row: Row) => boolean): number => rows.filter(wanted).reduce((n, row) => n + Number(row.n), 0);
    const fate = (name: Fate): number => sum((row) => row.fate === name);
    return {
      received: sum(() => true),
      counted: fate('counted'),
      refused: fate('refused'),
      merged: fate('merged'),
      reclassified: fate('reclassified'),
      unsorted: fate('unsorted'),
      enteredLate: sum((row) => Number(row.late) === 1),
    };
  }

  /** Indicator 2.2-c: complaints about officials, merged ones once, by date of receipt. */
  async aboutOfficials(province: string, { fiscalYear, to }: Period): Promise<PerAgency> {
    const text = `SELECT agency_code AS "agencyCode", COUNT(*) AS n FROM fact_case
      WHERE province = $1 AND fiscal_year = $2 AND received_on <= $3 AND about_officials AND status <> 'merged'
      GROUP BY agency_code`;
    type Row = { agencyCode: string | null; n: string };
    const found = await sql<Row>(this.database.reader, text, [province, fiscalYear, to]);
    const rows = byAgency(found.map(({ agencyCode, n }) => ({ agencyCode, n: Number(n) })));
    return { total: rows.reduce((sum, { n }) => sum + n, 0), rows };
  }

  /**
   * Indicators 2.2.1 and 2.2.2: by date of finding, once per complaint however many accused and however often; a ruling
   * for both counts in each; an overturned one in none.
   */
  async rulings(province: string, { fiscalYear, to }: Period, kind: 'discipline' | 'corruption'): Promise<PerAgency> {
    const stands = (ruling: string): string =>
      `${ruling}.kind IN ($4, 'both') AND (${ruling}.overturned_on IS NULL OR ${ruling}.overturned_on > $5)`;
    const text = `SELECT DISTINCT r.case_id AS "caseId", r.agency_code AS "agencyCode" FROM fact_ruling r
      WHERE r.province = $1 AND r.fiscal_year = $2 AND r.ruled_on <= $3 AND ${stands('r')} AND NOT EXISTS (
        SELECT 1 FROM fact_ruling before
        WHERE before.case_id = r.case_id AND before.fiscal_year < r.fiscal_year AND ${stands('before')})`;
    type Row = { caseId: string; agencyCode: string | null };
    const today = bangkokDay(this.clock.now());
    const found = await sql<Row>(this.database.reader, text, [province, fiscalYear, to, kind, today]);
    const codes = [...new Set(found.map(({ agencyCode }) => agencyCode))];
    const rows = codes.map((code) => ({ agencyCode: code, n: found.filter((row) => row.agencyCode === code).length }));
    return { total: new Set(found.map(({ caseId }) => caseId)).size, rows: byAgency(rows) };
  }

  /**
   * Indicators 3.1 and 3.2: proceedings one of whose legal limits fell due (before any extension) or ended in the period,
   * each once; extended when the body extended one of those limits.
   */
  async proceedings(province: string, { fiscalYear, to }: Period): Promise<Proceedings> {
    const any = (condition: string): string => `MAX(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
    const text = `SELECT COUNT(*) AS "all", SUM(extended) AS extended, SUM(suit) AS suits FROM (
        SELECT ${any('l.extended')} AS extended, ${any('p.counter_suit')} AS suit
        FROM fact_limit l JOIN fact_proceeding p ON p.proceeding_id = l.proceeding_id
        WHERE (l.province = $1 AND l.due_year = $2 AND l.due_on <= $3)
          OR (l.province = $1 AND l.ended_year = $2 AND l.ended_on <= $3)
        GROUP BY l.proceeding_id) proceedings`;
    type Row = { all: string; extended: string | null; suits: string | null };
    const [row] = await sql<Row>(this.database.reader, text, [province, fiscalYear, to]);
    return {
      all: Number(row?.all ?? 0),
      extended: Number(row?.extended ?? 0),
      counterSuits: Number(row?.suits ?? 0),
    };
  }

  /**
   * Indicator 3-a: `of` complaints that were answered in the period, or completed in it without an answer, `inTime` had
   * their complete answer in time. Imported ones had no clock of ours and are left out.
   */
  async answers(
    province: string,
    { fiscalYear, to }: Period,
  ): Promise<{ readonly of: number; readonly inTime: number }> {
    const text = `SELECT COUNT(*) AS "of", SUM(CASE WHEN in_time THEN 1 ELSE 0 END) AS "inTime" FROM (
        SELECT answered_in_time AS in_time FROM fact_case
        WHERE province = $1 AND answered_year = $2 AND answered_on <= $3 AND NOT imported
      UNION ALL
        SELECT c.answered_in_time AS in_time FROM fact_case c JOIN (SELECT DISTINCT case_id FROM fact_span
          WHERE province = $1 AND completed_year = $2 AND completed_on <= $3) done ON done.case_id = c.case_id
        WHERE c.answered_year IS NULL AND NOT c.imported) answer`;
    type Row = { of: string; inTime: string | null };
    const [row] = await sql<Row>(this.database.reader, text, [province, fiscalYear, to]);
    return { of: Number(row?.of ?? 0), inTime: Number(row?.inTime ?? 0) };
  }
}

/** Databases do not agree where null stands: unstated agencies come last. */
const byAgency = (rows: PerAgency['rows']): PerAgency['rows'] =>
  [...rows].sort((one, other) => ((one.agencyCode ?? '~') < (other.agencyCode ?? '~') ? -1 : 1));

type Fate = 'counted' | 'refused' | 'merged' | 'reclassified' | 'unsorted';

const FATE = `CASE
  WHEN status = 'merged' THEN 'merged'
  WHEN COALESCE(corruption_alleged, CASE WHEN type = 'corruption' THEN 'yes' ELSE 'no' END) <> 'yes' THEN 'reclassified'
  WHEN accepted THEN 'counted'
  WHEN NOT accepted THEN 'refused'
  ELSE 'unsorted' END`;
