import type { EntityManager } from 'typeorm';
import { chunks, sql } from '../platform/database/sql';

/** The numbers of these cases by id, for a list whose reader may see all of them. */
export async function caseNumbers(em: EntityManager, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const numbers = new Map<string, string>();
  for (const piece of chunks(wanted)) {
    const marks = piece.map((_, at) => `$${at + 1}`).join(', ');
    const rows = await sql<{ id: string; number: string }>(
      em,
      `SELECT id, number FROM case_file WHERE id IN (${marks})`,
      piece,
    );
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return numbers;
}
