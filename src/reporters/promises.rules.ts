import type { ClockCode } from '../agencies/codes';

export interface PromisingClock {
  readonly clock: ClockCode;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly startsAt: string;
  readonly dueAt: string;
}

/** What a reporter is promised: the step she waits for, and what the office owes her by itself (DOMAIN §4). */
export type PromiseOf = 'step' | 'personal_ack' | 'progress' | 'answer';

/** A day she is given. */
export interface Promised {
  readonly of: PromiseOf;
  /** Instant. */
  readonly by: string;
  /** The day of before has passed: this one comes with an apology, and that one is named no more. */
  readonly late: boolean;
  /** The run whose count led to the day; null: a week from now. */
  readonly run: PromisingClock | null;
}

const OWED: readonly Exclude<PromiseOf, 'step'>[] = ['personal_ack', 'progress', 'answer'];

/**
 * Every day a reporter is given now, the step's first. What is late gets a new day: that of the next progress word, or a
 * week from now. Nothing of an agency's own, of reminders, of whom it concerns.
 *
 * @param waited the run of the current step; undefined: none, or the case is closed
 * @param answerBy until when a question to her keeps that run standing still, if one does
 */
export function promisesOf(
  clocks: readonly PromisingClock[],
  waited: PromisingClock | undefined,
  now: string,
  answerBy: string | null = null,
): readonly Promised[] {
  const owed = OWED.flatMap((of) => clocks.filter(({ clock, state }) => clock === of && state !== 'stopped').slice(-1));
  const progress = owed.find(({ clock, dueAt }) => clock === 'progress' && dueAt > now) ?? null;
  const step = waited && waited.state !== 'stopped' ? [promised('step', waited, progress, now, answerBy)] : [];
  const isPromisedAgain = step.some(({ run, late }) => late && run === progress);
  const others = owed
    .filter((run) => (run.dueAt > now ? run !== progress || !isPromisedAgain : run.clock === 'answer'))
    .map((run) => promised(run.clock as PromiseOf, run, null, now, null));
  return [...step, ...others];
}

function promised(
  of: PromiseOf,
  run: PromisingClock,
  progress: PromisingClock | null,
  now: string,
  answerBy: string | null,
): Promised {
  if (run.dueAt > now) return { of, by: run.dueAt, late: false, run };
  if (run.state === 'paused') return { of, by: answerBy ?? nextWeek(now), late: false, run: null };
  return { of, by: progress?.dueAt ?? nextWeek(now), late: true, run: progress };
}

const nextWeek = (now: string): string => new Date(Date.parse(now) + 7 * 86_400_000).toISOString();
