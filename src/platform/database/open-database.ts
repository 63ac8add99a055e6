import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import { Database } from './database';
import { dataSourceOptions } from './data-source';

export interface OpenedDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Both connections as they stand, without a migration: for a program that must look before it touches. */
export async function openDatabase(settings: Settings, entities: readonly unknown[]): Promise<OpenedDatabase> {
  const writer = await new DataSource(dataSourceOptions(settings, entities, 'default')).initialize();
  const reads = await new DataSource(dataSourceOptions(settings, entities, 'reads')).initialize();
  const close = async (): Promise<void> => {
    await reads.destroy();
    await writer.destroy();
  };
  return { database: new Database(writer, reads), close };
}
