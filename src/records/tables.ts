import type { EntityManager, EntityMetadata } from 'typeorm';
import type { SqlValue } from '../platform/database/sql';
import { chunks, sql } from '../platform/database/sql';

/** One row as both databases understand it: the values of `columns`, in their order. */
export type Row = readonly SqlValue[];

export interface PortableTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly booleans: ReadonlySet<string>;
}

/** Signed in on the old machine is not signed in on the new one: everybody's session ends with a restore. */
const LEFT_OUT: readonly string[] = ['session', 'reporter_session', 'agency_session'];
const BATCH = 500;
const MOST_PARAMETERS = 900;

/** Every table that is carried over, each after those it refers to. */
export function portableTables(metadatas: readonly EntityMetadata[]): readonly PortableTable[] {
  const sorted: EntityMetadata[] = [];
  const visit = (one: EntityMetadata, above: readonly EntityMetadata[]): void => {
    if (sorted.includes(one) || above.includes(one)) return;
    for (const { referencedEntityMetadata } of one.foreignKeys) visit(referencedEntityMetadata, [...above, one]);
    sorted.push(one);
  };
  for (const one of [...metadatas].sort((a, b) => (a.tableName < b.tableName ? -1 : 1))) visit(one, []);
  return sorted.filter(({ tableName }) => !LEFT_OUT.includes(tableName)).map(portable);
}

const portable = ({ tableName, columns, primaryColumns }: EntityMetadata): PortableTable => ({
  name: tableName,
  columns: columns.map(({ databaseName }) => databaseName),
  keys: primaryColumns.map(({ databaseName }) => databaseName),
  booleans: new Set(columns.filter(({ type }) => type === 'boolean').map(({ databaseName }) => databaseName)),
});

/** All rows in the order of their keys, a batch in memory at a time. */
export async function* rowsOf(em: EntityManager, table: PortableTable): AsyncGenerator<Row> {
  const keys = list(table.keys);
  const marks = table.keys.map((_, at) => `$${at + 1}`).join(', ');
  let last: readonly SqlValue[] | null = null;
  for (;;) {
    const where: string = last ? `WHERE (${keys}) > (${marks})` : '';
    const text = `SELECT ${list(table.columns)} FROM "${table.name}" ${where} ORDER BY ${keys} LIMIT ${BATCH}`;
    const rows: readonly Record<string, SqlValue>[] = await sql<Record<string, SqlValue>>(em, text, last ?? []);
    for (const row of rows) yield table.columns.map((column) => plain(table, column, row[column] ?? null));
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = table.keys.map((key) => end[key] ?? null);
  }
}

/** SQLite keeps 0 and 1. */
const plain = (table: PortableTable, column: string, value: SqlValue): SqlValue =>
  value !== null && table.booleans.has(column) ? Boolean(value) : value;

export async function insertRows(em: EntityManager, table: PortableTable, rows: readonly Row[]): Promise<void> {
  const width = table.columns.length;
  for (const piece of chunks(rows, Math.max(1, Math.floor(MOST_PARAMETERS / width)))) {
    const marks = piece.map((_, no) => `(${table.columns.map((__, at) => `$${no * width + at + 1}`).join(', ')})`);
    await sql(em, `INSERT INTO "${table.name}" (${list(table.columns)}) VALUES ${marks.join(', ')}`, piece.flat());
  }
}

export async function isEmpty(em: EntityManager, table: PortableTable): Promise<boolean> {
  return (await sql(em, `SELECT 1 AS one FROM "${table.name}" LIMIT 1`)).length === 0;
}

const list = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
