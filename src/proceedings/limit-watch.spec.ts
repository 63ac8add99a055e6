import type { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { Calendars } from '../deadlines/calendars';
import { at } from '../deadlines/testing/calendars';
import { LegalLimit } from './legal-limit.entity';
import { LegalLimits } from './legal-limits.service';
import { LimitRung } from './limit-rung.entity';
import { LimitWatch } from './limit-watch';
import { DOOR, LimitDesk } from './testing/limit-desk';

eachHome((_home, place) => {
  let letters: LimitDesk;
  let desk: Desk;
  beforeAll(async () => {
    letters = await LimitDesk.open(await place());
    desk = letters.desk;
  });
  afterAll(() => desk.close());
  beforeEach(() => letters.morning());

  const goTo = (text: string) => letters.goTo(text);
  const enter = (more: object = {}) => letters.enter(more);
  const post = (id: string, path: string, body: object = {}) => letters.post(id, path, body);

  describe('the ladder', () => {
    const watch = () => desk.get(LimitWatch).run();
    const rungs = async (id: string) => {
      const limits = await desk.database.reader.findBy(LegalLimit, { proceedingId: id });
      const rows = await desk.database.reader.find(LimitRung, { order: { firedAt: 'ASC', rung: 'ASC' } });
      return rows
        .filter(({ limitId }) => limits.some((limit) => limit.id === limitId))
        .map(({ dueOn, rung, dueWas, passed }) => [dueOn, rung, dueWas, passed]);
    };

    it('speaks once at each rung, in the story of the case, without a word of content', async () => {
      const file = await desk.openCase();
      const id = await enter({ caseNumber: file.number });
      const told = async () => (await desk.storyOf(file)).filter(({ kind }) => kind === 'legalRungFired');
      goTo('2026-03-02 08:29');
      await watch();
      expect(await rungs(id)).toEqual([]);
      // 30 days before Mon 30 March is Sat 28 February: Mon 2 March.
      goTo('2026-03-02 08:31');
      await Promise.all([watch(), watch(), watch()]);
      await watch();
      expect(await rungs(id)).toEqual([['2026-03-30', 1, at('2026-03-02 08:30'), false]]);
      expect(await told()).toEqual([
        expect.objectContaining({
          data: {
            proceedingId: id,
            limit: 1,
            rung: 1,
            who: 'desk_head',
            notice: 'legal_limit_near',
            due: at('2026-03-30 16:30'),
          },
        }),
      ]);
      goTo('2026-03-31 08:31');
      await watch();
      await watch();
      expect((await told()).map(({ data }) => data.notice)).toEqual(['legal_limit_near', 'legal_limit_past']);
    });

    it('lets the highest rung alone speak after an outage, and begins anew with a new last day', async () => {
      const file = await desk.openCase();
      const id = await enter({ caseNumber: file.number });
      goTo('2026-05-04 11:00');
      await watch();
      expect((await rungs(id)).map(([, rung, , passed]) => [rung, passed])).toEqual([
        [1, true],
        [2, false],
      ]);
      // By now she has been signed out.
      const letter = { amount: 90, letterNo: 'ปช 0005/77', letterDate: '2026-03-20' };
      await desk.get(LegalLimits).extend(desk.person('desk_officer'), id, '1', letter);
      await watch();
      expect(await rungs(id)).toHaveLength(2);
      // 30 days before Mon 29 June is Sat 30 May; Mon 1 June stands in for Visakha Bucha Day.
      goTo('2026-06-02 08:31');
      await watch();
      expect((await rungs(id)).at(-1)).toEqual(['2026-06-29', 1, at('2026-06-02 08:30'), false]);
      const told = (await desk.storyOf(file)).filter(({ kind }) => kind === 'legalRungFired');
      expect(told.map(({ data }) => data.notice)).toEqual(['legal_limit_past', 'legal_limit_near']);
    });

    it('is silent once the limit has ended', async () => {
      const id = await enter();
      const end = { reason: 'withdrawn', endedOn: '2026-02-02', letterNo: 'ปช 0009/3', letterDate: '2026-02-02' };
      await post(id, '/1/ending', end);
      goTo('2026-05-04 11:00');
      await watch();
      expect(await rungs(id)).toEqual([]);
    });

    it('counts anew what another calendar counted', async () => {
      const id = await enter();
      await desk.database.write((em) =>
        em.update(
          LegalLimit,
          { proceedingId: id },
          { calendarVersion: 'old', dueOn: '2026-03-31', firstDueOn: '2026-03-31' },
        ),
      );
      await watch();
      const [limit] = await desk.database.reader.findBy(LegalLimit, { proceedingId: id });
      expect(limit).toMatchObject({
        dueOn: '2026-03-30',
        firstDueOn: '2026-03-30',
        calendarVersion: desk.get(Calendars).inForce.version,
      });
    });
  });

  describe('the desk’s list', () => {
    it('shows what is due within thirty days or past, the oldest first, and not what is out of reach', async () => {
      const { total, past } = (await letters.visitors.get('desk_head', `${DOOR}/limits`)).body;
      const soon = await enter({ dueOn: '2026-03-04' });
      await enter({ dueOn: '2026-03-05' });
      const late = await enter({ openedOn: '2025-01-15', dueOn: '2025-02-03' });
      const elsewhere = await desk.openCase();
      await enter({ openedOn: '2025-01-15', dueOn: '2025-02-02', caseNumber: elsewhere.number });
      await desk.database.write((em) => em.update('CaseFile', { id: elsewhere.id }, { handledBy: 'alternative' }));
      const { body } = await letters.visitors.get('desk_head', `${DOOR}/limits`);
      expect(body).toMatchObject({ total: total + 2, past: past + 1 });
      const days = body.limits.map(({ dueOn }: { dueOn: string }) => dueOn);
      expect(days).toEqual([...days].sort());
      expect(body.limits[0]).toMatchObject({ proceedingId: late, standing: 'overdue', caseNumber: null });
      expect(body.limits.at(-1)).toMatchObject({ proceedingId: soon, standing: 'near', dueOn: '2026-03-04' });
      const { text } = await letters.visitors.get('desk_head', '/proceedings/limits');
      expect(text).toContain(`/proceedings/${late}`);
      expect((await letters.visitors.get('desk_head', '/proceedings')).text).toContain(
        `legal limits of other bodies near or past`,
      );
    });
  });
});
