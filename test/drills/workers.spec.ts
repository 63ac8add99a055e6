import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AT_ONCE } from '../../src/deadlines/sweep';
import { instantAt } from '../../src/platform/thai/dates';
import type { Drill } from './clockwork/drill';
import { drills } from './clockwork/drilled';
import { until } from './clockwork/until';
import { isLong } from './programs';

/** Five days after life ended, in office hours: everything that was near is overdue. */
const MONDAY = instantAt('2026-06-22', '10:00');
/** Over 1,000 clocks overdue in the long form. */
const CASES = isLong ? 740 : 20;
const KILLS = isLong ? 12 : 3;
const LONGEST_LIFE_MS = isLong ? 3_000 : 800;
/** A container engine waits so long after SIGTERM. */
const GRACE_MS = 10_000;
/** Two that go through one list side by side: what one holds at that moment the other leaves behind. */
const SIDE_BY_SIDE = isLong ? AT_ONCE : 10;
const LEASE_SECONDS = 120;

const overdue = (drill: Drill): Promise<number> => drill.count('deadline WHERE next_rung_at <= $1', [drill.time.now]);
const fired = (drill: Drill): Promise<number> => drill.count('deadline_rung');
const moves = async (drill: Drill): Promise<number> => (await fired(drill)) + drill.mails.length;

/** The one ahead has beaten, and the silence it found is cut to when the one behind was there. */
async function isCutToTheOneBehind(drill: Drill): Promise<boolean> {
  const between = new Date(Date.parse(MONDAY) + 300_000).toISOString();
  const [beaten, tooLong] = [
    await drill.count('clock_pulse WHERE beat_at > $1', [between]),
    await drill.count('clock_gap WHERE until_at > $1', [between]),
  ];
  return beaten > 0 && tooLong === 0;
}

/** Workers that are away, die or disagree about the time, with everything overdue. */
drills(CASES, (drill) => {
  drill(
    'the worker off for five days',
    async (drill) => {
      drill.time.moveTo(MONDAY);
      const due = await overdue(drill);
      await drill.worker();
      return { overdue: due };
    },
    ({ overtaken, repeats }) => expect({ overtaken, repeats }).toEqual({ overtaken: 0, repeats: 0 }),
  );

  drill(
    'two workers',
    async (drill) => {
      drill.time.moveTo(MONDAY);
      const due = await overdue(drill);
      await Promise.all([drill.worker(), drill.worker()]);
      return { overdue: due };
    },
    ({ overtaken, repeats }) => {
      expect(repeats).toBe(0);
      expect(overtaken).toBeLessThanOrEqual(SIDE_BY_SIDE);
    },
  );

  drill(
    'clocks of two workers ten minutes apart',
    async (drill) => {
      // Long enough in the server's hands for the other worker to come by.
      drill.office.beforeTaking = () => wait(100);
      drill.time.moveTo(MONDAY);
      const due = await overdue(drill);
      await Promise.all([drill.worker(), drill.worker({ TEST_CLOCK_OFFSET_FILE: drill.time.ahead(600) })]);
      await until('the one behind has gone round after the one ahead', () => isCutToTheOneBehind(drill));
      return { overdue: due };
    },
    ({ overtaken, repeats }) => {
      expect(repeats).toBe(0);
      expect(overtaken).toBeLessThanOrEqual(SIDE_BY_SIDE);
    },
    { ahead: 600 },
  );

  drill(
    'SIGTERM in mid-job',
    async (drill) => {
      drill.time.moveTo(MONDAY);
      const due = await overdue(drill);
      let slowest = 0;
      for (const inMidst of [fired, () => Promise.resolve(drill.mails.length)]) {
        const before = await inMidst(drill);
        const worker = await drill.worker();
        await until('it is in the midst', async () => (await inMidst(drill)) > before);
        const { code, ms } = await worker.stop();
        expect(code).toBe(0);
        expect(await drill.left()).toBeGreaterThan(0);
        slowest = Math.max(slowest, ms);
      }
      expect(slowest).toBeLessThan(GRACE_MS);
      await drill.worker();
      return { overdue: due, 'slowest end, ms': Math.round(slowest) };
    },
    ({ repeats }) => expect(repeats).toBe(0),
  );

  drill(
    'kill -9 in mid-job',
    async (drill) => {
      drill.time.moveTo(MONDAY);
      const due = await overdue(drill);
      for (let kill = 0; kill < KILLS; kill++) {
        const before = await moves(drill);
        const worker = await drill.worker({ MAIL_LEASE: String(LEASE_SECONDS) });
        await until('it is in the midst', async () => (await moves(drill)) > before);
        await wait(randomInt(LONGEST_LIFE_MS));
        await worker.kill();
        drill.time.moveBy(LEASE_SECONDS + 10);
      }
      const left = await drill.left();
      await drill.worker();
      return { overdue: due, kills: KILLS, 'left after them': left };
    },
    ({ repeats }) => expect(repeats).toBeLessThanOrEqual(KILLS),
  );
});
