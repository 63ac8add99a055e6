import { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../../src/platform/clock';
import { BullJobs } from '../../src/platform/jobs/bullmq.driver';
import { EmbeddedJobs } from '../../src/platform/jobs/embedded.driver';
import type { JobPort } from '../../src/platform/jobs/job-port';
import { quantile } from './figures';
import type { Options } from './options';
import type { Env } from './program';

/** Runs by itself only once an hour, so that nothing but wake-ups is counted. */
const JOB = 'addresses';
/** Time to lay all of them down before the first is due. */
const LEAD_MS = 15_000;
const LAG_MS = 60_000;

/**
 * Delayed wake-ups through this home's driver, each at an instant of its own, the handler idle: how late they come, in
 * milliseconds. The first to run is held against the first instant, and so on.
 */
export async function measureWakeUps(env: Env, { count, seconds }: Options['wakeUps']) {
  const jobs = driverOf(env);
  const ran: number[] = [];
  jobs.repeat(JOB, () => Promise.resolve(void ran.push(Date.now())));
  await jobs.start();
  try {
    await wait(500);
    ran.length = 0; // the one at the start
    const first = Date.now() + LEAD_MS;
    const instants = Array.from({ length: count }, (_, no) => first + Math.round((no * seconds * 1_000) / count));
    for (const instant of instants) jobs.wake({ job: JOB, notBefore: new Date(instant).toISOString() });
    await allWait(env, count, first);
    const until = (instants.at(-1) ?? first) + LAG_MS;
    while (ran.length < count && Date.now() < until) await wait(50);
    if (ran.length !== count) throw new Error(`${ran.length} of ${count} wake-ups came`);
    const lateness = instants.map((instant, no) => (ran[no] ?? NaN) - instant);
    return { p50: quantile(lateness, 0.5), p99: quantile(lateness, 0.99) };
  } finally {
    await jobs.stop();
  }
}

const driverOf = ({ REDIS_URL, REDIS_PREFIX }: Env): JobPort =>
  REDIS_URL ? new BullJobs(REDIS_URL, REDIS_PREFIX ?? '', new Clock()) : new EmbeddedJobs(new Clock());

/** @throws when the first falls due before the last lies in Redis: then the laying down would be measured. */
async function allWait({ REDIS_URL, REDIS_PREFIX }: Env, count: number, first: number): Promise<void> {
  if (!REDIS_URL) return;
  const redis = new Redis(REDIS_URL);
  try {
    while ((await redis.zcard(`${REDIS_PREFIX}:phitak:delayed`)) < count) {
      if (Date.now() >= first) throw new Error('the wake-ups could not be laid down in time');
      await wait(50);
    }
  } finally {
    redis.disconnect();
  }
}
