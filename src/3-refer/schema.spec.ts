import { REFER_ENTITIES } from './refer.entities';
import { ReferModule } from './refer.module';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { drift } from '../../test/harness/drift';

eachHome((_home, place) => {
  it('keeps the entities and the migration the same', async () => {
    const desk = await Desk.open(await place(), [ReferModule], REFER_ENTITIES);
    expect(await drift(desk.database, 'referral_answer')).toEqual([]);
    await desk.close();
  });
});
