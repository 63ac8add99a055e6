import type { Crossing } from './tables.rules';
import { crossTable, typeTable } from './tables.rules';

const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'];
const every = (n: number): readonly Crossing[] =>
  ['general', 'corruption'].flatMap((row) => MONTHS.map((column) => ({ row, column, n })));

describe('tables of two codes', () => {
  it('keeps the order of the directory, unknown codes last, and exact totals beside hidden cells', () => {
    const crossings = [
      { row: 'local_old', column: 'completed', n: 9 },
      { row: 'website', column: 'completed', n: 1 },
      { row: 'website', column: 'inProgress', n: 4 },
      { row: 'letter', column: 'inProgress', n: 7 },
    ];
    const table = crossTable(crossings, ['website', 'box', 'letter'], ['completed', 'inProgress'], true);
    expect(table.rows.map(({ code, total }) => [code, total])).toEqual([
      ['website', 5],
      ['letter', 7],
      ['local_old', 9],
    ]);
    expect(table.rows[0]?.cells).toEqual([null, null]);
    expect(table).toMatchObject({ totals: [10, 11], total: 21 });
  });

  it('shows months to who may see crossings, and to others when no month is small', () => {
    expect(typeTable(every(1), [], MONTHS, false)).toMatchObject({ grain: 'month', columns: MONTHS });
    expect(typeTable(every(3), [], MONTHS, true)).toMatchObject({ grain: 'month', columns: MONTHS });
  });

  it('takes a longer period rather than hide, and hides only when half years are still small', () => {
    const quarters = typeTable(
      every(1).filter(({ column }) => column < '2026-04'),
      [],
      MONTHS,
      true,
    );
    expect(quarters).toMatchObject({ grain: 'quarter', columns: ['1', '2', '3'] });
    expect(quarters.rows[0]?.cells).toEqual([3, 3, 0]);
    const halves = typeTable(every(1), [], MONTHS, true);
    expect(halves.grain).toBe('half');
    expect(halves.rows.map(({ cells, total }) => [cells, total])).toEqual([
      [[null, null], 7],
      [[null, null], 7],
    ]);
  });
});
