import { dueStanding } from './due.rules';

const DUE = '2026-11-20T09:30:00.000Z';

describe('dueStanding', () => {
  it('is today until 16:30 Bangkok and overdue the moment after', () => {
    expect(dueStanding(DUE, '2026-11-20T09:30:00.000Z', true)).toEqual({ kind: 'today', days: 0 });
    expect(dueStanding(DUE, '2026-11-20T09:30:00.001Z', true)).toEqual({ kind: 'overdue', days: 0 });
  });

  it('counts days by the Bangkok calendar, not by 24 hours', () => {
    expect(dueStanding(DUE, '2026-11-20T17:00:00.000Z', false)).toEqual({ kind: 'overdue', days: 1 });
    expect(dueStanding(DUE, '2026-11-19T16:59:00.000Z', true)).toEqual({ kind: 'near', days: 1 });
    expect(dueStanding(DUE, '2026-11-19T17:00:00.000Z', true)).toEqual({ kind: 'today', days: 0 });
  });

  it('is near only when its clock says so', () => {
    expect(dueStanding(DUE, '2026-11-18T03:00:00.000Z', false)).toEqual({ kind: 'later', days: 2 });
  });
});
