import { ENTITIES } from '../src/entities';
import { DESTROYED, LEFT } from '../src/records/shredding';
import { eachDatabase } from './harness/databases';

/** Whoever adds a table that knows a case says here what becomes of it when the case is disposed of. */
eachDatabase((_home, open) => {
  it('destroys or leaves, by name, every table that knows a case', async () => {
    const { database, close } = await open(ENTITIES);
    try {
      const all = database.writer.entityMetadatas;
      const knowing = new Set(
        all.filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'case_id')).map(nameOf),
      );
      knowing.add('case_file');
      for (let before = -1; before !== knowing.size;) {
        before = knowing.size;
        for (const one of all) {
          if (one.foreignKeys.some(({ referencedEntityMetadata }) => knowing.has(nameOf(referencedEntityMetadata)))) {
            knowing.add(nameOf(one));
          }
        }
      }
      const listed = [...DESTROYED.map(([table]) => table).filter((table) => !(table in LEFT)), ...Object.keys(LEFT)];
      expect(listed.sort()).toEqual([...knowing].sort());
    } finally {
      await close();
    }
  });
});

const nameOf = ({ tableName }: { readonly tableName: string }): string => tableName;
