import type { WorkCalendar } from '../deadlines/calendar.rules';
import { bangkokDay, instantAt } from '../platform/thai/dates';
import type { Random } from './random';

const MINUTE = 60_000;
/** What is done on the same day is done within this time of office. */
const SOON = 75 * MINUTE;

/** Instants at which officers of the province are at work. */
export class OfficeTime {
  constructor(
    readonly calendar: WorkCalendar,
    /** Nothing of the made-up year happens at or after this instant. */
    readonly end: string,
  ) {}

  /** Some time in office hours on the n-th working day after; 0: later the same day if the office is still open. */
  after(instant: string, workingDays: number, random: Random): string {
    const today = bangkokDay(instant);
    const day =
      workingDays === 0 ? this.calendar.nextWorkingDay(today) : this.calendar.addWorkingDays(today, workingDays);
    return this.within(day, instant, random) ?? this.after(instant, workingDays + 1, random);
  }

  /** The day itself, or the first working day after it. */
  onOrAfter(day: string, random: Random): string {
    return this.after(instantAt(day, '00:00'), 0, random);
  }

  /** A working day before the end of the made-up year, 1 being the last. */
  lastDays(n: number): string {
    return this.calendar.addWorkingDays(bangkokDay(this.end), -n);
  }

  private within(day: string, later: string, random: Random): string | null {
    const spans = this.calendar.source.officeHours.flatMap(({ from, to }) => {
      const begins = Math.max(Date.parse(instantAt(day, from)), Date.parse(later)) + 4 * MINUTE;
      const ends = Date.parse(instantAt(day, to)) - 2 * MINUTE;
      return begins < ends ? [[begins, ends] as const] : [];
    });
    if (spans.length === 0) return null;
    const soon =
      day === bangkokDay(later)
        ? spans.slice(0, 1).map(([from, to]) => [from, Math.min(to, from + SOON)] as const)
        : spans;
    const [begins, ends] = random.weighted(soon.map((span) => [span, span[1] - span[0]] as const));
    return new Date(begins + Math.floor(random.next() * (ends - begins))).toISOString();
  }
}
