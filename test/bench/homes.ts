import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Env } from './program';
import { forgetKeys } from './redis';

/** Where a server lives while it is measured; everything there is made for it and removed after it. */
export interface Place {
  readonly env: Env;
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
  const { env, remove } = await made;
  const place: Place = { env, remove: () => (standing.delete(place) ? remove() : Promise.resolve()) };
  standing.add(place);
  return place;
}

function onSqlite(): Promise<Place> {
  const { env, remove } = folder();
  return Promise.resolve({ env, remove: () => Promise.resolve(remove()) });
}

async function onPostgres(): Promise<Place> {
  const { env, remove } = folder();
  const name = `phitak_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  return {
    env: { ...env, DATABASE_URL: `${POSTGRES}/${name}`, REDIS_URL: REDIS, REDIS_PREFIX: name },
    remove: async () => {
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await forgetKeys(REDIS, name);
      remove();
    },
  };
}

function folder(): { readonly env: Env; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'phitak-bench-'));
  const env = { DATA_DIR: join(path, 'data'), SERVER_SECRET_FILE: join(path, 'server.secret') };
  return { env, remove: () => rmSync(path, { recursive: true, force: true }) };
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
