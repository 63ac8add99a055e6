import type { EntityManager } from 'typeorm';
import type { SqlValue } from '../platform/database/sql';
import { sql } from '../platform/database/sql';
import { STILL_OPEN } from './fact-span.entity';
import { EARLIEST_YEAR } from './fiscal-year';
import type { Period } from './fiscal-year';

/** Whose complaints are counted: a whole province, those about one agency, those of the ITA page. */
export interface Scope {
  readonly province: string;
  readonly agencyCode?: string;
  readonly itaOnly?: boolean;
}

/** Codes with their counts, in the order of the codes. */
export type ByCode = Readonly<Record<string, number>>;

/** `$1` province, `$2` fiscal year, `$3` last day, `$4` agency where one is asked for. */
interface Part {
  readonly code: string;
  readonly from: 'fact_span' | 'fact_stay' | 'fact_referral';
  readonly where: (years: Years) => string;
  readonly count?: string;
}

/** Years of opening up to and before the one asked for. With them an index finds only the rows that are counted. */
interface Years {
  readonly before: string;
  readonly upTo: string;
}

const OPENED = (): string => 'opened_year = $2 AND opened_on <= $3';
const SENT = (): string => 'sent_year = $2 AND sent_on <= $3';

const PARTS = {
  /** Open when the year began. */
  carriedOver: {
    code: `''`,
    from: 'fact_span',
    where: ({ before }) => `opened_year IN (${before}) AND completed_year >= $2`,
  },
  channel: { code: 'channel', from: 'fact_span', where: OPENED },
  type: { code: 'type', from: 'fact_span', where: OPENED },
  district: { code: 'district', from: 'fact_span', where: OPENED },
  openedIn: { code: 'substr(opened_on, 1, 7)', from: 'fact_span', where: OPENED },
  reopenedIn: { code: 'substr(opened_on, 1, 7)', from: 'fact_span', where: () => `${OPENED()} AND reopened` },
  completedIn: {
    code: 'substr(completed_on, 1, 7)',
    from: 'fact_span',
    where: () => 'completed_year = $2 AND completed_on <= $3',
  },
  typeInMonth: { code: `type || ' ' || substr(opened_on, 1, 7)`, from: 'fact_span', where: OPENED },
  channelByEnd: {
    code: `channel || CASE WHEN completed_on <= $3 THEN ' completed' ELSE ' inProgress' END`,
    from: 'fact_span',
    where: OPENED,
  },
  /** Open at the end of the last day, by the step at which they stood. */
  step: {
    code: 'CAST(step AS varchar(2))',
    from: 'fact_stay',
    where: ({ upTo }) =>
      `from_year IN (${upTo}) AND until_year >= $2 AND from_on <= $3 AND (until_on IS NULL OR until_on > $3)`,
  },
  referrals: { code: `COALESCE(agency_code, 'unlisted')`, from: 'fact_referral', where: SENT },
  /** Complaints that were referred at least once, however many offices got them. */
  casesReferred: { code: `''`, from: 'fact_referral', where: SENT, count: 'COUNT(DISTINCT case_id)' },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof PARTS;

/** Asks for several counts in one statement, so that all of them see the same moment and add up. */
export async function count<Name extends PartName>(
  em: EntityManager,
  scope: Scope,
  { fiscalYear, to }: Period,
  names: readonly Name[],
): Promise<Readonly<Record<Name, ByCode>>> {
  const years = yearsAround(fiscalYear);
  const text = names.map((name) => textOf(name, PARTS[name], scope, years)).join(' UNION ALL ');
  const values: SqlValue[] = [scope.province, fiscalYear, to];
  if (scope.agencyCode !== undefined) values.push(scope.agencyCode);
  const rows = await sql<{ part: string; code: string; n: string }>(em, text, values);
  const byName = names.map((name) => [name, byCode(rows.filter(({ part }) => part === name))] as const);
  return Object.fromEntries(byName) as Record<Name, ByCode>;
}

/** Openings of the year that are still open and late, by channel; null when none of them has a running clock. */
export async function overdueByChannel(
  em: EntityManager,
  { province, agencyCode }: Scope,
  fiscalYear: number,
  now: string,
): Promise<ByCode | null> {
  const own = agencyCode === undefined ? '' : ' AND agency_code = $5';
  const text = `SELECT channel AS code, SUM(CASE WHEN due_at < $4 THEN 1 ELSE 0 END) AS n
    FROM fact_span WHERE province = $1 AND opened_year = $2 AND completed_year = $3 AND due_at IS NOT NULL${own}
    GROUP BY channel`;
  const values = [province, fiscalYear, STILL_OPEN, now, ...(agencyCode === undefined ? [] : [agencyCode])];
  const rows = await sql<{ code: string; n: string }>(em, text, values);
  return rows.length === 0 ? null : byCode(rows);
}

/** A single number, of a part without codes. */
export const only = (counts: ByCode): number => Object.values(counts)[0] ?? 0;

/** Fiscal year of the first complaint, or null when there is none. */
export async function firstYear(em: EntityManager, province: string): Promise<number | null> {
  const text = 'SELECT MIN(opened_year) AS year FROM fact_span WHERE province = $1';
  const [row] = await sql<{ year: number | null }>(em, text, [province]);
  return row?.year ?? null;
}

function textOf(name: string, part: Part, { agencyCode, itaOnly }: Scope, years: Years): string {
  const agency = agencyCode === undefined ? '' : ' AND agency_code = $4';
  const ita = itaOnly && part.from !== 'fact_referral' ? ' AND on_ita_page' : '';
  const grouped = part.code === `''` ? '' : ` GROUP BY ${part.code}`;
  return `SELECT '${name}' AS part, ${part.code} AS code, ${part.count ?? 'COUNT(*)'} AS n FROM ${part.from}
    WHERE province = $1${agency} AND ${part.where(years)}${ita}${grouped}`;
}

function yearsAround(fiscalYear: number): Years {
  const upTo = Array.from({ length: fiscalYear - EARLIEST_YEAR + 1 }, (_, i) => EARLIEST_YEAR + i);
  return { before: upTo.slice(0, -1).join(', ') || 'NULL', upTo: upTo.join(', ') };
}

function byCode(rows: readonly { readonly code: string; readonly n: string }[]): ByCode {
  const pairs = rows.map(({ code, n }) => [code, Number(n)] as const);
  return Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}
