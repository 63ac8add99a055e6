import type { EntityManager } from 'typeorm';
import { sql } from '../platform/database/sql';
import type { Scope } from './counts';
import type { Period } from './fiscal-year';

/** Stands for offices that are in an old register under a name the directory does not know. */
export const UNLISTED = 'unlisted';

/** Referrals sent in a period. `received` is the sum of all the others. */
export interface AgencyRow {
  readonly agencyCode: string;
  readonly received: number;
  readonly inTime: number;
  readonly late: number;
  /** Answered, but nobody can tell whether in time: an old register without the day. */
  readonly undated: number;
  /** Not answered; still time, or no due date. */
  readonly waiting: number;
  /** Not answered and past the due date. */
  readonly overdue: number;
  /** Called back by the desk. */
  readonly withdrawn: number;
}

const IS_ANSWERED = `state IN ('final', 'not_ours')`;

/** One row an agency, in the order of the codes; `asOf` decides what is overdue. */
export async function agencyRows(
  em: EntityManager,
  { province, agencyCode }: Scope,
  { fiscalYear, to }: Period,
  asOf: string,
): Promise<readonly AgencyRow[]> {
  const own = agencyCode === undefined ? '' : 'AND agency_code = $5';
  const sum = (condition: string, name: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS "${name}"`;
  const open = `state <> 'withdrawn' AND NOT ${IS_ANSWERED}`;
  const text = `SELECT agency_code AS "agencyCode", COUNT(*) AS received,
      ${sum(`${IS_ANSWERED} AND in_time`, 'inTime')},
      ${sum(`${IS_ANSWERED} AND NOT in_time`, 'late')},
      ${sum(`${IS_ANSWERED} AND in_time IS NULL`, 'undated')},
      ${sum(`${open} AND (due_on IS NULL OR due_on >= $4)`, 'waiting')},
      ${sum(`${open} AND due_on < $4`, 'overdue')},
      ${sum(`state = 'withdrawn'`, 'withdrawn')}
    FROM fact_referral WHERE province = $1 AND sent_year = $2 AND sent_on <= $3 ${own} GROUP BY agency_code`;
  const values = [province, fiscalYear, to, asOf, ...(agencyCode === undefined ? [] : [agencyCode])];
  const rows = await sql<Record<string, string | null>>(em, text, values);
  return rows.map(rowOf).sort((one, other) => (one.agencyCode < other.agencyCode ? -1 : 1));
}

function rowOf(row: Readonly<Record<string, string | null>>): AgencyRow {
  const n = (name: string): number => Number(row[name] ?? 0);
  return {
    agencyCode: row.agencyCode ?? UNLISTED,
    received: n('received'),
    inTime: n('inTime'),
    late: n('late'),
    undated: n('undated'),
    waiting: n('waiting'),
    overdue: n('overdue'),
    withdrawn: n('withdrawn'),
  };
}
