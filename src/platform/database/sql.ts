import type { EntityManager, ObjectLiteral } from 'typeorm';

export type SqlValue = string | number | boolean | null;

export const isPostgres = (em: EntityManager): boolean => em.connection.options.type === 'postgres';

/**
 * Plain SQL with `$1`, `$2` … on both databases (SQLite reads them as `?1`).
 * Counts come back as text on PostgreSQL: read them with `Number()`.
 */
export async function sql<Row extends ObjectLiteral>(
  em: EntityManager,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  if (isPostgres(em)) {
    const result: unknown = await em.query(text, [...values]);
    return rowsOf<Row>(result);
  }
  const asNumbers = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  // TypeORM forgets the rows of a statement that begins with INSERT, UPDATE or DELETE: a line end in front keeps RETURNING.
  return rowsOf<Row>(await em.query(`\n${text.replace(/\$(\d+)/g, '?$1')}`, asNumbers));
}

/** `UPDATE … RETURNING` answers `[rows, count]` on PostgreSQL. */
function rowsOf<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  return (
    result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result
  ) as Row[];
}

/** Large inserts in pieces that both databases accept. */
export function chunks<T>(items: readonly T[], size = 400): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += size) pieces.push(items.slice(at, at + size));
  return pieces;
}

/** True when the database refused a row because it is already there (SQLite and PostgreSQL name it differently). */
export function isAlreadyThere(error: unknown): boolean {
  const driver = (error as { driverError?: { code?: string; message?: string } }).driverError;
  return driver?.code === '23505' || (driver?.code === 'SQLITE_CONSTRAINT' && /UNIQUE/.test(driver.message ?? ''));
}
