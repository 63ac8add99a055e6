import { changed, changeBetween, differsFrom, stays, toldOfMove } from './calendar-change.rules';
import { calendarWith } from './testing/calendars';

const source = (...closed: readonly string[]) => calendarWith(closed).source;
const closing = (...days: readonly string[]) => days.map((day) => ({ day, nameTh: 'วันหยุด', nameEn: 'Holiday' }));

describe('a change of the calendar', () => {
  it('closes and opens days; the same days have the same version again', () => {
    const before = changed(source('2026-12-07'), { closes: closing('2026-12-10'), opens: [] });
    const after = changed(before, { closes: closing('2026-12-30'), opens: ['2026-12-07'] });
    expect(after.closedDays.map(({ day }) => day)).toEqual(['2026-12-10', '2026-12-30']);
    expect(after.version).not.toBe(before.version);
    expect(changed(after, { closes: closing('2026-12-07'), opens: ['2026-12-30'] }).version).toBe(before.version);
  });

  it('is what lies between two calendars', () => {
    const [before, after] = [source('2026-12-07', '2026-12-10'), source('2026-12-10', '2026-12-30')];
    expect(changeBetween(before, after)).toEqual({ closes: closing('2026-12-30'), opens: ['2026-12-07'] });
  });

  it('begins on the first day that differs: a holiday, a year that is known now, or ever when office hours change', () => {
    const before = changed(source('2026-12-07'), { closes: [], opens: [] });
    const version = 'another';
    expect(differsFrom(before, before)).toBeNull();
    expect(differsFrom(before, { ...before, version, closedDays: closing('2026-11-30', '2026-12-07') })).toBe(
      '2026-11-30',
    );
    expect(differsFrom(before, { ...before, version, years: [...before.years, 2029] })).toBe('2029-01-01');
    expect(differsFrom(before, { ...before, version, weekend: [0] })).toBe('0001-01-01');
  });

  it('leaves what was breached and told, and nothing else', () => {
    const due = { dueAt: '2026-11-09T09:30:00.000Z' };
    expect(stays(due, true, '2026-11-09T09:30:00.000Z')).toBe(true);
    expect(stays(due, false, '2026-11-10T09:30:00.000Z')).toBe(false);
    expect(stays(due, true, '2026-11-09T02:00:00.000Z')).toBe(false);
  });

  it('is told to whoever has the work to do', () => {
    expect(toldOfMove({ clock: 'agency_answer', referralId: 'r' })).toEqual(['agency', 'assignee']);
    expect(toldOfMove({ clock: 'verify', referralId: null })).toEqual(['investigator', 'assignee']);
    expect(toldOfMove({ clock: 'sort', referralId: null })).toEqual(['assignee']);
  });
});
