import { CLOCKS } from '../agencies/codes';
import type { ClockCode, StartCode } from '../agencies/codes';
import type { Status } from '../cases/moves.rules';
import { isClosed } from '../cases/moves.rules';
import type { Line, LineKind } from '../cases/story-line';

/** What a line of the story means to the clocks: the line itself, or what it says beside. */
export type Happening =
  | LineKind
  | 'receiptHandedOut'
  | 'lookAgain'
  | 'questionAsked'
  | 'reporterWrote'
  | 'news'
  | 'closed'
  | `takenUp:${Status}`;

interface ClockEvents {
  readonly stops: readonly Happening[];
  /** Runs on when the case is closed. */
  readonly outlivesClosing?: true;
}

/** What each start of the profile means in the story. `referral` begins one run for each, not one for the case. */
export const STARTED_BY: Readonly<Record<StartCode, readonly Happening[]>> = {
  receipt: ['received'],
  opening: ['received', 'reopened', 'takenUp:received'],
  sorting: ['sorted', 'takenUp:sorted'],
  referral: ['referralSent', 'takenUp:referred', 'takenUp:verifying'],
  first_referral: ['referralSent', 'lookAgain', 'takenUp:referred', 'takenUp:verifying'],
  finding: ['findingRecorded'],
  report: ['reported'],
  order: ['orderGiven'],
  word: ['received', 'reopened', 'wordSent'],
  news: ['received', 'takenUp', 'news'],
};

/** Where a province's rules say that a clock begins. */
export type StartOf = (clock: ClockCode) => StartCode;

/**
 * Which line stops each clock (PROCESS §3). Closing stops whatever still runs.
 * A clock that runs is not started a second time: so step 4 runs on through a send-back.
 */
export const CLOCK_EVENTS: Readonly<Record<ClockCode, ClockEvents>> = {
  auto_ack: { stops: ['receiptHandedOut', 'wordSent'] },
  superior: { stops: ['superiorTold'] },
  personal_ack: { stops: ['wordSent', 'answerTold'] },
  sort: { stops: ['sorted', 'ended'] },
  refer: { stops: ['referralSent'] },
  agency_answer: { stops: ['referralFinal', 'referralNotOurs', 'referralWithdrawn'] },
  verify: { stops: ['findingRecorded'] },
  report: { stops: ['reported'] },
  order: { stops: ['orderGiven', 'lookAgain'] },
  answer: { stops: ['answerTold', 'reopened'], outlivesClosing: true },
  record: { stops: ['recorded'] },
  progress: { stops: ['wordSent', 'answerTold'] },
  no_news: { stops: ['news'] },
};

/** PROCESS §3 "no news": next move, referral, answer, visit, order or word; never a comment, assignment or view. */
const NEWS: readonly LineKind[] = [
  'referralSent',
  'referralAccepted',
  'referralInterim',
  'referralFinal',
  'referralNotOurs',
  'referralWithdrawn',
  'verificationOrdered',
  'visitRecorded',
  'orderGiven',
  'wordSent',
  'answerTold',
];

export type HeardLine = Pick<Line, 'kind' | 'by' | 'data' | 'from' | 'to'>;

/** In the order in which they count. `status` is the case's after the line. */
export function happeningsIn(line: HeardLine, status: Status): readonly Happening[] {
  const { kind, by, data } = line;
  const fromReporter = by.kind === 'reporter';
  if (kind === 'wordSent' && fromReporter) return ['reporterWrote'];
  const told: Happening[] = [kind === 'orderGiven' && line.to !== 'ordered' ? 'lookAgain' : kind];
  if (kind === 'received' && (fromReporter || data.handedOut === true)) told.push('receiptHandedOut');
  if (kind === 'claimed') told.push('receiptHandedOut');
  if (kind === 'wordSent' && data.question === true) told.push('questionAsked');
  if (kind === 'takenUp') told.push(`takenUp:${status}`);
  if (line.to !== null && isClosed(line.to)) return [...told, 'closed'];
  const isMove = line.from !== null && line.to !== null;
  return isMove || NEWS.includes(kind) ? [...told, 'news'] : told;
}

const ALSO_HEARD: readonly Happening[] = ['sorted', 'classified', 'questionAsked', 'reporterWrote', 'closed'];

/** Whether any clock could care: a comment, an assignment or a rung that fired is not even looked up. */
export const concernsClocks = (happenings: readonly Happening[]): boolean =>
  happenings.some(
    (one) =>
      ALSO_HEARD.includes(one) ||
      Object.values(CLOCK_EVENTS).some(({ stops }) => stops.includes(one)) ||
      Object.values(STARTED_BY).some((starts) => starts.includes(one)),
  );

/** done: its work was done · next: the next run took its place · closed: the case was closed under it */
export type StopReason = 'done' | 'next' | 'closed';

/** A run of a clock; `referralId` is null for a clock of the whole case. */
export interface Run {
  readonly clock: ClockCode;
  readonly referralId: string | null;
}

export type Effect = Run & ({ readonly act: 'start' } | { readonly act: 'stop'; readonly reason: StopReason });

export interface Situation {
  /** On a closed case clocks stop and none starts. */
  readonly open: boolean;
  /** The runs that have not stopped. */
  readonly running: readonly Run[];
  /** Those the line is about: the one sent or answered, or all open ones of a case that is taken up. */
  readonly referrals: readonly string[];
  readonly startOf: StartOf;
}

/** What the clocks do at these happenings, in order. */
export function effectsOf(happenings: readonly Happening[], situation: Situation): readonly Effect[] {
  const { open, running, referrals, startOf } = situation;
  const effects: Effect[] = [];
  let now = running;
  for (const happening of happenings) {
    const stopping = now.filter((run) => stops(run, happening, referrals));
    now = now.filter((run) => !stopping.includes(run));
    const starting = open ? startedBy(happening, referrals, startOf).filter((run) => !isAmong(run, now)) : [];
    now = [...now, ...starting];
    const reason = happening === 'closed' ? 'closed' : 'done';
    for (const { clock, referralId } of stopping) {
      const again = isAmong({ clock, referralId }, starting);
      effects.push({ act: 'stop', clock, referralId, reason: again ? 'next' : reason });
    }
    for (const run of starting) effects.push({ act: 'start', ...run });
  }
  return effects;
}

function stops({ clock, referralId }: Run, happening: Happening, referrals: readonly string[]): boolean {
  const events = CLOCK_EVENTS[clock];
  if (happening === 'closed') return !events.outlivesClosing;
  return events.stops.includes(happening) && (referralId === null || referrals.includes(referralId));
}

function startedBy(happening: Happening, referrals: readonly string[], startOf: StartOf): readonly Run[] {
  const clocks = CLOCKS.filter((clock) => STARTED_BY[startOf(clock)].includes(happening));
  return clocks.flatMap((clock) => {
    const subjects = startOf(clock) === 'referral' ? referrals : [null];
    return subjects.map((referralId) => ({ clock, referralId }));
  });
}

const isAmong = ({ clock, referralId }: Run, runs: readonly Run[]): boolean =>
  runs.some((other) => other.clock === clock && other.referralId === referralId);
