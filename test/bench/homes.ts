import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Env } from './program';
import { forgetKeys } from './redis';

/** Where a server lives while it is measured; everything there is made for it and removed after it. */
export interface Place {
  readonly env: Env;
  /** A place of its own with the same in it. Nothing may run here meanwhile. */
  readonly copy: () => Promise<Place>;
  readonly remove: () => Promise<void>;
}

export interface Home {
  readonly name: string;
  readonly place: () => Promise<Place>;
}

const POSTGRES = 'postgresql://postgres@127.0.0.1:5432';
const REDIS = 'redis://127.0.0.1:6379';

const SQLITE_HOME: Home = { name: 'SQLite, embedded queue', place: () => noted(onSqlite()) };
const POSTGRES_HOME: Home = { name: 'PostgreSQL, BullMQ', place: () => noted(onPostgres()) };

const standing = new Set<Place>();

/** Whatever still stands when the bench is broken off. */
export async function removeAll(): Promise<void> {
  await Promise.all([...standing].map((place) => place.remove()));
}

/** The homes that can be measured here, and what is missing for the others. */
export async function findHomes(): Promise<{ readonly homes: readonly Home[]; readonly leftOut: string[] }> {
  const [postgres, redis] = await Promise.all([answers(5432), answers(6379)]);
  if (postgres && redis) return { homes: [SQLITE_HOME, POSTGRES_HOME], leftOut: [] };
  const missing = [postgres ? [] : 'PostgreSQL on 127.0.0.1:5432', redis ? [] : 'Redis on 127.0.0.1:6379'].flat();
  return { homes: [SQLITE_HOME], leftOut: [`${POSTGRES_HOME.name}: nothing answers as ${missing.join(', ')}`] };
}

async function noted(made: Promise<Place>): Promise<Place> {
  const place = await made;
  const { env, copy, remove } = place;
  const kept: Place = {
    env,
    copy: () => noted(copy()),
    remove: () => (standing.delete(kept) ? remove() : Promise.resolve()),
  };
  standing.add(kept);
  return kept;
}

function onSqlite(like?: string): Promise<Place> {
  const { path, env, remove } = folder(like);
  return Promise.resolve({ env, copy: () => onSqlite(path), remove: () => Promise.resolve(remove()) });
}

async function onPostgres(like?: { readonly path: string; readonly name: string }): Promise<Place> {
  const { path, env, remove } = folder(like?.path);
  const name = `phitak_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}${like ? ` TEMPLATE ${like.name}` : ''}`);
  return {
    env: { ...env, DATABASE_URL: `${POSTGRES}/${name}`, REDIS_URL: REDIS, REDIS_PREFIX: name },
    copy: () => onPostgres({ path, name }),
    remove: async () => {
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await forgetKeys(REDIS, name);
      remove();
    },
  };
}

interface Folder {
  readonly path: string;
  readonly env: Env;
  readonly remove: () => void;
}

function folder(like?: string): Folder {
  const path = mkdtempSync(join(tmpdir(), 'phitak-bench-'));
  if (like !== undefined) cpSync(like, path, { recursive: true });
  const env = { DATA_DIR: join(path, 'data'), SERVER_SECRET_FILE: join(path, 'server.secret') };
  return { path, env, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: `${POSTGRES}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_500 });
    const end = (there: boolean): void => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
