import { eachDatabase } from '../../../test/harness/databases';
import { PLATFORM_ENTITIES } from '../platform.entities';
import { DatabaseTooNew, migrate } from './migrate';

eachDatabase((_home, open) => {
  it('starts a second time on what it made, and refuses what a newer program made', async () => {
    const { database, close } = await open(PLATFORM_ENTITIES);
    try {
      await expect(migrate(database.writer)).resolves.toBeUndefined();
      await database.writer.query(
        `INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Later9999999999999')`,
      );
      await expect(migrate(database.writer)).rejects.toBeInstanceOf(DatabaseTooNew);
    } finally {
      await close();
    }
  });
});
