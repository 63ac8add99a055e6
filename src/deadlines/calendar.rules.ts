import { addDays, bangkokDay, instantAt } from '../platform/thai/dates';
import type { Interval } from './running.rules';

/** Local day in Bangkok, `YYYY-MM-DD`. */
export type Day = string;
/** UTC ISO text with milliseconds. */
export type Instant = string;

/** A day on which the province's offices are closed. */
export interface ClosedDay {
  readonly day: Day;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** What a calendar is made of. `years` are those whose holidays are known; `version` is the hash of all of it. */
export interface CalendarSource {
  readonly version: string;
  /** In the order of the day, `HH:mm`; the gap between two is the lunch break. */
  readonly officeHours: readonly { readonly from: string; readonly to: string }[];
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  readonly closedDays: readonly ClosedDay[];
  readonly years: readonly number[];
}

/** When the province's offices work: weekends, holidays, office hours. In a year without holidays only weekends apply. */
export class WorkCalendar {
  readonly version: string;
  readonly opens: string;
  readonly closes: string;
  private readonly holidays: ReadonlyMap<Day, ClosedDay>;
  private readonly years: ReadonlySet<number>;

  constructor(readonly source: CalendarSource) {
    const first = source.officeHours[0];
    const last = source.officeHours.at(-1);
    if (!first || !last) throw new Error('a calendar needs office hours');
    if (new Set(source.weekend).size >= 7) throw new Error('a calendar needs a day with office');
    this.version = source.version;
    this.opens = first.from;
    this.closes = last.to;
    this.holidays = new Map(source.closedDays.map((closed) => [closed.day, closed]));
    this.years = new Set(source.years);
  }

  isWorkingDay(day: Day): boolean {
    return !this.isWeekend(day) && !this.holidays.has(day);
  }

  isWeekend(day: Day): boolean {
    return this.source.weekend.includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
  }

  holiday(day: Day): ClosedDay | null {
    return this.holidays.get(day) ?? null;
  }

  /** Years from `first` to `last` whose holidays are not known yet. */
  uncovered(first: Day, last: Day): readonly number[] {
    const years = [];
    for (let year = yearOf(first); year <= yearOf(last); year++) if (!this.years.has(year)) years.push(year);
    return years;
  }

  /** The last day up to which holidays are known without a gap; null when today's year is not known. */
  knownUntil(today: Day): Day | null {
    let year = yearOf(today);
    if (!this.years.has(year)) return null;
    while (this.years.has(year + 1)) year++;
    return `${year}-12-31`;
  }

  /** The day itself when the office is open, else the next day it is. */
  nextWorkingDay(day: Day): Day {
    let next = day;
    while (!this.isWorkingDay(next)) next = addDays(next, 1);
    return next;
  }

  /** The n-th working day after `day` (before it when negative); 0 is the first working day from `day` on. */
  addWorkingDays(day: Day, n: number): Day {
    if (n === 0) return this.nextWorkingDay(day);
    let at = day;
    for (let left = Math.abs(n); left > 0;) {
      at = addDays(at, Math.sign(n));
      if (this.isWorkingDay(at)) left--;
    }
    return at;
  }

  /** The earliest instant by which `minutes` of office time have passed since `from`. */
  addWorkingMinutes(from: Instant, minutes: number): Instant {
    let left = minutes * 60_000;
    if (left <= 0) return from;
    for (const [begins, ends] of this.officeTime(Date.parse(from))) {
      if (ends - begins >= left) return new Date(begins + left).toISOString();
      left -= ends - begins;
    }
    throw new Error('office time never ends');
  }

  /** 08:30 of a day. */
  openingOf(day: Day): Instant {
    return instantAt(day, this.opens);
  }

  /** 16:30 of a day. */
  closingOf(day: Day): Instant {
    return instantAt(day, this.closes);
  }

  /** The first 08:30 of a working day at or after `instant`. */
  firstOpening(instant: Instant): Instant {
    const today = this.openingOf(this.nextWorkingDay(bangkokDay(instant)));
    return today >= instant ? today : this.openingOf(this.addWorkingDays(bangkokDay(instant), 1));
  }

  /** Office time from an instant on, mornings and afternoons, for ever. Milliseconds since 1970. */
  *officeTime(from: number): Generator<Interval> {
    let day = this.nextWorkingDay(bangkokDay(new Date(from).toISOString()));
    for (;;) {
      for (const hours of this.source.officeHours) {
        const ends = Date.parse(instantAt(day, hours.to));
        if (ends > from) yield [Math.max(from, Date.parse(instantAt(day, hours.from))), ends];
      }
      day = this.addWorkingDays(day, 1);
    }
  }

  /** Office time of one working day, in milliseconds. */
  get dayLength(): number {
    const lengths = this.source.officeHours.map(({ from, to }) => minuteOf(to) - minuteOf(from));
    return lengths.reduce((sum, minutes) => sum + minutes, 0) * 60_000;
  }
}

/** The same date n months later, or the last day of that month when it has no such date. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  const last = addDays(firstOfNext(first), -1);
  const same = `${first}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The same date n years later; 29 February becomes the 28th. */
export const addYears = (day: Day, n: number): Day => addMonths(day, n * 12);

const firstOfNext = (month: string): Day => `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;
const yearOf = (day: Day): number => Number(day.slice(0, 4));
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
