/** The eleven statuses of a case (PROCESS §1). */
export const STATUSES = [
  'received',
  'sorted',
  'referred',
  'verifying',
  'verified',
  'reported',
  'ordered',
  'recorded',
  'ended',
  'withdrawn',
  'merged',
] as const;
export type Status = (typeof STATUSES)[number];

/** An act that changes the status. Nothing else in the house does. */
export type MovingAct =
  | 'sort'
  | 'end'
  | 'refer'
  | 'verify'
  | 'sendBack'
  | 'find'
  | 'report'
  | 'order'
  | 'lookAgain'
  | 'record'
  | 'merge'
  | 'withdraw'
  | 'reopen';

interface Arrow {
  readonly from: readonly Status[];
  readonly to: Status;
}

/** The six steps as a table. Every change of status in the system is one of these arrows (PROCESS §1). */
export const MOVES: Readonly<Record<MovingAct, Arrow>> = {
  sort: { from: ['received'], to: 'sorted' },
  end: { from: ['received'], to: 'ended' },
  refer: { from: ['sorted'], to: 'referred' },
  verify: { from: ['referred'], to: 'verifying' },
  sendBack: { from: ['verifying'], to: 'referred' },
  find: { from: ['verifying'], to: 'verified' },
  report: { from: ['verified'], to: 'reported' },
  order: { from: ['reported'], to: 'ordered' },
  lookAgain: { from: ['reported'], to: 'verifying' },
  record: { from: ['ordered'], to: 'recorded' },
  merge: { from: ['received', 'sorted', 'referred'], to: 'merged' },
  withdraw: { from: ['received', 'sorted', 'referred', 'verifying'], to: 'withdrawn' },
  reopen: { from: ['recorded', 'ended'], to: 'received' },
};

/** Imported history may enter the table here (PROCESS §1). */
export const ENTRY: readonly Status[] = ['received', 'referred', 'verifying', 'recorded'];

export const ACTS = Object.keys(MOVES) as readonly MovingAct[];

export const mayMove = (status: Status, act: MovingAct): boolean => MOVES[act].from.includes(status);

/** What can be done now: told to whoever tried something out of order. */
export const allowedActs = (status: Status): readonly MovingAct[] => ACTS.filter((act) => mayMove(status, act));

export const mayBecome = (from: Status, to: Status): boolean =>
  ACTS.some((act) => MOVES[act].to === to && mayMove(from, act));

const STEP: Readonly<Record<Status, number>> = {
  received: 2,
  sorted: 3,
  referred: 3,
  verifying: 4,
  verified: 5,
  reported: 5,
  ordered: 6,
  recorded: 6,
  ended: 2,
  withdrawn: 0,
  merged: 0,
};

/** The step that is open in this status (for recorded: the last one), 0 when the case left the steps. */
export const stepOf = (status: Status): number => STEP[status];

const CLOSED: readonly Status[] = ['recorded', 'ended', 'withdrawn', 'merged'];
export const isClosed = (status: Status): boolean => CLOSED.includes(status);
