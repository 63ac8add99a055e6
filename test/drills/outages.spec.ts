import { setTimeout as wait } from 'node:timers/promises';
import { instantAt } from '../../src/platform/thai/dates';
import { Client } from '../bench/client';
import type { Drill } from './clockwork/drill';
import { drills } from './clockwork/drilled';
import { HEAD } from './clockwork/life-before';
import { until } from './clockwork/until';
import { isLong } from './programs';

const THURSDAY = '2026-06-18';
const FRIDAY = '2026-06-19';
const MONDAY = instantAt('2026-06-22', '10:00');
/** A day of the back-off of notices: each is tried six times and more before a day of failures is over. */
const DAY_WITHOUT_MAIL = [
  ...['08:40', '09:00', '09:20', '10:00', '11:00', '13:30', '14:40', '15:50'].map((time) => instantAt(THURSDAY, time)),
  ...['08:50', '10:00'].map((time) => instantAt(FRIDAY, time)),
];
const CASES = isLong ? 150 : 20;
/** More than the half minute between two regular turns. */
const DEAD_AFTER_SECONDS = 40;
/** Long enough to be kept as a silence. */
const POSTGRES_AWAY_MS = isLong ? 150_000 : 0;
const RESTARTS = 2;
const LEASE_SECONDS = 120;

const fired = (drill: Drill): Promise<number> => drill.count('deadline_rung');
const waiting = (drill: Drill): Promise<number> => drill.count('notice WHERE next_at <= $1', [drill.time.now]);

/** What the clockwork stands on goes away and comes back. */
drills(CASES, (drill) => {
  drill(
    'the mail server down for a day',
    async (drill) => {
      await drill.office.close();
      drill.time.moveTo(instantAt(THURSDAY, '08:31'));
      const [server] = await Promise.all([drill.server(), drill.worker()]);
      await until('the rungs of the morning are told', async () => (await waiting(drill)) > 0);
      await drill.works.waking(async (wake) => {
        for (const instant of DAY_WITHOUT_MAIL) {
          drill.time.moveTo(instant);
          await wake('deadlines.sweep');
          await wake('notices.read');
          while ((await waiting(drill)) > 0) await wake('notices.send');
        }
        await drill.office.open();
        drill.time.moveTo(instantAt(FRIDAY, '11:10'));
        await wake('deadlines.sweep');
        await wake('notices.read');
        await wake('notices.send');
      });
      expect(server.ends).toEqual([]);
      return { 'listed for the desk head': await listed(drill) };
    },
    ({ givenUp, repeats }) => {
      expect(givenUp).toBeGreaterThan(0);
      expect(repeats).toBe(0);
    },
  );

  drill(
    'PostgreSQL restarted in mid-job',
    async (drill) => {
      const { postgres } = drill.works;
      const lease = { MAIL_LEASE: String(LEASE_SECONDS) };
      drill.time.moveTo(instantAt('2026-06-17', '10:10'));
      const programs = await Promise.all([drill.server(lease), drill.worker(lease)]);
      await drill.roundsGo();
      const before = await fired(drill);
      drill.time.moveTo(MONDAY);
      const woken = drill.works.waking((wake) => wake('deadlines.sweep'));
      await until('they are in the midst of firing', async () => (await fired(drill)) > before);
      await postgres.stop('fast');
      await postgres.begin();
      const mails = drill.mails.length;
      await until('they are in the midst of posting', () => drill.mails.length > mails);
      await postgres.stop('immediate');
      await postgres.begin();
      await woken;
      expect((await drill.file(1)).status).toBe(201);
      expect(programs.map(({ ends }) => ends)).toEqual([[], []]);
      await drill.roundsGo();
      // A mail whose mark was lost with the connection waits for the end of its lease.
      drill.time.moveBy(LEASE_SECONDS + 10);
      return { restarts: RESTARTS };
    },
    ({ repeats }) => expect(repeats).toBeLessThanOrEqual(2 * RESTARTS),
  );

  drill('a process whose clockwork is dead ends and is started again', async (drill) => {
    const { postgres } = drill.works;
    drill.time.moveTo(instantAt(THURSDAY, '08:20'));
    const dead = { DEAD_AFTER: String(DEAD_AFTER_SECONDS) };
    const programs = await Promise.all([drill.server(dead), drill.worker(dead)]);
    await drill.settled();
    const stopped = performance.now();
    const fromAt = drill.time.now;
    await postgres.stop('fast');
    await until('both end', () => programs.every(({ ends }) => ends.length > 0));
    const ended = Math.round((performance.now() - stopped) / 1_000);
    for (const { ends } of programs) {
      expect(ends[0]).toMatchObject({ code: 1, stderr: expect.stringContaining('the clockwork is dead') as string });
    }
    await until('it is tried again', () => programs.every(({ ends }) => ends.length > 1));
    await wait(Math.max(0, POSTGRES_AWAY_MS - (performance.now() - stopped)));
    await postgres.begin();
    if (POSTGRES_AWAY_MS > 0) drill.time.silences.push({ fromAt, untilAt: drill.time.now });
    await drill.roundsGo();
    const takes = (): Promise<boolean> =>
      drill.file(1).then(
        ({ status }) => status === 201,
        () => false,
      );
    await until('the server takes complaints again', takes);
    drill.time.moveTo(instantAt(THURSDAY, '08:31'));
    return { 'ended after, s': ended, starts: programs.map(({ ends }) => ends.length).join(' and ') };
  });
});

/** What stands on the desk head's page as given up. */
async function listed(drill: Drill): Promise<number> {
  const head = new Client(drill.origin, { cookie: await drill.signIn(HEAD) });
  const page = await head.get('/notices?lang=en').finally(() => head.close());
  return page.body.toString().split(/name="id" value="[^"]/).length - 1;
}
