import type { Agency } from '../agencies/profile';
import type { RefusalGroundCode } from '../agencies/codes';
import type { Finding, IdentityKind, ReporterKind } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import type { Arrival } from './arrivals';
import type { Pace } from './pace';
import type { Place } from './places';
import type { Topic } from './words/topic';

/** How a case leaves the table: by all six steps, or before. */
export type Course = 'through' | 'end' | 'merge' | 'withdraw';

/** What does not happen to every case. */
export const TURNS = [
  'unassigned',
  'question',
  'comment',
  'reclassified',
  'endingRefused',
  'withdrawalRefused',
  'silent',
  'interim',
  'notOurs',
  'several',
  'self',
  'recalled',
  'moreTime',
  'moreTimeRefused',
  'moreTimeWaiting',
  'sentBack',
  'lookAgain',
  'toldBefore',
  'recordRefused',
  'improvement',
  'reopened',
  'ruling',
  'rulingWaiting',
  'overturned',
  'proceeding',
] as const;
export type Turn = (typeof TURNS)[number];

/** One made-up complaint, before anything of it has happened. */
export interface CasePlan {
  readonly no: number;
  /** One that every demo has; the first officer handles it. */
  readonly sample: boolean;
  readonly topic: Topic;
  readonly place: Place;
  /** Whose work it is, or whose official is accused. */
  readonly agency: Agency;
  readonly arrival: Arrival;
  readonly identity: IdentityKind;
  readonly reporterKind: ReporterKind;
  readonly pace: Pace;
  readonly course: Course;
  readonly ground: Exclude<RefusalGroundCode, 'duplicate'>;
  /** The plan's number of the case it is merged into. */
  readonly mainNo: number | null;
  readonly finding: Finding;
  readonly turns: ReadonlySet<Turn>;
  /** It stands here when the made-up year ends; null: wherever it has got to. */
  readonly halt: Status | null;
}
