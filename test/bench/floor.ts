import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ArgonQueue, RECEIPT_COST } from '../../src/platform/crypto/argon';
import { newReceiptDigits } from '../../src/platform/crypto/codes';
import { median } from './figures';
import type { Env } from './program';

/** What no submission can do without, measured alone in this process on an idle server: ms, medians. */
export interface Floor {
  /** One Argon2id derivation of a receipt (19,456 KiB, two passes). */
  readonly derivation: number;
  /** One row of 1 KiB written so that a power cut does not lose it, on this home's disk. */
  readonly commit: number;
}

export async function floor(env: Env, count: number): Promise<Floor> {
  return {
    derivation: await derivation(count),
    commit: await (env.DATABASE_URL ? postgres(env.DATABASE_URL, count) : sqlite(env, count)),
  };
}

async function derivation(count: number): Promise<number> {
  const argon = new ArgonQueue();
  const salt = randomBytes(16);
  return timed(count, () => argon.derive('filing', newReceiptDigits(), salt, RECEIPT_COST));
}

const ROW = 'x'.repeat(1_024);

/** A file of its own in the same folder, with the server's own settings (WAL, synchronous FULL). */
async function sqlite({ DATA_DIR = '' }: Env, count: number): Promise<number> {
  mkdirSync(DATA_DIR, { recursive: true });
  const source = new DataSource({ type: 'sqlite', database: join(DATA_DIR, 'floor.sqlite'), enableWAL: true });
  await source.initialize();
  await source.query('PRAGMA synchronous = FULL');
  await source.query('CREATE TABLE IF NOT EXISTS floor (words text NOT NULL)');
  return timed(count, () => source.query('INSERT INTO floor (words) VALUES (?)', [ROW])).finally(() =>
    source.destroy(),
  );
}

async function postgres(connectionString: string, count: number): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('CREATE SCHEMA IF NOT EXISTS floor');
  await client.query('CREATE TABLE IF NOT EXISTS floor.floor (words text NOT NULL)');
  const insert = { name: 'floor', text: 'INSERT INTO floor.floor (words) VALUES ($1)', values: [ROW] };
  return timed(count, () => client.query(insert)).finally(() => client.end());
}

async function timed(count: number, act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  await act();
  for (let no = 0; no < count; no++) {
    const begun = performance.now();
    await act();
    taken.push(performance.now() - begun);
  }
  return median(taken);
}
