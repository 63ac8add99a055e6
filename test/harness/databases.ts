import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../../src/platform/config/settings';
import { readSettings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { projectRoot } from '../../src/platform/root';

export type Home = 'SQLite' | 'PostgreSQL';

/** An empty database of its own, brought up to date; `close` drops it. */
export interface OpenDatabase {
  readonly database: Database;
  readonly settings: Settings;
  readonly close: () => Promise<void>;
}

/** A place for a database that does not exist yet: settings for a whole server, or for `open`. */
export interface Place {
  readonly settings: Settings;
  readonly remove: () => Promise<void>;
}

type Env = Readonly<Record<string, string>>;

const SERVER = 'postgresql://postgres@127.0.0.1:5432';
const TEMPLATE_LOCK = 7_044_818;
const required = (process.env.REQUIRE ?? '').split(/[\s,]+/).includes('postgres');

/**
 * Runs a suite on SQLite and, when a PostgreSQL answers on 127.0.0.1:5432, there too. `REQUIRE=postgres` makes a
 * missing one a failure; otherwise the suite it would have run is named as skipped.
 */
export function eachDatabase(
  suite: (home: Home, open: (entities: readonly unknown[], env?: Env) => Promise<OpenDatabase>) => void,
): void {
  eachHome((home, place) => suite(home, async (entities, env) => openAt(await place(env), entities)));
}

/** As `eachDatabase`, for suites that start a server themselves and only need settings. */
export function eachHome(suite: (home: Home, place: (env?: Env) => Promise<Place>) => void): void {
  describe('on SQLite', () => suite('SQLite', onSqlite));
  if (required || postgresAnswers()) describe('on PostgreSQL', () => suite('PostgreSQL', onPostgres));
  else
    describe.skip('on PostgreSQL (left out: nothing answers on 127.0.0.1:5432)', () => suite('PostgreSQL', onPostgres));
}

/** Connects both ways in and migrates. */
export async function openAt(place: Place, entities: readonly unknown[]): Promise<OpenDatabase> {
  const writer = await new DataSource(dataSourceOptions(place.settings, entities, 'default')).initialize();
  const reads = await new DataSource(dataSourceOptions(place.settings, entities, 'reads')).initialize();
  await migrate(writer);
  return {
    database: new Database(writer, reads),
    settings: place.settings,
    close: async () => {
      await reads.destroy();
      await writer.destroy();
      await place.remove();
    },
  };
}

function onSqlite(env: Env = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
  return Promise.resolve({
    settings: settingsIn(folder, env),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  });
}

async function onPostgres(env: Env = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
  const name = `phitak_test_${randomBytes(6).toString('hex')}`;
  template ??= makeTemplate();
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${await template}`);
  return {
    settings: settingsIn(folder, { ...env, DATABASE_URL: `${SERVER}/${name}` }),
    remove: async () => {
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const settingsIn = (folder: string, env: Env): Settings =>
  readSettings({ DATA_DIR: join(folder, 'data'), SERVER_SECRET_FILE: join(folder, 'server.secret'), ...env });

let template: Promise<string> | undefined;

/** An empty database brought up to date once; it stays on the server, and every suite copies it as long as no migration changes. */
async function makeTemplate(): Promise<string> {
  const name = `phitak_template_${hashOf(join(projectRoot, 'migrations'))}`;
  const making = `${name}_making`;
  const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
  await withServer(async (server) => {
    await server.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return;
    await server.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${making}`);
    const settings = settingsIn(folder, { DATABASE_URL: `${SERVER}/${making}` });
    await (await openAt({ settings, remove: () => Promise.resolve() }, [])).close();
    await server.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  });
  rmSync(folder, { recursive: true, force: true });
  return name;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

const onServer = (statement: string): Promise<void> =>
  withServer(async (server) => void (await server.query(statement)));

async function withServer(work: (server: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Jest wants to know before the suites are named, so the question is asked in a process of its own. */
function postgresAnswers(): boolean {
  const ask = `require('node:net').connect(5432, '127.0.0.1')
    .once('connect', () => process.exit(0)).once('error', () => process.exit(1));
    setTimeout(() => process.exit(1), 1500)`;
  return spawnSync(process.execPath, ['-e', ask]).status === 0;
}
