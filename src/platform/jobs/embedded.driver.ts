import type { JobHandler, WakeUp } from './job-port';
import { JobPort } from './job-port';
import { Turns } from './turns';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Timers in this process: no other program is needed. */
export class EmbeddedJobs extends JobPort {
  readonly driver = 'embedded';
  private readonly handlers = new Map<string, JobHandler>();
  private readonly intervals = new Map<string, number>();
  private readonly turns = new Turns(this.handlers);
  private readonly timers = new Set<NodeJS.Timeout>();

  repeat(job: string, everyMs: number, handler: JobHandler): void {
    this.handlers.set(job, handler);
    this.intervals.set(job, everyMs);
  }

  async start(): Promise<void> {
    this.turns.begin();
    for (const [job, everyMs] of this.intervals) {
      this.timers.add(setInterval(() => void this.turns.run(job), everyMs).unref());
      void this.turns.run(job);
    }
  }

  wake({ job, notBefore }: WakeUp): void {
    const wait = Math.max(0, Date.parse(notBefore) - Date.now());
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
