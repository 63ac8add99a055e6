import type { ByCode } from './counts';

/** One line of the ITA table. total = carriedOver + new = completed + inProgress, in every line. */
export interface MonthlyRow {
  readonly carriedOver: number;
  readonly new: number;
  /** How many of `new` are complaints opened again. */
  readonly reopened: number;
  readonly total: number;
  readonly completed: number;
  readonly inProgress: number;
}

export type PeriodRow =
  | (MonthlyRow & { readonly kind: 'month'; readonly month: string })
  | (MonthlyRow & { readonly kind: 'quarter'; readonly quarter: 1 | 2 | 3 | 4 })
  | (MonthlyRow & { readonly kind: 'half' | 'year' });

export interface MonthlyCounts {
  readonly carriedOver: number;
  readonly new: ByCode;
  readonly reopened: ByCode;
  readonly completed: ByCode;
}

/**
 * Months with their quarters, the first six months and the year, in the order in which they are printed. What a line
 * carries over is what stood open at its beginning, never a sum of months.
 */
export function monthlyRows(months: readonly string[], counts: MonthlyCounts): readonly PeriodRow[] {
  const rows: PeriodRow[] = [];
  const single: MonthlyRow[] = [];
  let open = counts.carriedOver;
  months.forEach((month, at) => {
    const row = lineOf(open, counts.new[month] ?? 0, counts.reopened[month] ?? 0, counts.completed[month] ?? 0);
    open = row.inProgress;
    single.push(row);
    rows.push({ kind: 'month', month, ...row });
    const last = at === months.length - 1;
    if (at % 3 === 2 || last) {
      const quarter = (Math.floor(at / 3) + 1) as 1 | 2 | 3 | 4;
      rows.push({ kind: 'quarter', quarter, ...sumOf(single.slice((quarter - 1) * 3)) });
    }
    if (at === 5) rows.push({ kind: 'half', ...sumOf(single) });
  });
  rows.push({ kind: 'year', ...(single.length > 0 ? sumOf(single) : lineOf(open, 0, 0, 0)) });
  return rows;
}

function lineOf(carriedOver: number, opened: number, reopened: number, completed: number): MonthlyRow {
  const total = carriedOver + opened;
  return { carriedOver, new: opened, reopened, total, completed, inProgress: total - completed };
}

function sumOf(rows: readonly MonthlyRow[]): MonthlyRow {
  const add = (pick: (row: MonthlyRow) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  return lineOf(
    rows[0]?.carriedOver ?? 0,
    add((row) => row.new),
    add((row) => row.reopened),
    add((row) => row.completed),
  );
}
