import type { ClockCode } from '../agencies/codes';
import { addDays, instantAt } from '../platform/thai/dates';
import type { CalendarSource, ClosedDay, Day, Instant, WorkCalendar } from './calendar.rules';
import type { CalendarVersion, Counted } from './calendar-version.entity';
import type { Deadline } from './deadline.entity';
import { versionOf } from './province-calendar.rules';

/** What a change does to the calendar before it: days on which the offices close, and days on which they open after all. */
export interface CalendarChange {
  readonly closes: readonly ClosedDay[];
  readonly opens: readonly Day[];
}

/** The calendar after a change. Days it closes twice or opens in vain change nothing. */
export function changed(source: CalendarSource, { closes, opens }: CalendarChange): CalendarSource {
  const gone = new Set([...opens, ...closes.map(({ day }) => day)]);
  const closedDays = [...source.closedDays.filter(({ day }) => !gone.has(day)), ...closes].sort(byDay);
  const after = { ...source, closedDays };
  return { ...after, version: versionOf(labelOf(source), after) };
}

/** The change that leads from one calendar to another. */
export function changeBetween(before: CalendarSource, after: CalendarSource): CalendarChange {
  const had = new Set(before.closedDays.map(({ day }) => day));
  const has = new Set(after.closedDays.map(({ day }) => day));
  return {
    closes: after.closedDays.filter(({ day }) => !had.has(day)),
    opens: before.closedDays.map(({ day }) => day).filter((day) => !has.has(day)),
  };
}

/** The first day on which the two differ: whatever is over before it keeps its date. Null: they are the same. */
export function differsFrom(before: CalendarSource, after: CalendarSource): Day | null {
  if (before.version === after.version) return null;
  if (!isSame(before.officeHours, after.officeHours) || !isSame(before.weekend, after.weekend)) return '0001-01-01';
  const { closes, opens } = changeBetween(before, after);
  const years = [...before.years.filter(notIn(after.years)), ...after.years.filter(notIn(before.years))];
  const days = [...closes.map(({ day }) => day), ...opens, ...years.map((year) => `${year}-01-01`)];
  return days.sort()[0] ?? null;
}

/** The working days from one day to another: what an announcement closes. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day);
  return days;
}

/** The holidays from one day to another that are no weekend: what an announcement can open. */
export function holidaysBetween(calendar: WorkCalendar, from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!calendar.isWeekend(day) && calendar.holiday(day)) days.push(day);
  }
  return days;
}

/** Who is told that a date has moved. */
export type ToldOfMove = 'assignee' | 'investigator' | 'agency';

/** Whoever has to do the work: the agency that owes an answer, the investigator with the assignee, else the assignee. */
export function toldOfMove({
  clock,
  referralId,
}: {
  clock: ClockCode;
  referralId: string | null;
}): readonly ToldOfMove[] {
  if (referralId !== null) return ['agency', 'assignee'];
  return clock === 'verify' ? ['investigator', 'assignee'] : ['assignee'];
}

/**
 * What was breached and told before the decision stays as it was: the people who were told have acted on it.
 * @param told a rung of its ladder is recorded
 */
export const stays = ({ dueAt }: Pick<Deadline, 'dueAt'>, told: boolean, decidedAt: Instant): boolean =>
  told && dueAt <= decidedAt;

type Approved = Pick<CalendarVersion, 'version' | 'fromDay'>;

/** Whether a run has to be counted anew with this calendar: it runs, it reaches the first day that differs, it does not stay. */
export function isConcerned(run: Deadline, { version, fromDay }: Approved, told: boolean, decidedAt: Instant): boolean {
  const from = instantAt(fromDay, '00:00');
  const reaches = run.dueAt >= from || (run.nextRungAt !== null && run.nextRungAt >= from);
  return run.state !== 'stopped' && run.calendarVersion !== version && reaches && !stays(run, told, decidedAt);
}

export const countedOf = ({ dueAt, nearAt, explanation, calendarVersion, nextRungAt }: Deadline): Counted => ({
  dueAt,
  nearAt,
  explanation,
  calendarVersion,
  nextRungAt,
});

/** Nothing has moved the run since: no pause, no extension, no rung. */
export const isUntouched = (run: Deadline, after: Counted): boolean => isSame(countedOf(run), after);

const labelOf = ({ version }: CalendarSource): string => version.slice(0, Math.max(0, version.lastIndexOf('-')));
const byDay = (a: ClosedDay, b: ClosedDay): number => a.day.localeCompare(b.day);
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const notIn =
  (years: readonly number[]) =>
  (year: number): boolean =>
    !years.includes(year);
