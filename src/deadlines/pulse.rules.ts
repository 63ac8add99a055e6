import { addDays, bangkokDay, instantAt } from '../platform/thai/dates';
import type { Day, Instant } from './calendar.rules';

/** Four turns of the sweep: nobody went round in a longer time. Milliseconds. */
const LONGEST_SILENCE_MS = 120_000;
/** A certificate is made once office hours are near (DESIGN §4 "each morning a certificate"). */
const MORNING = '08:00';
/** After a long outage no certificates are made for days further back. */
const DAYS_BACK = 31;

interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Whether the clockwork was dead between two beats. */
export const isGap = (last: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(last) > LONGEST_SILENCE_MS;

/** First instant of a Bangkok day and of the one after it. */
export const boundsOf = (day: Day): Span => ({
  fromAt: instantAt(day, '00:00'),
  untilAt: instantAt(addDays(day, 1), '00:00'),
});

/** Whole minutes of the day that lie in these gaps, none counted twice. */
export function deadMinutes(day: Day, gaps: readonly Span[]): number {
  const { fromAt, untilAt } = boundsOf(day);
  let reached = Date.parse(fromAt);
  let dead = 0;
  for (const gap of [...gaps].sort((a, b) => (a.fromAt < b.fromAt ? -1 : 1))) {
    const from = Math.max(reached, Date.parse(gap.fromAt));
    const until = Math.min(Date.parse(untilAt), Date.parse(gap.untilAt));
    dead += Math.max(0, until - from);
    reached = Math.max(reached, until);
  }
  return Math.floor(dead / 60_000);
}

/** The days whose certificate is still to be made, oldest first: whole days that are over, from the first beat on. */
export function daysToCertify(firstBeat: Instant, lastCertified: Day | null, now: Instant): readonly Day[] {
  const today = bangkokDay(now);
  const end = now < instantAt(today, MORNING) ? addDays(today, -2) : addDays(today, -1);
  const starts = [
    bangkokDay(firstBeat),
    addDays(end, 1 - DAYS_BACK),
    ...(lastCertified ? [addDays(lastCertified, 1)] : []),
  ];
  const days: Day[] = [];
  for (let day = starts.sort().at(-1) ?? end; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}
