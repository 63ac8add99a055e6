import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { House } from '../harness/app';
import { bytesBelow, bytesInTmp } from './shapes';

/**
 * Everything a thief can carry away from a running house but the server secret: the data folder with database, WAL and
 * evidence; every table of PostgreSQL as text; every key of Redis; and what was written to the folder for temporary
 * files since.
 */
export async function stolenFrom({ settings }: House, since: number): Promise<Buffer> {
  const parts = [bytesBelow(settings.dataDir), bytesInTmp(since)];
  if (settings.databaseUrl) parts.push(...(await tablesOf(settings.databaseUrl)));
  if (settings.redisUrl) parts.push(...(await keysOf(settings.redisUrl, settings.redisPrefix)));
  return Buffer.concat(parts);
}

async function tablesOf(connectionString: string): Promise<readonly Buffer[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows: tables } = await client.query<{ t: string }>(
    `SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public'`,
  );
  const parts: Buffer[] = [];
  for (const { t } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${t}" t`);
    parts.push(Buffer.from(rows.map(({ row }) => row).join('\n')));
  }
  await client.end();
  return parts;
}

async function keysOf(url: string, prefix: string): Promise<readonly Buffer[]> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  const parts: Buffer[] = [];
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 500 }) as AsyncIterable<string[]>) {
    for (const key of keys) parts.push(Buffer.from(`${key}\n`), await valueOf(redis, key));
  }
  redis.disconnect();
  return parts;
}

async function valueOf(redis: Redis, key: string): Promise<Buffer> {
  const read: Record<string, () => Promise<unknown>> = {
    string: () => redis.get(key),
    hash: () => redis.hgetall(key),
    list: () => redis.lrange(key, 0, -1),
    set: () => redis.smembers(key),
    zset: () => redis.zrange(key, 0, -1),
    stream: () => redis.xrange(key, '-', '+'),
  };
  // A job's lock may be gone since its key was listed.
  return Buffer.from(JSON.stringify((await read[await redis.type(key)]?.()) ?? null));
}
