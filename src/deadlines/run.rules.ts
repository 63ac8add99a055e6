import type { Span } from '../agencies/profile.clocks';
import type { AccusedKind } from '../cases/codes';
import type { Instant, WorkCalendar } from './calendar.rules';
import type { Deadline } from './deadline.entity';
import { dueOf } from './due.rules';
import type { DueQuestion, Pause } from './due.rules';
import { nextRungAt, rungsOf } from './ladder.rules';
import { questionIn } from './recount.rules';
import type { CountingRule } from './rule-version.rules';
import { ms } from './running.rules';

/** "At once" is met by the next turn of whoever tells. */
const AT_ONCE_MS = 5 * 60_000;

/** Whoever holds public power is an official (cabinet resolution 27 Mar 2018: เจ้าหน้าที่ของรัฐ). */
export const isOfficial = (kind: AccusedKind | null): boolean => kind !== null && kind !== 'other';

type Begin = Pick<
  Deadline,
  'id' | 'province' | 'caseId' | 'clock' | 'clockNo' | 'referralId' | 'lineId' | 'officialAccused'
>;

/** A new run of a clock from `question.start` on. */
export function runFrom(begin: Begin, question: DueQuestion & { readonly rule: CountingRule }): Deadline {
  const run: Deadline = {
    ...begin,
    ...dueColumns(question),
    startsAt: question.start,
    state: 'running',
    stoppedAt: null,
    stopReason: null,
    metInTime: null,
    nextRungAt: null,
  };
  return { ...run, nextRungAt: lookAgainAt(run, question.rule, question.calendar, []) };
}

export type Asked = Pick<DueQuestion, 'rule' | 'start' | 'limitFrom' | 'officialAccused'>;

/** The due date counted anew: as asked at the start unless something else is asked now. */
export const recounted = (
  run: Deadline,
  calendar: WorkCalendar,
  pauses: readonly Pause[],
  extensions: readonly Span[],
  asked: Asked = questionIn(run.explanation),
): Pick<Deadline, 'dueAt' | 'nearAt' | 'explanation' | 'ruleVersion' | 'calendarVersion'> =>
  dueColumns({ ...asked, calendar, pauses, extensions });

/** Stopped no later than due. */
export const metInTime = ({ dueAt }: Deadline, { amount }: CountingRule, at: Instant): boolean =>
  at <= dueAt || (amount === 0 && ms(at) - ms(dueAt) <= AT_ONCE_MS);

/** When the sweep looks next: the ladder of a running clock, the longest end of a paused one. */
export function lookAgainAt(
  run: Deadline,
  rule: CountingRule,
  calendar: WorkCalendar,
  recorded: readonly number[],
  pauseEnds: Instant | null = null,
): Instant | null {
  if (run.state === 'stopped') return null;
  return run.state === 'paused' ? pauseEnds : nextRungAt(rungsOf(rule, run.dueAt, calendar), recorded);
}

function dueColumns(question: DueQuestion) {
  const { dueAt, nearAt, lines } = dueOf(question);
  const { version: ruleVersion } = question.rule;
  return { dueAt, nearAt, explanation: lines, ruleVersion, calendarVersion: question.calendar.version };
}
