import type { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';
import sqlite3 from 'sqlite3';
import type { Settings } from '../config/settings';
import { errorLine, log } from '../log';

export type Entities = MixedList<new () => object | EntitySchema>;

/** Compiled code runs from `dist`, tests from the sources: migrations lie beside whichever is running. */
const migrations = join(__dirname, '..', '..', '..', 'migrations', '*.{js,ts}');

/** TypeORM asks the driver to be verbose, which takes a stack trace at every statement: half of an import's time. */
const quiet = { ...sqlite3, verbose: () => sqlite3 };

/**
 * Where the rows live: PostgreSQL when DATABASE_URL is set, else one SQLite file in DATA_DIR.
 * `null` or `undefined` in a WHERE throws: TypeORM 0.3 would otherwise return any row.
 */
export function dataSourceOptions(
  settings: Settings,
  entities: readonly unknown[],
  name: 'default' | 'reads',
): DataSourceOptions {
  const common = {
    name,
    entities: [...entities] as DataSourceOptions['entities'] & unknown[],
    migrations: name === 'default' ? [migrations] : [],
    migrationsTransactionMode: 'each',
    synchronize: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  } as const;
  if (settings.databaseUrl) {
    const poolSize = name === 'default' ? 10 : 6;
    return { ...common, type: 'postgres', url: settings.databaseUrl, poolSize, extra: { onConnect: surviveItsEnd } };
  }
  mkdirSync(settings.dataDir, { recursive: true });
  return {
    ...common,
    type: 'sqlite',
    database: sqliteFile(settings),
    enableWAL: name === 'default',
    busyTimeout: 10_000,
    driver: quiet,
  };
}

/**
 * A restarting PostgreSQL may cut off a connection in the moment between the pool's listener and TypeORM's: an error that
 * nobody hears would end the process. Whoever asks on such a connection is told all the same.
 */
function surviveItsEnd(connection: EventEmitter): void {
  connection.on('error', (error) => log.warn(errorLine(error), 'a connection to PostgreSQL broke'));
}

/** Where SQLite keeps everything. */
export const sqliteFile = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'phitak.sqlite');
