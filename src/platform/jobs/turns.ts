import { errorLine, log } from '../log';
import type { JobHandler } from './job-port';
import type { TimerName } from './timers';

/**
 * One run of a job at a time; however often it is woken during a run, it runs once more after it. A failed run is logged
 * and forgotten.
 */
export class Turns {
  private readonly last = new Map<TimerName, Promise<void>>();
  /** What waits for the run before it: it will see whatever is there by then. */
  private readonly next = new Map<TimerName, Promise<void>>();
  private open = false;

  constructor(private readonly handlers: ReadonlyMap<TimerName, JobHandler>) {}

  begin(): void {
    this.open = true;
  }

  run(job: TimerName): Promise<void> {
    const waiting = this.next.get(job);
    if (waiting) return waiting;
    const turn = (this.last.get(job) ?? Promise.resolve())
      .then(() => {
        this.next.delete(job);
        return this.open ? this.handlers.get(job)?.(() => this.open) : undefined;
      })
      .catch((error: unknown) => log.error({ job, ...errorLine(error) }, 'job failed'));
    this.next.set(job, turn);
    this.last.set(job, turn);
    return turn;
  }

  async end(): Promise<void> {
    this.open = false;
    await Promise.all(this.last.values());
  }
}
