import { addDays } from '../platform/thai/dates';
import { closedBefore, keptUntil, retentionClassOf } from './retention.rules';

describe('how long a case is kept', () => {
  it('depends on what it was', () => {
    expect(retentionClassOf({ status: 'recorded', accuses: true })).toBe('accusation');
    expect(retentionClassOf({ status: 'withdrawn', accuses: false })).toBe('grievance');
    expect(retentionClassOf({ status: 'ended', accuses: true })).toBe('ended');
  });

  it.each([
    [10, '2026-11-21', '2036-11-21'],
    [5, '2024-02-29', '2029-02-28'],
    [2, '2026-03-01', '2028-03-01'],
  ] as const)('%i years from %s end on %s', (years, closed, until) => expect(keptUntil(years, closed)).toBe(until));

  it('is the same day whether a case or the calendar is asked, leap years too', () => {
    for (const years of [1, 2, 5, 10]) {
      for (let today = '2035-12-25'; today < '2037-03-10'; today = addDays(today, 1)) {
        const edge = closedBefore(years, today);
        for (const closed of [-2, -1, 0, 1].map((days) => addDays(edge, days))) {
          expect([years, today, closed, keptUntil(years, closed) < today]).toEqual([
            years,
            today,
            closed,
            closed < edge,
          ]);
        }
      }
    }
  });
});
