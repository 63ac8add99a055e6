import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RunningServer } from '../bench/running-server';
import { forgetKeys } from '../bench/redis';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { redisAnswers } from '../harness/parts';
import { SERVER, environmentOf, isLong } from './programs';
import { Reporters } from './reporters';
import { casesIn, faultsIn } from './wholeness';

const KILLS = isLong ? 20 : 3;
const LATEST_MS = 1_500;
const PATIENCE_MS = isLong ? 1_200_000 : 240_000;

/**
 * The power goes while people file: kill -9 at a random moment after the first receipt of a round, then a start on the
 * same data. What was handed out holds, what was lost can be asked for again, and nothing stands half.
 */
eachHome((home, open) => {
  const prefix = `phitak-drill-${process.pid}`;
  let place: Place;
  let server: RunningServer;

  const start = (): Promise<RunningServer> => RunningServer.start(SERVER, environmentOf(place.settings));

  beforeAll(async () => {
    const queue = { REDIS_URL: 'redis://127.0.0.1:6379', REDIS_PREFIX: prefix };
    place = await open(home === 'PostgreSQL' && redisAnswers() ? queue : {});
    server = await start();
  }, PATIENCE_MS);

  afterAll(async () => {
    await server?.kill();
    await place?.remove();
    if (place?.settings.redisUrl) await forgetKeys(place.settings.redisUrl, prefix);
  });

  it(
    `keeps every receipt, every clock and every number whole through ${KILLS} kills`,
    async () => {
      const reporters = new Reporters();
      for (let kill = 1; kill <= KILLS; kill++) {
        const from = reporters.slips.length;
        const filing = reporters.file(server.origin);
        while (reporters.slips.length === from && reporters.odd.length === 0) await wait(5);
        const after = randomInt(LATEST_MS);
        await wait(after);
        await server.kill();
        await filing;
        expect(reporters.odd).toEqual([]);
        const handedOut = reporters.slips.slice(from);
        const lost = reporters.lost.length;

        server = await start();
        expect(await reporters.ask(server.origin, handedOut)).toEqual([]);
        expect(await faultsIn(place.settings)).toEqual([]);
        await reporters.fileLostAgain(server.origin);
        expect(await casesIn(place.settings)).toBe(reporters.sent);
        if (isLong) {
          process.stdout.write(`${home}, kill ${kill} after ${after} ms: ${handedOut.length} receipts, ${lost} lost\n`);
        }
      }
      expect(await reporters.ask(server.origin, reporters.slips)).toEqual([]);
      expect(await faultsIn(place.settings)).toEqual([]);
      expect(reporters.odd).toEqual([]);
      expect(reporters.slips).toHaveLength(reporters.sent);
    },
    PATIENCE_MS,
  );
});
