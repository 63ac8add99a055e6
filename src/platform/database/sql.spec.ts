import { eachDatabase } from '../../../test/harness/databases';
import { PLATFORM_ENTITIES } from '../platform.entities';
import { nextOf } from './counter';
import { sql } from './sql';

eachDatabase((_home, open) => {
  it('numbers without gaps while sixteen ask at once, and takes a number back with its write', async () => {
    const { database, close } = await open(PLATFORM_ENTITIES);
    try {
      const numbers = await Promise.all(
        Array.from({ length: 16 }, () => database.write((em) => nextOf(em, 'NWT', 'test'))),
      );
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
      const failing = database.write(async (em) => {
        await nextOf(em, 'NWT', 'test');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await database.write((em) => nextOf(em, 'NWT', 'test'))).toBe(17);
    } finally {
      await close();
    }
  });

  it('answers the rows of RETURNING and nothing when nothing was written', async () => {
    const { database, close } = await open(PLATFORM_ENTITIES);
    try {
      const insert = `INSERT INTO case_number (number) VALUES ($1) ON CONFLICT (number) DO NOTHING RETURNING number`;
      const put = () => database.write((em) => sql(em, insert, ['NWT-2569-0000001']));
      expect(await put()).toEqual([{ number: 'NWT-2569-0000001' }]);
      expect(await put()).toEqual([]);
    } finally {
      await close();
    }
  });
});
