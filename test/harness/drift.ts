import type { Database } from '../../src/platform/database/database';

/** What the entities ask of these tables beyond what the migrations made; empty when they say the same. */
export async function drift(database: Database, ...tables: readonly string[]): Promise<readonly string[]> {
  const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
  const about = (query: string): boolean => tables.some((table) => new RegExp(`\\b${table}\\b`).test(query));
  return upQueries.map(({ query }) => query).filter(about);
}
