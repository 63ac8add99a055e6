import { WorkCalendar, addMonths, addYears } from './calendar.rules';
import { at, calendarWith } from './testing/calendars';

// Friday 20 November 2026.
describe('the working calendar', () => {
  const plain = calendarWith();

  it('closes on weekends and on the days it was given', () => {
    const calendar = calendarWith(['2026-12-07']);
    expect(
      ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07', '2026-12-08'].filter((day) =>
        calendar.isWorkingDay(day),
      ),
    ).toEqual(['2026-12-04', '2026-12-08']);
  });

  it('takes the day itself when the office is open, else the next one', () => {
    expect(plain.nextWorkingDay('2026-11-20')).toBe('2026-11-20');
    expect(plain.nextWorkingDay('2026-11-21')).toBe('2026-11-23');
  });

  it('counts working days forward and back over weekend and holiday', () => {
    const calendar = calendarWith(['2026-11-23']);
    expect(calendar.addWorkingDays('2026-11-20', 1)).toBe('2026-11-24');
    expect(calendar.addWorkingDays('2026-11-24', -1)).toBe('2026-11-20');
    expect(calendar.addWorkingDays('2026-11-21', 0)).toBe('2026-11-24');
  });

  it.each([
    ['Friday 16:00 + 1 hour', '2026-11-20 16:00', 60, '2026-11-23 09:00'],
    ['Friday 16:30 + 1 hour', '2026-11-20 16:30', 60, '2026-11-23 09:30'],
    ['to the very close', '2026-11-20 15:30', 60, '2026-11-20 16:30'],
    ['over lunch', '2026-11-20 11:30', 60, '2026-11-20 13:30'],
    ['from within lunch', '2026-11-20 12:20', 60, '2026-11-20 14:00'],
    ['before office', '2026-11-20 05:00', 60, '2026-11-20 09:30'],
    ['on a Sunday', '2026-11-22 10:00', 60, '2026-11-23 09:30'],
    ['a whole day', '2026-11-20 08:30', 420, '2026-11-20 16:30'],
    ['no time at all', '2026-11-22 10:00', 0, '2026-11-22 10:00'],
  ])('adds office time: %s', (_, from, minutes, until) => {
    expect(plain.addWorkingMinutes(at(from), minutes)).toBe(at(until));
  });

  it('keeps seconds and milliseconds', () => {
    expect(plain.addWorkingMinutes('2026-11-20T08:59:30.125Z', 60)).toBe('2026-11-23T01:59:30.125Z');
  });

  it('keeps the date over months and years, and ends with the month when it has no such date', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29');
  });

  it('names the years whose holidays are not known, where weekends still apply', () => {
    expect(plain.uncovered('2028-12-30', '2030-01-05')).toEqual([2029, 2030]);
    expect(plain.isWorkingDay('2029-01-06')).toBe(false);
    expect(plain.isWorkingDay('2029-01-08')).toBe(true);
  });

  it('knows until when its holidays reach without a gap', () => {
    expect(plain.knownUntil('2026-11-20')).toBe('2028-12-31');
    expect(calendarWith([], [2025, 2026, 2028]).knownUntil('2026-11-20')).toBe('2026-12-31');
    expect(plain.knownUntil('2029-01-01')).toBeNull();
  });

  it('opens first at 08:30 of a working day, today or later', () => {
    expect(plain.firstOpening(at('2026-11-20 08:30'))).toBe(at('2026-11-20 08:30'));
    expect(plain.firstOpening(at('2026-11-20 08:31'))).toBe(at('2026-11-23 08:30'));
    expect(plain.firstOpening(at('2026-11-21 06:00'))).toBe(at('2026-11-23 08:30'));
  });

  it('refuses to be without office hours or without a working day, where counting would never end', () => {
    expect(() => new WorkCalendar({ ...plain.source, weekend: [0, 1, 2, 3, 4, 5, 6] })).toThrow('day with office');
    expect(() => new WorkCalendar({ ...plain.source, officeHours: [] })).toThrow('office hours');
  });
});
