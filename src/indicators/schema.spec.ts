import { eachDatabase } from '../../test/harness/databases';
import { INDICATORS_ENTITIES } from './indicators.entities';

eachDatabase((_home, open) => {
  it('keeps the entities and the migration the same', async () => {
    const opened = await open(INDICATORS_ENTITIES);
    const { upQueries } = await opened.database.writer.driver.createSchemaBuilder().log();
    await opened.close();
    expect(upQueries.map(({ query }) => query).filter((query) => /indicator|official/.test(query))).toEqual([]);
  });
});
