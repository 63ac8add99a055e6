import { createHash } from 'node:crypto';
import type { Province } from '../agencies/agencies';
import type { CalendarSource } from './calendar.rules';
import { WorkCalendar } from './calendar.rules';

/**
 * The province's calendar as its files have it: the country's closed days and its own. A year counts as known when
 * national holidays of that year are in the file.
 */
export function calendarOf(province: Pick<Province, 'profile' | 'holidays' | 'holidayVersion'>): WorkCalendar {
  const { profile, holidays, holidayVersion } = province;
  const closedDays = holidays.map(({ date, nameTh, nameEn }) => ({ day: date, nameTh, nameEn }));
  const national = holidays.filter(({ provinces }) => provinces.length === 0);
  const years = [...new Set(national.map(({ date }) => Number(date.slice(0, 4))))].sort();
  const officeHours = profile.officeHours.map(({ from, to }) => ({ from, to }));
  const source = { officeHours, weekend: profile.weekend, closedDays, years };
  return new WorkCalendar({ ...source, version: versionOf(holidayVersion, source) });
}

/** Changes with every day, hour or weekday that could move a due date; the same days have the same version again. */
export function versionOf(
  label: string,
  { officeHours, weekend, closedDays, years }: Omit<CalendarSource, 'version'>,
): string {
  const counts = { officeHours, weekend, years, days: closedDays.map(({ day }) => day).sort() };
  const hash = createHash('sha256').update(JSON.stringify(counts)).digest('hex').slice(0, 12);
  return `${label}-${hash}`;
}
