import { setTimeout as wait } from 'node:timers/promises';
import { OwnRedis, redisServerIsHere } from '../../../test/harness/own-redis';
import { redisAnswers } from '../../../test/harness/parts';
import { Clock } from '../clock';
import { BullJobs, RedisMayForget } from './bullmq.driver';
import { EmbeddedJobs } from './embedded.driver';
import type { JobPort } from './job-port';
import type { Pace, TimerName } from './timers';
import { TIMERS } from './timers';

const JOB: TimerName = 'deadlines.sweep';
const OTHER: TimerName = 'notices.read';
const NEVER_MS = 600_000;

/** Every timer at this pace. */
const every = (everyMs: number): Pace =>
  Object.fromEntries(Object.keys(TIMERS).map((name) => [name, { everyMs }])) as unknown as Pace;
const seldom = every(NEVER_MS);
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

const until = async (what: () => boolean, withinMs = 10_000): Promise<void> => {
  const end = Date.now() + withinMs;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what.toString()}`);
    await wait(10);
  }
};

/** Counts its runs, and how many were under way at once. */
class Handler {
  readonly at: number[] = [];
  ended = 0;
  most = 0;
  private now = 0;
  does: () => Promise<void> = () => Promise.resolve();

  readonly run = async (): Promise<void> => {
    this.at.push(Date.now());
    this.most = Math.max(this.most, ++this.now);
    try {
      await this.does();
    } finally {
      this.now--;
      this.ended++;
    }
  };

  get runs(): number {
    return this.at.length;
  }
}

/** What every driver promises (DESIGN §4): the database is the truth, the driver only says when to look. */
function keepsThePromise(made: (pace: Pace) => JobPort): void {
  const open: JobPort[] = [];
  let handler: Handler;

  const started = async (pace: Pace): Promise<JobPort> => {
    const jobs = made(pace);
    open.push(jobs);
    jobs.repeat(JOB, handler.run);
    await jobs.start();
    await until(() => handler.ended === 1);
    return jobs;
  };

  beforeEach(() => {
    handler = new Handler();
  });
  afterEach(async () => {
    for (const jobs of open.splice(0)) await jobs.stop();
  });

  it('repeat: runs at the start and regularly', async () => {
    await started(every(200));
    await until(() => handler.runs >= 4);
    expect((handler.at[3] ?? 0) - (handler.at[0] ?? 0)).toBeGreaterThanOrEqual(550);
  });

  it('wake: not before its instant, and soon after', async () => {
    const jobs = await started(seldom);
    const notBefore = inMs(700);
    jobs.wake({ job: JOB, notBefore });
    await until(() => handler.runs === 2, 3_000);
    // A timer may be a millisecond early by its own clock.
    expect(handler.at[1]).toBeGreaterThanOrEqual(Date.parse(notBefore) - 2);
  });

  it('the same wake-up twice is harmless: nothing runs beside itself', async () => {
    const jobs = await started(seldom);
    handler.does = () => wait(150);
    const notBefore = inMs(100);
    for (let n = 0; n < 2; n++) jobs.wake({ job: JOB, notBefore });
    for (const ms of [0, 120, 180]) jobs.wake({ job: JOB, notBefore: inMs(ms) });
    await until(() => handler.runs >= 3 && handler.ended === handler.runs);
    await wait(500);
    expect(handler.most).toBe(1);
    expect(handler.runs).toBeLessThanOrEqual(6);
  });

  it('a handler that throws does not stop the next run, nor another job', async () => {
    const other = new Handler();
    const jobs = made(seldom);
    open.push(jobs);
    handler.does = () => Promise.reject(new Error('of the test'));
    jobs.repeat(JOB, handler.run);
    jobs.repeat(OTHER, other.run);
    await jobs.start();
    await until(() => handler.ended === 1 && other.ended === 1);
    jobs.wake({ job: JOB, notBefore: inMs(0) });
    jobs.wake({ job: OTHER, notBefore: inMs(0) });
    await until(() => handler.ended === 2 && other.ended === 2);
    handler.does = () => Promise.resolve();
    jobs.wake({ job: JOB, notBefore: inMs(1) });
    await until(() => handler.ended === 3);
  });

  it('stop waits for the running handler, and nothing runs after it', async () => {
    const jobs = await started(every(100));
    let release = (): void => undefined;
    handler.does = () => new Promise((resolve) => (release = resolve));
    const before = handler.runs;
    await until(() => handler.runs > before);
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await wait(300);
    expect(stopped).toBe(false);
    handler.does = () => Promise.resolve();
    release();
    await stopping;
    expect(handler.ended).toBe(handler.runs);
    const runs = handler.runs;
    jobs.wake({ job: JOB, notBefore: inMs(0) });
    await wait(400);
    expect(handler.runs).toBe(runs);
  });

  it('wake never throws: before the start, after the end, long ago, in a thousand years', async () => {
    const jobs = made(seldom);
    const wakes = () => {
      for (const notBefore of [inMs(0), '1999-01-01T00:00:00.000Z', '3026-01-01T00:00:00.000Z'])
        jobs.wake({ job: JOB, notBefore });
      jobs.wake({ job: OTHER, notBefore: inMs(0) });
    };
    expect(wakes).not.toThrow();
    jobs.repeat(JOB, handler.run);
    await jobs.start();
    expect(wakes).not.toThrow();
    await until(() => handler.runs >= 2);
    await jobs.stop();
    expect(wakes).not.toThrow();
  });
}

describe('embedded', () => keepsThePromise((pace) => new EmbeddedJobs(new Clock(), pace)));

const REDIS = 'redis://127.0.0.1:6379';
const prefixed = (pace: Pace, url = REDIS): BullJobs =>
  new BullJobs(
    url,
    `phitak-test-${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`,
    new Clock(),
    pace,
  );

if (redisAnswers()) describe('BullMQ', () => keepsThePromise((pace) => prefixed(pace)));
else
  describe.skip('BullMQ (left out: nothing answers on 127.0.0.1:6379)', () =>
    keepsThePromise((pace) => prefixed(pace)));

function outlivesItsRedis(): void {
  let redis: OwnRedis;
  let jobs: BullJobs | null = null;
  let handler: Handler;

  beforeEach(async () => {
    redis = await OwnRedis.at();
    handler = new Handler();
  });
  afterEach(async () => {
    await jobs?.stop();
    jobs = null;
    await redis.remove();
  });

  const start = async (pace: Pace): Promise<BullJobs> => {
    jobs = prefixed(pace, redis.url);
    jobs.repeat(JOB, handler.run);
    await jobs.start();
    return jobs;
  };
  /** `wake` promises nothing and waits for nothing: it may only throw, and must not. */
  const wakesAtOnce = (one: JobPort): void => {
    for (let n = 0; n < 20; n++) expect(one.wake({ job: JOB, notBefore: inMs(n) })).toBeUndefined();
  };
  /** Woken again and again until a run follows: milliseconds until then. */
  const flowsWithin = async (one: JobPort, withinMs: number): Promise<void> => {
    const [from, runs] = [Date.now(), handler.runs];
    while (handler.runs === runs) {
      if (Date.now() - from > withinMs) throw new Error(`no wake-up came through within ${withinMs} ms`);
      one.wake({ job: JOB, notBefore: inMs(0) });
      await wait(100);
    }
  };

  it('Redis refuses connections at the start: the regular turn goes on, and wake returns at once', async () => {
    const one = await start(every(200));
    wakesAtOnce(one);
    await until(() => handler.runs >= 4);
  });

  it('Redis away from the start, then there: wake-ups flow within seconds', async () => {
    const one = await start(seldom);
    wakesAtOnce(one);
    await wait(500);
    expect(handler.runs).toBe(1);
    await redis.start();
    await flowsWithin(one, 10_000);
  });

  it('Redis dies between two wake-ups: wake returns at once, the regular turn goes on; back again, they flow', async () => {
    await redis.start();
    const one = await start(every(1_000));
    await flowsWithin(one, 3_000);
    await redis.stop();
    const before = handler.runs;
    wakesAtOnce(one);
    await until(() => handler.runs >= before + 3);
    await redis.start();
    await jobs?.stop();
    handler = new Handler();
    const again = await start(seldom);
    await flowsWithin(again, 10_000);
  });

  it('Redis dies and comes back under the same driver: wake-ups flow within seconds', async () => {
    await redis.start();
    const one = await start(seldom);
    await flowsWithin(one, 3_000);
    await redis.stop();
    wakesAtOnce(one);
    await wait(1_500);
    await redis.start();
    await flowsWithin(one, 10_000);
  });

  it('stops although Redis is away', async () => {
    await redis.start();
    const one = await start(seldom);
    await redis.stop();
    await one.stop();
    jobs = null;
  });

  it('a Redis that may throw jobs away refuses the start with the line to change', async () => {
    await redis.start('--maxmemory-policy', 'allkeys-lru');
    const refused = start(seldom);
    await expect(refused).rejects.toThrow(RedisMayForget);
    await expect(refused).rejects.toThrow('maxmemory-policy noeviction');
    await expect(refused).rejects.toThrow('allkeys-lru');
    expect(handler.runs).toBe(0);
  });
}

if (redisServerIsHere()) describe('BullMQ on a Redis of its own', outlivesItsRedis);
else describe.skip('BullMQ on a Redis of its own (left out: no redis-server on this machine)', outlivesItsRedis);
