import { addDays } from '../platform/thai/dates';
import { RETENTION_CLASSES, closedBefore, keptUntil, retentionClassOf } from './retention.rules';

describe('how long a case is kept', () => {
  it('depends on what it was', () => {
    expect(retentionClassOf({ status: 'recorded', accuses: true })).toBe('accusation');
    expect(retentionClassOf({ status: 'withdrawn', accuses: false })).toBe('grievance');
    expect(retentionClassOf({ status: 'ended', accuses: true })).toBe('ended');
  });

  it.each([
    ['accusation', '2026-11-21', '2036-11-21'],
    ['grievance', '2024-02-29', '2029-02-28'],
    ['ended', '2026-03-01', '2028-03-01'],
  ] as const)('%s closed on %s is kept until %s', (kind, closed, until) => expect(keptUntil(kind, closed)).toBe(until));

  it('is the same day whether a case or the calendar is asked, leap years too', () => {
    for (const kind of RETENTION_CLASSES) {
      for (let today = '2035-12-25'; today < '2037-03-10'; today = addDays(today, 1)) {
        const edge = closedBefore(kind, today);
        for (const closed of [-2, -1, 0, 1].map((days) => addDays(edge, days))) {
          expect([kind, today, closed, keptUntil(kind, closed) < today]).toEqual([kind, today, closed, closed < edge]);
        }
      }
    }
  });
});
