import { eachDatabase } from '../../test/harness/databases';
import { STATISTICS_ENTITIES } from './statistics.entities';

eachDatabase((_home, open) => {
  it('keeps the entities and the migration the same', async () => {
    const opened = await open(STATISTICS_ENTITIES);
    const { upQueries } = await opened.database.writer.driver.createSchemaBuilder().log();
    await opened.close();
    expect(upQueries.map(({ query }) => query).filter((query) => query.includes('fact_'))).toEqual([]);
  });
});
