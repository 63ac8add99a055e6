import type { Clock } from '../clock';
import type { JobHandler, WakeUp } from './job-port';
import { JobPort } from './job-port';
import type { Pace, TimerName } from './timers';
import { TIMERS } from './timers';
import { Turns } from './turns';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Timers in this process: no other program is needed. */
export class EmbeddedJobs extends JobPort {
  readonly driver = 'embedded';
  private readonly handlers = new Map<TimerName, JobHandler>();
  private readonly turns = new Turns(this.handlers);
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly clock: Clock,
    private readonly pace: Pace = TIMERS,
  ) {
    super();
  }

  repeat(job: TimerName, handler: JobHandler): void {
    this.handlers.set(job, handler);
  }

  async start(): Promise<void> {
    this.turns.begin();
    for (const job of this.handlers.keys()) {
      const { everyMs } = this.pace[job];
      this.timers.add(setInterval(() => void this.turns.run(job), everyMs).unref());
      void this.turns.run(job);
    }
  }

  wake({ job, notBefore }: WakeUp): void {
    const wait = Math.max(0, Date.parse(notBefore) - this.clock.date().getTime());
    if (wait > LONGEST_TIMER_MS) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.turns.run(job);
    }, wait);
    this.timers.add(timer.unref());
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    await this.turns.end();
  }
}
