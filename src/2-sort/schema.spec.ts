import { SORT_ENTITIES } from './sort.entities';
import { SortModule } from './sort.module';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { drift } from '../../test/harness/drift';

eachHome((_home, place) => {
  it('keeps the entities and the migration the same', async () => {
    const desk = await Desk.open(await place(), [SortModule], SORT_ENTITIES);
    expect(await drift(desk.database, 'sorting_sheet', 'classification')).toEqual([]);
    await desk.close();
  });
});
