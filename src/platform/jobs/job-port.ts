import type { TimerName } from './timers';

/** Something to be looked at later. Ids only, never text: a job may lie in Redis. */
export interface WakeUp {
  /** Which handler looks. */
  readonly job: TimerName;
  /** UTC ISO instant before which there is nothing to see. */
  readonly notBefore: string;
}

/** False once the process is ending: what is left then is left for the next one. */
export type MayGoOn = () => boolean;

export type JobHandler = (mayGoOn: MayGoOn) => Promise<void>;

/**
 * The database is the truth, the queue is a wake-up (DESIGN §4). A handler takes whatever is due by now and is safe to
 * run twice, so a lost or doubled wake-up changes nothing.
 */
export abstract class JobPort {
  abstract readonly driver: 'embedded' | 'bullmq';
  /** What one of the timers does; it also runs as often as `TIMERS` says, without being asked. */
  abstract repeat(job: TimerName, handler: JobHandler): void;
  /** Look sooner than the next regular turn. Never throws and never waits: the sweep comes anyway. */
  abstract wake(wakeUp: WakeUp): void;
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
