import type { EntityManager } from 'typeorm';
import { sql } from '../platform/database/sql';

/** The first frame: what made it. A backup is restored by the version that made it. */
export interface Manifest {
  readonly migrations: readonly string[];
}

/** A `table` frame: whose rows follow. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The last frame: what must have been read until here. */
export interface End {
  readonly rows: number;
  readonly files: number;
  /** Files with a row in the snapshot that were not on the shelf any more. */
  readonly missing: number;
  /** Of the audit trail, per province: what `audit verify --head` compares with. */
  readonly heads: readonly { readonly province: string; readonly no: number; readonly mac: string }[];
}

export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

export const parsed = (payload: Buffer): unknown => JSON.parse(payload.toString()) as unknown;

export async function migrationsOf(em: EntityManager): Promise<readonly string[]> {
  const rows = await sql<{ name: string }>(em, 'SELECT name FROM migrations ORDER BY "timestamp"');
  return rows.map(({ name }) => name);
}
