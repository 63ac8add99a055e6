import type { Cell } from '../documents/csv';
import { csv } from '../documents/csv';
import { indicatorRows } from '../indicators/indicators.csv';
import type { ToldIndicator } from '../indicators/telling';
import type { YearFigures } from '../statistics/statistics.service';
import type { Format } from './arguments';

const TOTALS = ['carriedOver', 'new', 'reopened', 'total', 'completed', 'inProgress'] as const;
const TABLES = ['byChannel', 'byType', 'byMonth', 'byDistrict', 'byStep'] as const;

/** JSON as the interface answers it (PROCESS §4), several years as a list; CSV with one count a line. */
export function statisticsText(years: readonly YearFigures[], all: boolean, format: Format): string {
  if (format === 'json') return json(all ? years : years[0]);
  return csv([['fiscalYear', 'asOf', 'table', 'code', 'count'], ...years.flatMap(rowsOf)]);
}

export function indicatorsText(
  fiscalYear: number,
  asOf: string,
  told: readonly ToldIndicator[],
  format: Format,
): string {
  return format === 'json' ? json({ fiscalYear, asOf, indicators: told }) : csv(indicatorRows(told));
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function rowsOf(year: YearFigures): Cell[][] {
  const { fiscalYear, asOf, byAgency } = year;
  const row = (table: string, code: string, count: number): Cell[] => [fiscalYear, asOf, table, code, count];
  const tables = [...TABLES.map((table) => [table, year[table]] as const), ['byAgency', byAgency.rows] as const];
  return [
    ...TOTALS.map((code) => row('totals', code, year[code])),
    ...tables.flatMap(([table, counts]) => Object.entries(counts).map(([code, n]) => row(table, code, n))),
    row('byAgencyTotals', 'referrals', byAgency.referrals),
    row('byAgencyTotals', 'cases', byAgency.cases),
  ];
}
