import type { Status } from '../cases/moves.rules';
import type { Course, Turn } from './plan';

/** A case that every demo has, however small, so that each status and each kind of clock can be seen. */
export interface Sample {
  readonly name: string;
  readonly topic: string;
  /** Working days before the end of the made-up year on which it came. */
  readonly ago: number;
  readonly halt: Status | null;
  readonly course?: Course;
  readonly turns?: readonly Turn[];
  /** Of the sample it is merged into. */
  readonly main?: string;
  /** Its receipt is printed. */
  readonly shown?: true;
}

export const SAMPLES: readonly Sample[] = [
  { name: 'new', topic: 'light', ago: 1, halt: 'received', turns: ['unassigned'] },
  { name: 'unsorted and late', topic: 'neglect', ago: 6, halt: 'received' },
  { name: 'ending waits', topic: 'wages', ago: 3, halt: 'received', course: 'end' },
  { name: 'question open', topic: 'late-work', ago: 2, halt: 'received', turns: ['question'] },
  { name: 'sorted', topic: 'rude', ago: 1, halt: 'sorted' },
  { name: 'asked', topic: 'road', ago: 8, halt: 'referred', turns: ['several', 'interim'], shown: true },
  { name: 'agency late', topic: 'welfare', ago: 24, halt: 'referred', turns: ['silent'] },
  { name: 'more time asked', topic: 'survey', ago: 9, halt: 'referred', turns: ['moreTimeWaiting'] },
  { name: 'verifying', topic: 'permit-money', ago: 15, halt: 'verifying', turns: ['moreTime'], shown: true },
  { name: 'verified', topic: 'short-work', ago: 14, halt: 'verified' },
  { name: 'report waits', topic: 'promotion', ago: 14, halt: 'reported' },
  { name: 'to be recorded', topic: 'unfair-power', ago: 15, halt: 'ordered' },
  { name: 'recorded', topic: 'water', ago: 45, halt: 'recorded', shown: true },
  { name: 'ended', topic: 'nuisance', ago: 20, halt: 'ended', course: 'end' },
  { name: 'withdrawn', topic: 'boundary', ago: 30, halt: 'withdrawn', course: 'withdraw' },
  { name: 'merged', topic: 'road', ago: 6, halt: 'merged', course: 'merge', main: 'asked' },
  { name: 'reopened', topic: 'flood', ago: 60, halt: null, turns: ['reopened'] },
  { name: 'ruling waits', topic: 'false-claim', ago: 70, halt: 'recorded', turns: ['rulingWaiting', 'proceeding'] },
  { name: 'ruled', topic: 'kickback', ago: 110, halt: 'recorded', turns: ['ruling', 'proceeding'] },
  { name: 'ruling overturned', topic: 'queue-money', ago: 150, halt: 'recorded', turns: ['ruling', 'overturned'] },
];
