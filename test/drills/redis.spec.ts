import { setTimeout as wait } from 'node:timers/promises';
import { instantAt } from '../../src/platform/thai/dates';
import type { Drill } from './clockwork/drill';
import { drills } from './clockwork/drilled';
import { until } from './clockwork/until';
import { isLong } from './programs';

const CASES = isLong ? 150 : 20;
const AWAY_MS = isLong ? 60_000 : 8_000;
const SOON = instantAt('2026-06-18', '08:20');
/** Then rungs of most cases come. */
const MOMENT = instantAt('2026-06-18', '08:30');
const JUST_BEFORE = new Date(Date.parse(MOMENT) - 3_000).toISOString();
const NORMAL_WITHIN_MS = 60_000;
/** One regular turn and what it takes to go round. */
const LATEST_SECONDS = 60;

/** People file until a wake-up has come by the queue. @returns after how many milliseconds one came */
function untilWakeUpsCome(drill: Drill): Promise<number> {
  return until(
    'a wake-up comes by Redis',
    async () => {
      expect((await drill.file(1)).status).toBe(201);
      await wait(250);
      return (await drill.works.wakeUpsCome()) > 0;
    },
    NORMAL_WITHIN_MS,
  );
}

const momentHasCome = (drill: Drill) => until('the moment has come', () => drill.time.now > MOMENT);

const latestOfThatMorning = async (drill: Drill): Promise<number> => {
  const [row] = await drill.rows<{ n: number }>('SELECT MAX(lateness) AS n FROM deadline_rung WHERE due_was = $1', [
    MOMENT,
  ]);
  return row?.n ?? Infinity;
};

/** Redis only wakes: without it, or with all its jobs gone, nothing is lost and little is late. */
drills(CASES, (drill) => {
  drill('Redis stopped', async (drill) => {
    drill.time.moveTo(SOON);
    const [, worker] = await Promise.all([drill.server(), drill.worker()]);
    await drill.settled();
    const { redis } = drill.works;
    const stopped = performance.now();
    await redis.stop();
    drill.time.moveTo(JUST_BEFORE);

    const { status, slip } = await drill.file(1);
    expect([status, await drill.sort(slip.number)]).toEqual([201, 201]);
    const { code, ms } = await worker.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    await momentHasCome(drill);
    await worker.start();
    await until('its rungs fire without Redis', async () => (await latestOfThatMorning(drill)) < LATEST_SECONDS);
    await wait(Math.max(0, AWAY_MS - (performance.now() - stopped)));
    expect((await drill.file(2)).status).toBe(201);

    const away = Math.round((performance.now() - stopped) / 1_000);
    await redis.begin();
    const back = await untilWakeUpsCome(drill);
    return { 'away, s': away, 'woken again after, s': (back / 1_000).toFixed(1) };
  });

  drill('FLUSHALL', async (drill) => {
    drill.time.moveTo(SOON);
    await Promise.all([drill.server(), drill.worker()]);
    await drill.settled();
    const flush = (): Promise<unknown> => drill.works.redis.ask((redis) => redis.flushall());
    await flush();
    drill.time.moveTo(JUST_BEFORE);
    expect((await drill.file(1)).status).toBe(201);
    await flush();
    await momentHasCome(drill);
    await drill.settled();
    const latest = await latestOfThatMorning(drill);
    expect(latest).toBeLessThan(LATEST_SECONDS);
    await flush();
    const back = await untilWakeUpsCome(drill);
    return { 'latest rung, s': latest, 'woken again after, s': (back / 1_000).toFixed(1) };
  });
});
