import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { drift } from '../../test/harness/drift';
import { EVIDENCE_ENTITIES } from './evidence.entities';
import { EvidenceModule } from './evidence.module';

eachHome((_home, place) => {
  it('keeps the entities and the migration the same', async () => {
    const desk = await Desk.open(await place(), [EvidenceModule], EVIDENCE_ENTITIES);
    expect(await drift(desk.database, 'sealed_file', 'exhibit', 'custody_entry')).toEqual([]);
    await desk.close();
  });
});
