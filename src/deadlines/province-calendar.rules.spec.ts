import type { Province } from '../agencies/agencies';
import { calendarOf } from './province-calendar.rules';
import { OFFICE_HOURS } from './testing/calendars';

type Days = Province['holidays'];
const holiday = (date: string, provinces: readonly string[] = []): Days[number] => ({
  date,
  nameTh: 'วันหยุด',
  nameEn: 'Holiday',
  kind: 'fixed',
  closed: true,
  confidence: 'high',
  provinces,
});
const calendar = (...holidays: Days) =>
  calendarOf({
    profile: { officeHours: OFFICE_HOURS, weekend: [0, 6] } as unknown as Province['profile'],
    holidays,
    holidayVersion: '2569/1',
  });

describe("the province's calendar", () => {
  it("keeps the country's days and its own", () => {
    const { isWorkingDay } = bound(calendar(holiday('2026-12-10'), holiday('2026-12-11', ['NWT'])));
    expect(['2026-12-09', '2026-12-10', '2026-12-11'].map(isWorkingDay)).toEqual([true, false, false]);
  });

  it("knows a year by the country's days, not by the province's alone", () => {
    expect(
      calendar(holiday('2026-12-10'), holiday('2027-02-06', ['NWT'])).uncovered('2026-01-01', '2027-12-31'),
    ).toEqual([2027]);
  });

  it('changes its version with any day, not with their order', () => {
    const one = calendar(holiday('2026-12-07'), holiday('2026-12-10'));
    expect(calendar(holiday('2026-12-10'), holiday('2026-12-07')).version).toBe(one.version);
    expect(calendar(holiday('2026-12-07'), holiday('2026-12-11')).version).not.toBe(one.version);
    expect(one.version).toMatch(/^2569\/1-[0-9a-f]{12}$/);
  });
});

const bound = (one: ReturnType<typeof calendar>) => ({ isWorkingDay: (day: string) => one.isWorkingDay(day) });
