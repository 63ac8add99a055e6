import { openReferDesk } from '../../test/harness/refer-desk';
import { eachHome } from '../../test/harness/databases';
import { drift } from '../../test/harness/drift';

eachHome((_home, place) => {
  it('keeps the entities and the migration the same', async () => {
    const desk = await openReferDesk(await place());
    expect(
      await drift(desk.database, 'referral_answer', 'referral_code', 'agency_session', 'referral_exhibit'),
    ).toEqual([]);
    await desk.close();
  });
});
