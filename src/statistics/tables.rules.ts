import type { HiddenCells } from './suppress.rules';
import { needsHiding, suppress } from './suppress.rules';

/** A count where two things meet: a type in a month, a channel and an end. */
export interface Crossing {
  readonly row: string;
  readonly column: string;
  readonly n: number;
}

/** Two codes against each other with all totals; a null cell is hidden, the totals never are. */
export interface CrossTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly code: string; readonly cells: HiddenCells[number]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly total: number;
}

/** Rows in the order of `rowOrder`, codes it does not know last. */
export function crossTable(
  crossings: readonly Crossing[],
  rowOrder: readonly string[],
  columns: readonly string[],
  hideSmall: boolean,
): CrossTable {
  const codes = inOrder(new Set(crossings.map(({ row }) => row)), rowOrder);
  const numbers = codes.map((code) => columns.map((column) => sumOf(crossings, code, column)));
  const shown = hideSmall ? suppress(numbers) : numbers;
  const rows = codes.map((code, r) => ({ code, cells: shown[r] ?? [], total: add(numbers[r] ?? []) }));
  const totals = columns.map((_, c) => add(numbers.map((row) => row[c] ?? 0)));
  return { columns, rows, totals, total: add(totals) };
}

/** 'month' with `YYYY-MM` columns, 'quarter' with '1'–'4', 'half' with '1' and '2'. */
export type Grain = 'month' | 'quarter' | 'half';

/**
 * Types against the parts of a year. Where small crossings may not be seen, the longest period that has to be taken to
 * show all figures; only the half years hide any (DOMAIN §6: prefer a longer period to hiding).
 */
export function typeTable(
  crossings: readonly Crossing[],
  rowOrder: readonly string[],
  months: readonly string[],
  hideSmall: boolean,
): CrossTable & { readonly grain: Grain } {
  for (const { grain, size } of GRAINS) {
    const table = crossTable(inParts(crossings, months, size), rowOrder, partsOf(months, size), false);
    const cells = table.rows.map((row) => row.cells.map((n) => n ?? 0));
    if (!hideSmall || !needsHiding(cells)) return { ...table, grain };
  }
  const table = crossTable(inParts(crossings, months, HALF), rowOrder, partsOf(months, HALF), true);
  return { ...table, grain: 'half' };
}

const HALF = 6;
const GRAINS: readonly { readonly grain: Grain; readonly size: number }[] = [
  { grain: 'month', size: 1 },
  { grain: 'quarter', size: 3 },
  { grain: 'half', size: HALF },
];

const partsOf = (months: readonly string[], size: number): readonly string[] =>
  size === 1 ? months : Array.from({ length: Math.ceil(months.length / size) }, (_, part) => String(part + 1));

const inParts = (crossings: readonly Crossing[], months: readonly string[], size: number): readonly Crossing[] =>
  size === 1
    ? crossings
    : crossings.map((one) => ({ ...one, column: String(Math.floor(months.indexOf(one.column) / size) + 1) }));

export function inOrder(codes: ReadonlySet<string>, order: readonly string[]): readonly string[] {
  const known = order.filter((code) => codes.has(code));
  return [...known, ...[...codes].filter((code) => !known.includes(code)).sort()];
}

const sumOf = (crossings: readonly Crossing[], row: string, column: string): number =>
  add(crossings.flatMap((one) => (one.row === row && one.column === column ? [one.n] : [])));

const add = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
