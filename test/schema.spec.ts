import { ENTITIES } from '../src/entities';
import { eachDatabase } from './harness/databases';

/** Migration drift: what the entities say and what the migrations made must not differ, on either home. */
eachDatabase((_home, open) => {
  it('leaves nothing between the entities and the migrated schema', async () => {
    const { database, close } = await open(ENTITIES);
    try {
      const log = await database.writer.driver.createSchemaBuilder().log();
      expect(log.upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await close();
    }
  });
});
