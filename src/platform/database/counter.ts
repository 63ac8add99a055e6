import type { EntityManager } from 'typeorm';
import { sql } from './sql';

/**
 * The next number of a sequence, from 1. The row stays locked until the write ends, so take numbers in this order:
 * register numbers, then story lines, then audit.
 */
export async function nextOf(em: EntityManager, province: string, name: string): Promise<number> {
  const [row] = await sql<{ value: number }>(
    em,
    `INSERT INTO counter (province, name, value) VALUES ($1, $2, 1)
     ON CONFLICT (province, name) DO UPDATE SET value = counter.value + 1 RETURNING value`,
    [province, name],
  );
  if (!row) throw new Error('the sequence gave no number');
  return row.value;
}
