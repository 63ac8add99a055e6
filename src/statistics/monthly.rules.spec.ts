import * as fc from 'fast-check';
import { monthsOf, periodOf } from './fiscal-year';
import { monthlyRows } from './monthly.rules';

const MONTHS = monthsOf(periodOf(2569, '2026-09-30'));

describe('the monthly table of the integrity assessment', () => {
  it('prints the example of the form: what a quarter carries over is its beginning, not a sum', () => {
    const rows = monthlyRows(MONTHS.slice(0, 3), {
      carriedOver: 2,
      new: { '2025-10': 5, '2025-11': 3, '2025-12': 4 },
      reopened: { '2025-12': 1 },
      completed: { '2025-10': 3, '2025-11': 4, '2025-12': 2 },
    });
    expect(
      rows.map(({ carriedOver, new: opened, total, completed, inProgress }) => [
        carriedOver,
        opened,
        total,
        completed,
        inProgress,
      ]),
    ).toEqual([
      [2, 5, 7, 3, 4],
      [4, 3, 7, 4, 3],
      [3, 4, 7, 2, 5],
      [2, 12, 14, 9, 5],
      [2, 12, 14, 9, 5],
    ]);
    expect(rows[3]).toMatchObject({ kind: 'quarter', quarter: 1, reopened: 1 });
  });

  it('prints the six months after the second quarter and the year last', () => {
    const kinds = monthlyRows(MONTHS, { carriedOver: 0, new: {}, reopened: {}, completed: {} }).map(({ kind }) => kind);
    const quarter = ['month', 'month', 'month', 'quarter'];
    expect(kinds).toEqual([...quarter, ...quarter, 'half', ...quarter, ...quarter, 'year']);
  });

  it('adds up in every line, whatever was opened and completed', () => {
    const perMonth = fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        perMonth,
        perMonth,
        fc.integer({ min: 0, max: 12 }),
        (carriedOver, opened, done, n) => {
          const months = MONTHS.slice(0, n);
          const of = (values: readonly number[]) =>
            Object.fromEntries(months.map((month, at) => [month, values[at] ?? 0]));
          const rows = monthlyRows(months, { carriedOver, new: of(opened), reopened: {}, completed: of(done) });
          for (const row of rows) {
            expect(row.total).toBe(row.carriedOver + row.new);
            expect(row.total).toBe(row.completed + row.inProgress);
          }
          const year = rows.at(-1);
          expect(year).toMatchObject({ kind: 'year', carriedOver });
          expect(year?.inProgress).toBe(rows.filter(({ kind }) => kind === 'month').at(-1)?.inProgress ?? carriedOver);
        },
      ),
    );
  });
});
