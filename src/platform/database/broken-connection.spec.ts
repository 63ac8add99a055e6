import type { Pool } from 'pg';
import { eachDatabase } from '../../../test/harness/databases';
import { PLATFORM_ENTITIES } from '../platform.entities';
import { log } from '../log';
import { sql } from './sql';

eachDatabase((home, open) => {
  // SQLite has no connection that a server could cut off.
  const onServer = home === 'PostgreSQL' ? it : it.skip;

  onServer('outlives a connection that breaks before anybody listens to it', async () => {
    const { database, close } = await open(PLATFORM_ENTITIES);
    const level = log.level;
    log.level = 'silent';
    try {
      const pool = (database.writer.driver as unknown as { readonly master: Pool }).master;
      await new Promise<void>((resolve, reject) =>
        pool.connect((failed, connection, release) => {
          if (!connection) return reject(failed ?? new Error('no connection'));
          const isHeard = connection.listenerCount('error') > 0;
          if (isHeard) connection.emit('error', new Error('terminating connection due to administrator command'));
          release(true);
          return isHeard ? resolve() : reject(new Error('nobody listens: the process would end'));
        }),
      );
      expect(await database.write((em) => sql(em, 'SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    } finally {
      log.level = level;
      await close();
    }
  });
});
