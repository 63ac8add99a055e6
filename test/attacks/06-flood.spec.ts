import { setTimeout as wait } from 'node:timers/promises';
import { newReceiptDigits } from '../../src/platform/crypto/codes';
import { Client, json } from '../bench/client';
import { RunningServer } from '../bench/running-server';
import { SERVER, environmentOf, isLong } from '../drills/programs';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';

const CONNECTIONS = 100;
const REQUESTS = isLong ? 100_000 : 1_200;
const PATIENCE_MS = 10_000;
const ASK_EVERY_MS = 1_000;
const LONGEST_MS = isLong ? 7_200_000 : 240_000;

/** Attack 6, by force: one address guesses over a hundred connections; the reporter sits behind the same address. */
eachHome((home, open) => {
  if (home !== 'SQLite') return; // the line stands before any database is asked
  let place: Place;
  let server: RunningServer;
  beforeAll(async () => {
    place = await open();
    server = await RunningServer.start(SERVER, { ...environmentOf(place.settings), RATE_LIMITS: 'on' });
  }, LONGEST_MS);
  afterAll(async () => {
    await server?.kill();
    await place?.remove();
  });

  it(
    `answers the reporter within ${PATIENCE_MS / 1_000} s while ${REQUESTS} guesses come over ${CONNECTIONS} connections`,
    async () => {
      const reporter = new Client(server.origin);
      const { receipt } = json<{ receipt: string }>(await reporter.post('/api/v1/complaints', { allegation: 'ก' }));
      const left = { requests: REQUESTS };
      const answers = new Map<number, number>();
      const flood = Promise.all(Array.from({ length: CONNECTIONS }, () => guess(server.origin, left, answers)));
      const waited: string[] = [];
      while (left.requests > 0) {
        await wait(ASK_EVERY_MS);
        const begun = performance.now();
        const status = await untilAnswered(reporter, receipt, begun);
        if (status !== 200) waited.push(`${status} after ${Math.round(performance.now() - begun)} ms`);
      }
      await flood;
      reporter.close();
      expect(waited).toEqual([]);
      expect([...answers.keys()].filter((status) => ![404, 429, 503].includes(status))).toEqual([]);
    },
    LONGEST_MS,
  );
});

/** She tries again, as a page or a person does, for as long as she is patient. */
async function untilAnswered(reporter: Client, receipt: string, begun: number): Promise<number> {
  for (;;) {
    const { status } = await reporter.post('/api/v1/status', { receipt });
    if (status === 200 || performance.now() - begun > PATIENCE_MS) return status;
    await wait(250);
  }
}

async function guess(origin: string, left: { requests: number }, answers: Map<number, number>): Promise<void> {
  const client = new Client(origin);
  while (left.requests-- > 0) {
    const { status } = await client.post('/api/v1/status', { receipt: newReceiptDigits() });
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  client.close();
}
