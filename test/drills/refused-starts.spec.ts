import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { sql } from '../../src/platform/database/sql';
import { Client } from '../bench/client';
import type { Env } from '../bench/program';
import { Program } from '../bench/program';
import { RunningServer } from '../bench/running-server';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { SERVER, WORKER, environmentOf } from './programs';

const PATIENCE_MS = 240_000;

/** A program that must not start says why in one line, without a stack, and changes nothing. */
eachHome((home, open) => {
  let place: Place;
  let server: RunningServer;

  const environment = (more: Env = {}): Env => ({ ...environmentOf(place.settings), ...more });
  const start = (): Promise<RunningServer> => RunningServer.start(SERVER, environment());
  const refusal = async (script: readonly string[], more: Env = {}): Promise<string> => {
    const { code, stdout, stderr } = await new Program(script, environment({ PORT: '0', ...more })).ended;
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 });
    return stderr;
  };

  beforeAll(async () => {
    place = await open();
    server = await start();
  }, PATIENCE_MS);

  afterAll(async () => {
    await server?.kill();
    await place?.remove();
  });

  if (home === 'SQLite') {
    it(
      'turns a second server on the same folder away, and a worker, and says what to set; the first one works on',
      async () => {
        const [second, worker] = await Promise.all([refusal(SERVER), refusal(WORKER)]);
        expect(second).toContain('Another Phitak server uses this DATA_DIR');
        expect(second).toContain('set DATABASE_URL to PostgreSQL');
        expect(worker).toContain('set DATABASE_URL to PostgreSQL');
        const client = new Client(server.origin);
        expect((await client.get('/health/ready')).status).toBe(200);
        client.close();
      },
      PATIENCE_MS,
    );
  }

  it(
    'starts at once where a server was killed, and not with another secret',
    async () => {
      await server.kill();
      const SERVER_SECRET = randomBytes(32).toString('hex');
      expect(await refusal(SERVER, { SERVER_SECRET })).toContain('another server secret');
      server = await start();
      await server.kill();
    },
    PATIENCE_MS,
  );

  it(
    'does not touch a database that a newer program made',
    async () => {
      await server.kill();
      const source = await new DataSource(dataSourceOptions(place.settings, [], 'reads')).initialize();
      const later = 'Later1999999999999';
      await sql(source.manager, `INSERT INTO migrations (timestamp, name) VALUES (1999999999999, '${later}')`);
      await source.destroy();
      expect(await refusal(SERVER)).toContain(`newer version of Phitak (${later})`);
    },
    PATIENCE_MS,
  );
});
