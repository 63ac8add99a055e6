import type { ClockCode } from '../agencies/codes';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import type { Finding } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import type { Deadline } from '../deadlines/deadline.entity';
import { bangkokDay } from '../platform/thai/dates';

/** in_time · late: the clock has stopped · running · overdue · paused: it has not. */
export type ClockStanding = 'in_time' | 'late' | 'running' | 'overdue' | 'paused';

/** A case in numbers on the day it was reported; days are Bangkok `YYYY-MM-DD`. Frozen with the report. */
export interface Figures {
  readonly receivedOn: string;
  /** Calendar days from receipt to the report. */
  readonly days: number;
  readonly reopened: number;
  readonly finding: Finding | null;
  /** The last time the case came to each status. */
  readonly dates: Readonly<Record<'sorted' | 'referred' | 'verifying' | 'verified', string | null>>;
  readonly referrals: {
    readonly sent: number;
    readonly inTime: number;
    readonly late: number;
    readonly notOurs: number;
    readonly withdrawn: number;
  };
  readonly visits: number;
  /** Words to the reporter. */
  readonly words: number;
  readonly clocks: readonly {
    readonly clock: ClockCode;
    readonly no: number;
    readonly dueOn: string;
    readonly standing: ClockStanding;
  }[];
}

interface Known {
  readonly file: Pick<CaseFile, 'receivedOn' | 'reopenedCount' | 'finding'>;
  readonly story: readonly Pick<CaseEvent, 'kind' | 'at' | 'toStatus' | 'byKind'>[];
  readonly referrals: readonly Pick<Referral, 'state' | 'closedAt' | 'dueAt'>[];
  readonly clocks: readonly Pick<Deadline, 'clock' | 'clockNo' | 'dueAt' | 'state' | 'stopReason' | 'metInTime'>[];
}

/** @param now UTC instant of the report. */
export function figuresOf({ file, story, referrals, clocks }: Known, now: string): Figures {
  const reachedOn = (status: Status): string | null => {
    const line = story.findLast(({ toStatus }) => toStatus === status);
    return line ? bangkokDay(line.at) : null;
  };
  return {
    receivedOn: file.receivedOn,
    days: daysBetween(file.receivedOn, bangkokDay(now)),
    reopened: file.reopenedCount,
    finding: file.finding,
    dates: {
      sorted: reachedOn('sorted'),
      referred: reachedOn('referred'),
      verifying: reachedOn('verifying'),
      verified: reachedOn('verified'),
    },
    referrals: {
      sent: referrals.length,
      inTime: referrals.filter((one) => answeredInTime(one) === true).length,
      late: referrals.filter((one) => answeredInTime(one) === false).length,
      notOurs: referrals.filter(({ state }) => state === 'not_ours').length,
      withdrawn: referrals.filter(({ state }) => state === 'withdrawn').length,
    },
    visits: story.filter(({ kind }) => kind === 'visitRecorded').length,
    words: story.filter(({ kind, byKind }) => kind === 'wordSent' && byKind === 'officer').length,
    clocks: clocks.filter(saysSomething).map((run) => ({
      clock: run.clock,
      no: run.clockNo,
      dueOn: bangkokDay(run.dueAt),
      standing: standingOf(run, now),
    })),
  };
}

/** null: not answered with a final answer, or nobody can tell. */
function answeredInTime({ state, closedAt, dueAt }: Known['referrals'][number]): boolean | null {
  return state === 'final' && closedAt && dueAt ? closedAt <= dueAt : null;
}

/** A clock that begins again and again (progress, no news) fills no page with runs that passed quietly. */
const saysSomething = ({ stopReason, metInTime }: Known['clocks'][number]): boolean =>
  stopReason !== 'next' || metInTime === false;

function standingOf({ state, metInTime, dueAt }: Known['clocks'][number], now: string): ClockStanding {
  if (state === 'stopped') return metInTime === false ? 'late' : 'in_time';
  if (state === 'paused') return 'paused';
  return dueAt < now ? 'overdue' : 'running';
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
