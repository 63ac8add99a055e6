import * as fc from 'fast-check';
import type { Cells, HiddenCells } from './suppress.rules';
import { needsHiding, suppress } from './suppress.rules';

/** Every table of whole numbers that agrees with what is printed: shown cells, row totals and column totals. */
function* possible(shown: HiddenCells, rows: readonly number[], columns: readonly number[]): Generator<number[][]> {
  const width = columns.length;
  const table: number[][] = rows.map(() => columns.map(() => 0));
  function* fill(index: number, rowLeft: number, columnLeft: readonly number[]): Generator<number[][]> {
    const [row, column] = [Math.floor(index / width), index % width];
    if (column === 0 && index > 0 && rowLeft !== 0) return;
    if (row === rows.length) {
      if (columnLeft.every((left) => left === 0)) yield table.map((line) => [...line]);
      return;
    }
    const left = column === 0 ? (rows[row] ?? 0) : rowLeft;
    const known = shown[row]?.[column];
    const most = Math.min(left, columnLeft[column] ?? 0);
    for (let n = known ?? 0; n <= (known ?? most) && n <= most; n++) {
      (table[row] as number[])[column] = n;
      yield* fill(
        index + 1,
        left - n,
        columnLeft.map((value, at) => (at === column ? value - n : value)),
      );
    }
  }
  yield* fill(0, 0, columns);
}

const sum = (values: readonly number[]): number => values.reduce((total, n) => total + n, 0);
const columnTotals = (cells: Cells): number[] => (cells[0] ?? []).map((_, c) => sum(cells.map((row) => row[c] ?? 0)));

/** Small cells whose number follows from what is printed. */
function leaks(cells: Cells, shown: HiddenCells): { row: number; column: number }[] {
  const found = cells.flatMap((row, r) =>
    row.flatMap((n, c) => (n > 0 && n < 3 ? [{ row: r, column: c, values: new Set<number>() }] : [])),
  );
  for (const table of possible(shown, cells.map(sum), columnTotals(cells))) {
    for (const cell of found) cell.values.add(table[cell.row]?.[cell.column] ?? -1);
    if (found.every(({ values }) => values.size > 1)) break;
  }
  return found.filter(({ values }) => values.size === 1);
}

/** What nobody can hide while the totals are printed. */
const nothingShown = (cells: Cells): HiddenCells => cells.map((row) => row.map(() => null));

describe('small crossings', () => {
  it('hides one and two together with what would give them away, and shows the rest', () => {
    const shown = suppress([
      [1, 8, 9],
      [7, 12, 30],
      [20, 25, 40],
    ]);
    expect(shown).toEqual([
      [null, null, 9],
      [null, null, 30],
      [20, 25, 40],
    ]);
  });

  it('shows a table without small crossings as it is', () => {
    const cells = [
      [3, 0],
      [0, 5],
    ];
    expect(suppress(cells)).toEqual(cells);
    expect(needsHiding(cells)).toBe(false);
  });

  it('hides a zero where it is the only thing that can stand beside', () => {
    expect(
      suppress([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('leaves alone what the printed totals already say', () => {
    expect(suppress([[1, 0, 2]])).toEqual([[1, 0, 2]]);
    expect(suppress([[1], [5]])).toEqual([[1], [5]]);
    expect(suppress([])).toEqual([]);
  });

  it('never leaks by subtraction: what can be hidden at all has at least two possible numbers', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (cells) => {
        const shown = suppress(cells);
        expect(leaks(cells, shown)).toEqual(leaks(cells, nothingShown(cells)));
      }),
      { numRuns: 400 },
    );
  });
});
