import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MAPPING, folder, registerText } from '../../src/channels/testing/registers';
import { ENTITIES } from '../../src/entities';
import type { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { Program } from '../bench/program';
import { forgetKeys } from '../bench/redis';
import { RunningServer } from '../bench/running-server';
import { SERVER, environmentOf, isLong } from '../drills/programs';
import type { Place } from '../harness/databases';
import { eachHome, openAt } from '../harness/databases';
import { FakeClamd } from '../harness/clamd';
import { redisAnswers } from '../harness/parts';
import { Canaries } from './canaries';
import { bytesBelow, bytesInTmp, foundIn } from './shapes';

const KILLS = isLong ? 40 : 5;
const IMPORT_KILLS = isLong ? 12 : 2;
/** More than the kills let through: forty go in together. */
const ROWS = 40 * (IMPORT_KILLS + 6);
const WORDS = 20;
const CLI = ['-r', './test/drills/sources.cjs', 'src/cli.ts'];
const STEP_MS = 60;
const PATIENCE_MS = isLong ? 900_000 : 180_000;
const BOUNDARY = 'kanari-boundary';
const PIECE = 256 * 1024;
const PIECES = 24;

/** Attack 17: kill -9 in the middle of an upload, of scanning and sealing, of an import; then every path that the process could write is read. */
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

  it(
    `leaves no word of an old register on any path after ${IMPORT_KILLS} kills of its import`,
    async () => {
      const since = Date.now() - 1_000;
      const words = new Canaries();
      const own = await open({ PROVINCE: 'udon-thani' });
      const [data, disk] = [join(own.settings.dataDir, '..'), folder()];
      for (const name of ['tmp', 'home']) mkdirSync(join(data, name), { recursive: true });
      const rows = Array.from({ length: ROWS }, (_, no) => ({
        no: String(no),
        text: words.plant(`row ${no % WORDS}`),
      }));
      const [register, map] = [
        disk.write('register.csv', registerText(...rows)),
        disk.write('map.json', JSON.stringify(MAPPING)),
      ];
      const where = { TMPDIR: join(data, 'tmp'), HOME: join(data, 'home'), PROVINCE: 'udon-thani' };
      const { database, close } = await openAt(own, ENTITIES);
      try {
        let there = 0;
        for (let kill = 0; kill < IMPORT_KILLS; kill++) {
          const script = [...CLI, 'import-register', register, '--map', map];
          const program = new Program(script, { ...environmentOf(own.settings), ...where });
          const ended = program.ended.then(() => true);
          const before = there;
          while (there === before && !(await Promise.race([ended, wait(5, false)]))) there = await casesIn(database);
          await program.kill();
        }
        expect([there > 0, there < ROWS]).toEqual([true, true]);
        disk.remove();
        const left = Buffer.concat([bytesBelow(data), bytesInTmp(since)]);
        expect(left.length).toBeGreaterThan(10_000);
        expect(words.fieldsOf(foundIn(left, words.words))).toEqual([]);
      } finally {
        disk.remove();
        await close();
      }
    },
    PATIENCE_MS,
  );
});

async function casesIn(database: Database): Promise<number> {
  const [row] = await sql<{ n: number | string }>(database.reader, 'SELECT COUNT(*) AS n FROM case_file');
  return Number(row?.n);
}

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
