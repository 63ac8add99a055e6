import type { ClockCode } from '../agencies/codes';
import type { IdentityKind, Outcome } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import { isClosed, stepOf } from '../cases/moves.rules';
import type { LineKind } from '../cases/story-line';
import type { Promised, PromisingClock } from './promises.rules';
import { promisesOf } from './promises.rules';

export interface StandingCase {
  readonly status: Status;
  readonly receivedAt: string;
  readonly identityKind: IdentityKind;
  readonly outcome: Outcome | null;
  readonly waitingReporter: boolean;
  readonly assignee: string | null;
  /** Until when a question to her keeps a clock standing still, if one does. */
  readonly answerBy?: string | null;
}

export interface StandingLine {
  readonly kind: LineKind;
  readonly at: string;
  readonly to: Status | null;
}

export interface StandingClock extends PromisingClock {
  readonly extended: boolean;
}

export interface StepStanding {
  readonly no: number;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly doneAt: string | null;
}

/** Which sentence of WORDING §2 is true now, with the days it names (instants). */
export type Told =
  | { readonly key: 'received' | 'verifying' | 'verifyingConfidential' | 'recording' | 'overdue'; readonly by: string }
  | { readonly key: 'waitingReporter'; readonly by: string }
  | { readonly key: 'referred'; readonly since: string; readonly by: string }
  | { readonly key: 'extended'; readonly by: string }
  | { readonly key: 'reopened'; readonly since: string; readonly step: number }
  | { readonly key: 'closedSolved' | 'closedExplained' | 'notAccepted' }
  | { readonly key: 'passed'; readonly since: string }
  | {
      readonly key:
        | 'sorting'
        | 'accepted'
        | 'answered'
        | 'reporting'
        | 'closedFounded'
        | 'closedUnfounded'
        | 'closedTooLittle'
        | 'kept'
        | 'duplicate'
        | 'withdrawn'
        | 'closed';
    };

/** The clock a reporter waits on in each status. */
const WAITS_ON: Readonly<Partial<Record<Status, readonly ClockCode[]>>> = {
  received: ['sort'],
  sorted: ['refer'],
  // The desk acting itself answers to nobody: then the clock of step 4 is what she waits for.
  referred: ['agency_answer', 'verify'],
  verifying: ['verify'],
  verified: ['report'],
  reported: ['order'],
  ordered: ['record'],
};

/** The clock of each step, 1–6. */
const STEP_CLOCKS: readonly ClockCode[] = ['auto_ack', 'sort', 'refer', 'verify', 'report', 'record'];

/** The first status in which a step is over. */
const DONE_IN: Readonly<Record<number, readonly Status[]>> = {
  2: ['sorted', 'ended'],
  3: ['verifying'],
  4: ['verified'],
  5: ['ordered'],
  6: ['recorded'],
};

const BY_OUTCOME: Readonly<Record<Outcome, Told['key']>> = {
  solved: 'closedSolved',
  explained: 'closedExplained',
  founded_discipline: 'closedFounded',
  founded_recovery: 'closedFounded',
  founded_improvement: 'closedFounded',
  founded_sent: 'closedFounded',
  unfounded: 'closedUnfounded',
  insufficient: 'closedTooLittle',
  not_accepted: 'notAccepted',
  sent_to_competent_body: 'passed',
  duplicate: 'duplicate',
  withdrawn: 'withdrawn',
  kept_as_information: 'kept',
  unstated: 'closed',
};

export interface Standing {
  readonly told: Told;
  readonly steps: readonly StepStanding[];
  /** What comes next and by when; null when nothing does. */
  readonly next: { readonly step: number; readonly by: string | null } | null;
  /** Every day she is given; the step's, if there is one, first. None of them has passed. */
  readonly promises: readonly Promised[];
}

/** Where a case stands, as its reporter may know it: no name, no agency, no text of the case (WORDING §2). */
export function standingOf(
  file: StandingCase,
  story: readonly StandingLine[],
  clocks: readonly StandingClock[],
  now: string,
): Standing {
  const lines = story.slice(
    Math.max(
      0,
      story.findLastIndex(({ kind }) => kind === 'reopened'),
    ),
  );
  const waits = WAITS_ON[file.status]?.flatMap((clock) => clockOf(clocks, clock) ?? []) ?? [];
  const waited = waits.find(({ state }) => state !== 'stopped') ?? waits[0];
  const promises = promisesOf(clocks, isClosed(file.status) ? undefined : waited, now, file.answerBy);
  const step = promises.find(({ of }) => of === 'step');
  const steps = [1, 2, 3, 4, 5, 6].map((no) => stepStanding(no, file, lines, clocks));
  return {
    told: toldOf(file, lines, waited, step, now),
    steps: steps.map((one) => (isPast(one, now) ? { ...one, dueAt: step?.by ?? null } : one)),
    next: isClosed(file.status) ? null : { step: Math.min(6, stepOf(file.status) + 1), by: step?.by ?? null },
    promises,
  };
}

function toldOf(
  file: StandingCase,
  lines: readonly StandingLine[],
  waited: StandingClock | undefined,
  step: Promised | undefined,
  now: string,
): Told {
  if (isClosed(file.status)) return closed(file, lines);
  const by = waited?.dueAt ?? now;
  if (file.waitingReporter) return { key: 'waitingReporter', by: file.answerBy ?? by };
  if (step?.late) return { key: 'overdue', by: step.by };
  if (waited?.extended) return { key: 'extended', by };
  return underway(file, lines, by);
}

function underway(file: StandingCase, lines: readonly StandingLine[], by: string): Told {
  const first = lines[0];
  switch (file.status) {
    case 'received':
      if (first?.kind === 'reopened' && lines.length === 1) return { key: 'reopened', since: first.at, step: 2 };
      return file.assignee ? { key: 'sorting' } : { key: 'received', by };
    case 'sorted':
      return { key: 'accepted' };
    case 'referred':
      return referred(lines, by);
    case 'verifying':
      return { key: file.identityKind === 'confidential' ? 'verifyingConfidential' : 'verifying', by };
    case 'ordered':
      return { key: 'recording', by };
    default:
      return { key: 'reporting' };
  }
}

function referred(lines: readonly StandingLine[], by: string): Told {
  const count = (...kinds: readonly LineKind[]): number => lines.filter(({ kind }) => kinds.includes(kind)).length;
  const open = count('referralSent') - count('referralFinal', 'referralNotOurs', 'referralWithdrawn');
  if (count('referralFinal') > 0 && open <= 0) return { key: 'answered' };
  const sent = lines.findLast(({ kind }) => kind === 'referralSent');
  return { key: 'referred', since: sent?.at ?? by, by };
}

function closed(file: StandingCase, lines: readonly StandingLine[]): Told {
  if (file.status === 'merged') return { key: 'duplicate' };
  if (file.status === 'withdrawn') return { key: 'withdrawn' };
  const key = file.outcome ? BY_OUTCOME[file.outcome] : 'closed';
  const since = lines.findLast(({ to }) => to !== null && isClosed(to))?.at ?? file.receivedAt;
  return (key === 'passed' ? { key, since } : { key }) as Told;
}

function stepStanding(
  no: number,
  file: StandingCase,
  lines: readonly StandingLine[],
  clocks: readonly StandingClock[],
): StepStanding {
  const dueAt = clockOf(clocks, STEP_CLOCKS[no - 1])?.dueAt ?? null;
  if (no === 1) return { no, startedAt: file.receivedAt, dueAt, doneAt: file.receivedAt };
  const startedAt = no === 2 ? (lines[0]?.at ?? file.receivedAt) : doneAt(no - 1, lines);
  return { no, startedAt, dueAt: startedAt ? dueAt : null, doneAt: doneAt(no, lines) };
}

/** The last time the case left this step; a send-back opens it again. */
function doneAt(no: number, lines: readonly StandingLine[]): string | null {
  const done = lines.findLastIndex(({ to }) => to !== null && (DONE_IN[no] ?? []).includes(to));
  const back = lines.findLastIndex(
    ({ to }) => to !== null && !isClosed(to) && stepOf(to) <= no && !(DONE_IN[no] ?? []).includes(to),
  );
  return done > back ? (lines[done]?.at ?? null) : null;
}

/** The run that counts now: a running one before a stopped one, the latest before earlier ones. */
function clockOf(clocks: readonly StandingClock[], code: ClockCode | undefined): StandingClock | undefined {
  const runs = clocks.filter(({ clock }) => clock === code).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return runs.findLast(({ state }) => state !== 'stopped') ?? runs.at(-1);
}

/** A day that has passed is not shown to her as one to come: she gets the new one (DOMAIN §4 "with a new date"). */
const isPast = ({ doneAt, dueAt }: StepStanding, now: string): boolean =>
  doneAt === null && dueAt !== null && dueAt <= now;
