import type { ClockRule, LadderWho, Offset } from '../agencies/profile.clocks';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { addMonths, addYears } from './calendar.rules';
import type { Day, Instant, WorkCalendar } from './calendar.rules';
import { isHours } from './leg.rules';

/** A step of the ladder with its moment: who is told, by which notice. */
export interface RungAt {
  readonly rung: number;
  readonly at: Instant;
  readonly who: LadderWho;
  readonly notice: string;
}

/**
 * The ladder of one due date, lowest rung first. Source: PROCESS §3 "rungs and reminders fire 08:30 of their day".
 * A day without office moves to the next one with. A clock of hours has no day of its own: it speaks at the first
 * opening of office once its time has passed, never before.
 */
export function rungsOf(
  rule: Pick<ClockRule, 'unit' | 'ladder'>,
  dueAt: Instant,
  calendar: WorkCalendar,
): readonly RungAt[] {
  const rungs = rule.ladder.map(({ rung, after, who, notice }) => {
    const at =
      isHours(rule) || isHours(after) ? openingAfter(calendar, dueAt, after) : openingOn(calendar, dueAt, after);
    return { rung, at, who, notice };
  });
  return rungs.sort((a, b) => a.rung - b.rung);
}

/** The rungs whose moment has come; the highest alone speaks, the others are recorded as passed. */
export function rungsDue(
  rungs: readonly RungAt[],
  recorded: readonly number[],
  now: Instant,
): { readonly speaks: RungAt | null; readonly passed: readonly RungAt[] } {
  const due = rungs.filter(({ rung, at }) => at <= now && !recorded.includes(rung));
  return { speaks: due.at(-1) ?? null, passed: due.slice(0, -1) };
}

/** When the ladder has to be looked at next; null when every rung is recorded. */
export function nextRungAt(rungs: readonly RungAt[], recorded: readonly number[]): Instant | null {
  const open = rungs.filter(({ rung }) => !recorded.includes(rung)).map(({ at }) => at);
  return open.length > 0 ? open.reduce((first, at) => (at < first ? at : first)) : null;
}

const openingOn = (calendar: WorkCalendar, dueAt: Instant, after: Offset): Instant =>
  calendar.openingOf(calendar.nextWorkingDay(dayAt(calendar, bangkokDay(dueAt), after)));

function openingAfter(calendar: WorkCalendar, dueAt: Instant, after: Offset): Instant {
  switch (after.unit) {
    case 'h':
      return calendar.firstOpening(new Date(Date.parse(dueAt) + after.amount * 3_600_000).toISOString());
    case 'wh':
      return calendar.firstOpening(calendar.addWorkingMinutes(dueAt, after.amount * 60));
    default: {
      const first = calendar.firstOpening(dueAt);
      return after.amount === 0 ? first : openingOn(calendar, first, after);
    }
  }
}

function dayAt(calendar: WorkCalendar, day: Day, { unit, amount }: Offset): Day {
  switch (unit) {
    case 'w':
      return amount === 0 ? day : calendar.addWorkingDays(day, amount);
    case 'm':
      return addMonths(day, amount);
    case 'y':
      return addYears(day, amount);
    default:
      return addDays(day, amount);
  }
}
