import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Clock } from '../clock';
import { errorLine, log } from '../log';
import type { JobHandler, WakeUp } from './job-port';
import { JobPort } from './job-port';
import type { Pace, TimerName } from './timers';
import { TIMERS } from './timers';
import { Turns } from './turns';

/** Redis is set up so that it may throw jobs away. */
export class RedisMayForget extends Error {}

const RETRY_MS = 5_000;

/**
 * BullMQ on Redis: every web process and every worker takes wake-ups. A flushed or absent Redis loses nothing: the
 * regular turn runs from a timer in each process as well.
 */
export class BullJobs extends JobPort {
  readonly driver = 'bullmq';
  private readonly handlers = new Map<TimerName, JobHandler>();
  private readonly turns = new Turns(this.handlers);
  private queue: Queue | null = null;
  private worker: Worker | null = null;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly clock: Clock,
    private readonly pace: Pace = TIMERS,
  ) {
    super();
  }

  repeat(job: TimerName, handler: JobHandler): void {
    this.handlers.set(job, handler);
  }

  async start(): Promise<void> {
    await refuseForgetfulRedis(this.url);
    this.turns.begin();
    // `add` must fail at once during an outage instead of hanging (STACK "Queue").
    const adding = { url: this.url, enableOfflineQueue: false, maxRetriesPerRequest: 1 };
    const taking = { url: this.url, maxRetriesPerRequest: null };
    this.queue = new Queue('phitak', { connection: adding, prefix: this.prefix });
    this.worker = new Worker('phitak', (job) => this.turns.run(job.name as TimerName), {
      connection: taking,
      prefix: this.prefix,
    });
    this.queue.on('error', redisIsAway);
    this.worker.on('error', redisIsAway);
    for (const job of this.handlers.keys()) {
      const { everyMs } = this.pace[job];
      this.timers.push(setInterval(() => void this.turns.run(job), everyMs).unref());
      void this.turns.run(job);
    }
  }

  wake({ job, notBefore }: WakeUp): void {
    const delay = Math.max(0, Date.parse(notBefore) - this.clock.date().getTime());
    const options = {
      delay,
      removeOnComplete: true,
      removeOnFail: true,
      attempts: 3,
      backoff: { type: 'fixed', delay: RETRY_MS },
    };
    // The due instant is part of the id: the same id twice is silently ignored.
    this.queue?.add(job, {}, { ...options, jobId: `${job}-${Date.parse(notBefore)}` }).catch((error: unknown) => {
      log.warn(errorLine(error), 'wake-up not queued; the regular turn will find it');
    });
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.worker?.close(true).catch(() => undefined);
    await this.turns.end();
    await this.queue?.close().catch(() => undefined);
    // With Redis away `close` leaves a connection behind that tries again for ever; this ends it, and never answers.
    this.queue?.disconnect().catch(() => undefined);
  }
}

const redisIsAway = (error: Error): void => log.warn(errorLine(error), 'redis is away');

/** @throws RedisMayForget with the line to change, unless `maxmemory-policy` is `noeviction`. */
async function refuseForgetfulRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 3_000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[];
    if (policy !== undefined && policy !== 'noeviction') {
      throw new RedisMayForget(`Redis must not evict jobs: set "maxmemory-policy noeviction" (it is ${policy}).`);
    }
  } catch (error) {
    if (error instanceof RedisMayForget) throw error;
    log.warn(errorLine(error), 'redis cannot be asked for its policy; carrying on');
  } finally {
    redis.disconnect();
  }
}
