import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { forgetKeys } from '../bench/redis';
import { RunningServer } from '../bench/running-server';
import { SERVER, environmentOf, isLong } from '../drills/programs';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { FakeClamd } from '../harness/clamd';
import { redisAnswers } from '../harness/parts';
import { Canaries } from './canaries';
import { bytesBelow, bytesInTmp, foundIn } from './shapes';

const KILLS = isLong ? 40 : 5;
const STEP_MS = 60;
const PATIENCE_MS = isLong ? 900_000 : 180_000;
const BOUNDARY = 'kanari-boundary';
const PIECE = 256 * 1024;
const PIECES = 24;

/** Attack 17: kill -9 in the middle of an upload, of scanning and sealing; then every path that the process could write is read. */
eachHome((home, open) => {
  const canaries = new Canaries();
  const prefix = `phitak-attack-${process.pid}`;
  const clamd = new FakeClamd();
  let place: Place;
  let root = '';
  let socket = '';

  const env = () => ({
    ...environmentOf(place.settings),
    CLAMD_SOCKET: socket,
    TMPDIR: join(root, 'tmp'),
    HOME: join(root, 'home'),
  });
  beforeAll(async () => {
    const queue = { REDIS_URL: 'redis://127.0.0.1:6379', REDIS_PREFIX: prefix };
    place = await open(home === 'PostgreSQL' && redisAnswers() ? queue : {});
    socket = await clamd.start();
    root = join(place.settings.dataDir, '..');
    for (const folder of ['tmp', 'home']) mkdirSync(join(root, folder), { recursive: true });
  });
  afterAll(async () => {
    await clamd.stop();
    await place?.remove();
    if (place?.settings.redisUrl) await forgetKeys(place.settings.redisUrl, prefix);
  });

  it(
    `leaves no word of a file or a form on any path after ${KILLS} kills`,
    async () => {
      const since = Date.now() - 1_000;
      for (let kill = 0; kill < KILLS; kill++) {
        const server = await RunningServer.start(SERVER, env());
        const sending = send(server.origin, formOf(canaries, kill), kill % 2 === 0 ? PIECES - 2 : PIECES);
        await sending.begun;
        await wait((kill * STEP_MS) % 1_200);
        await server.kill();
        await sending.over;
      }
      expect(canaries.words.length).toBe(KILLS * 3);
      const left = Buffer.concat([bytesBelow(root), bytesInTmp(since), bytesBelow(process.cwd() + '/data', since)]);
      expect(left.length).toBeGreaterThan(10_000);
      expect(canaries.fieldsOf(foundIn(left, canaries.words))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** A form with a text and a large file in which a word stands in every piece. */
function formOf(canaries: Canaries, kill: number): readonly Buffer[] {
  const part = (name: string, rest = ''): string =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`;
  const name = canaries.plant(`file name ${kill}`);
  const head = `${part('allegation')}${canaries.plant(`text ${kill}`)}\r\n${part('files', `; filename="${name}.txt"`)}`;
  const piece = Buffer.from(`${canaries.plant(`file ${kill}`)}\n`.repeat(Math.ceil(PIECE / 49))).subarray(0, PIECE - 1);
  const line = Buffer.concat([piece.subarray(0, Math.floor(piece.length / 49) * 49)]);
  return [Buffer.from(head), ...Array.from({ length: PIECES }, () => line), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)];
}

/** By hand, so that it can stop in the middle: what is sent and not yet whole. */
function send(origin: string, form: readonly Buffer[], until: number): { begun: Promise<void>; over: Promise<void> } {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).resume();
  const length = form.reduce((sum, piece) => sum + piece.length, 0);
  const whole = until >= PIECES;
  const begun = new Promise<void>((resolve) => {
    socket.once('connect', () => {
      socket.write(
        `POST /complaints/new HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`,
      );
      socket.write(Buffer.concat(whole ? [...form] : form.slice(0, until)), () => resolve());
    });
  });
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { begun, over };
}
