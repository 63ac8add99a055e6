import type { Span } from '../agencies/profile.clocks';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { addMonths, addYears } from './calendar.rules';
import type { Day, Instant, WorkCalendar } from './calendar.rules';
import type { ExplanationLine } from './explanation.rules';
import { iso, ms, spent, wallTime } from './running.rules';
import type { Interval } from './running.rules';

const DAY_MS = 86_400_000;

export const isHours = ({ unit }: Pick<Span, 'unit'>): boolean => unit === 'h' || unit === 'wh';
export const inOfficeTime = ({ unit }: Pick<Span, 'unit'>): boolean => unit === 'w' || unit === 'wh';

export interface Leg {
  readonly dueAt: Instant;
  readonly lines: readonly ExplanationLine[];
}

/** The way from one instant to the end of one span: the rule's own, or an extension's from the due date before it. */
export function runLeg(calendar: WorkCalendar, pauses: readonly Interval[], span: Span, from: Instant): Leg {
  const begins = isHours(span) ? from : calendar.closingOf(bangkokDay(from));
  const time = inOfficeTime(span) ? calendar.officeTime(ms(begins)) : wallTime(ms(begins));
  const passed = iso(spent(time, pauses, amountIn(calendar, span, bangkokDay(from)), ms(begins)));
  if (span.unit === 'h') return { dueAt: passed, lines: [] };
  if (span.unit === 'wh') return { dueAt: passed, lines: closedDays(calendar, bangkokDay(from), bangkokDay(passed)) };
  const dueAt = closeAfter(calendar, pauses, passed);
  const day = passed <= calendar.closingOf(bangkokDay(passed)) ? bangkokDay(passed) : addDays(bangkokDay(passed), 1);
  const next = addDays(bangkokDay(from), 1);
  const first = inOfficeTime(span) && next < day ? next : day;
  const lines = closedDays(calendar, first, bangkokDay(dueAt));
  return { dueAt, lines: calendar.isWorkingDay(day) ? lines : [...lines, movedLine(calendar, day)] };
}

const movedLine = (calendar: WorkCalendar, from: Day): ExplanationLine => ({
  code: 'moved',
  from,
  to: calendar.nextWorkingDay(from),
});

function amountIn(calendar: WorkCalendar, { unit, amount }: Span, from: Day): number {
  switch (unit) {
    case 'h':
    case 'wh':
      return amount * 3_600_000;
    case 'w':
      return amount * calendar.dayLength;
    case 'c':
      return amount * DAY_MS;
    case 'm':
      return Date.parse(addMonths(from, amount)) - Date.parse(from);
    case 'y':
      return Date.parse(addYears(from, amount)) - Date.parse(from);
  }
}

/** The first close of a working day at or after `passed` that no pause covers. */
function closeAfter(calendar: WorkCalendar, pauses: readonly Interval[], passed: Instant): Instant {
  let day = calendar.nextWorkingDay(bangkokDay(passed));
  for (;;) {
    const close = calendar.closingOf(day);
    const isPaused = pauses.some(([from, until]) => from < ms(close) && ms(close) <= until);
    if (close >= passed && !isPaused) return close;
    day = calendar.addWorkingDays(day, 1);
  }
}

/** Days without office on the way: those not counted, or those that a due date is moved over. */
function closedDays(calendar: WorkCalendar, first: Day, last: Day): readonly ExplanationLine[] {
  const weekend: Day[] = [];
  const holidays: ExplanationLine[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (calendar.isWeekend(day)) weekend.push(day);
    else if (calendar.holiday(day)) holidays.push({ code: 'holiday', day });
  }
  const [from] = weekend;
  const to = weekend.at(-1);
  return from && to ? [{ code: 'weekend', from, to, days: weekend.length }, ...holidays] : holidays;
}
