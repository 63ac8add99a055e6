import { eachDatabase } from '../../test/harness/databases';
import { ACCESS_ENTITIES } from './access.entities';

eachDatabase((_home, open) => {
  it('keeps the entities and the migration the same', async () => {
    const opened = await open(ACCESS_ENTITIES);
    const { upQueries } = await opened.database.writer.driver.createSchemaBuilder().log();
    const ours = upQueries.map(({ query }) => query).filter((query) => /officer|session|setup_token/.test(query));
    await opened.close();
    expect(ours).toEqual([]);
  });
});
