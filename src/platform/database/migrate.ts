import type { DataSource } from 'typeorm';

/** The database was made by a newer program than this one. */
export class DatabaseTooNew extends Error {}

const MIGRATION_LOCK = 7_044_817;

/**
 * Brings the database up to date under a lock: an advisory lock on PostgreSQL, the server lock on SQLite.
 * @throws DatabaseTooNew when the database holds a migration that this program does not know.
 */
export async function migrate(source: DataSource): Promise<void> {
  if (source.options.type === 'sqlite') {
    await source.query('PRAGMA synchronous = FULL');
    await source.query('PRAGMA foreign_keys = ON');
    await runKnown(source);
    // Without statistics SQLite prefers the index on the province to the one that finds the row.
    await source.query('PRAGMA optimize=0x10002');
    return;
  }
  const holder = source.createQueryRunner();
  try {
    await holder.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await runKnown(source);
  } finally {
    await holder.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
    await holder.release();
  }
}

async function runKnown(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  for (const name of await namesRun(source)) {
    if (!known.has(name)) {
      throw new DatabaseTooNew(`The database was made by a newer version of Phitak (${name}). Start that version.`);
    }
  }
  await source.runMigrations();
}

async function namesRun(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows: unknown = await runner.query('SELECT name FROM migrations');
    return (rows as { name: string }[]).map((row) => row.name);
  } finally {
    await runner.release();
  }
}
