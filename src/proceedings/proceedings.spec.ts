import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { drift } from '../../test/harness/drift';
import { Visitors } from '../../test/harness/visitors';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { OfficersService } from '../access/officers.service';
import { Wall } from '../access/wall';
import { CaseCounts } from '../statistics/case-counts';
import { periodOf } from '../statistics/fiscal-year';
import { PROCEEDINGS_ENTITIES } from './proceedings.entities';
import { ProceedingsModule } from './proceedings.module';

const DOOR = '/api/v1/proceedings';

eachHome((_home, place) => {
  let desk: Desk;
  let visitors: Visitors;
  let no = 0;
  beforeAll(async () => {
    const entities = [...DEADLINE_ENTITIES, ...PROCEEDINGS_ENTITIES];
    desk = await Desk.open(await place(), [DeadlinesModule, ProceedingsModule], entities);
    desk.rooms.clock.set('2026-11-20T03:00:00.000Z');
    visitors = await new Visitors(desk).signIn('desk_officer', 'desk_head', 'executive', 'auditor');
  });
  afterAll(() => desk.close());

  const proceeding = () => ({
    body: 'nacc',
    reference: `ปช ${++no}/2568`,
    openedOn: '1 ต.ค. 2568',
    dueOn: '2026-03-30',
  });
  const enter = (more: object = {}) => visitors.post('desk_officer', DOOR, { ...proceeding(), ...more });
  const counted = () => desk.get(CaseCounts).proceedings('NWT', periodOf(2569, '2026-11-20'));

  it('keeps the entities and the migration the same', async () => {
    expect(await drift(desk.database, 'ruling', 'proceeding', 'legal_limit', 'limit_extension', 'limit_rung')).toEqual(
      [],
    );
  });

  it('enters a proceeding with its legal limit and counts it for indicators 3.1 and 3.2', async () => {
    const before = await counted();
    const { status, body } = await enter({ counterSuit: true });
    expect(status).toBe(201);
    expect(body).toMatchObject({ body: 'NACC', openedOn: '2025-10-01', limit: '2026-03-30', standing: 'overdue' });
    const after = await counted();
    expect(after).toEqual({ all: before.all + 1, extended: before.extended, counterSuits: before.counterSuits + 1 });
  });

  it('ends, once and not before it began', async () => {
    const { id } = (await enter()).body as { id: string };
    const end = (endedOn: string) => visitors.patch('desk_officer', `${DOOR}/${id}`, { endedOn });
    expect((await end('2025-09-30')).status).toBe(400);
    const ended = { endedOn: '2026-02-01', endReason: 'proceeding' };
    expect((await end('2026-02-01')).body).toMatchObject({ endedOn: '2026-02-01', standing: 'ended', limits: [ended] });
    expect((await end('2026-02-03')).body).toMatchObject({ limits: [{ ...ended, endedOn: '2026-02-03' }] });
  });

  it('belongs to a case if it grew out of one, and tells it there', async () => {
    const file = await desk.openCase();
    const { body } = await enter({ caseNumber: file.number });
    expect(body.caseNumber).toBe(file.number);
    expect((await desk.storyOf(file)).at(-1)).toMatchObject({
      kind: 'proceedingEntered',
      data: { proceedingId: body.id },
    });
    const lost = await enter({ caseNumber: 'NWT-2569-0000000' });
    expect([lost.status, lost.body.fields[0].field]).toEqual([400, 'caseNumber']);
  });

  it('is entered once', async () => {
    const one = proceeding();
    expect((await visitors.post('desk_officer', DOOR, one)).status).toBe(201);
    expect((await visitors.post('desk_officer', DOOR, one)).status).toBe(409);
  });

  it.each([
    ['body', { body: 'the temple' }],
    ['reference', { reference: 'ไม่มีเลข' }],
    ['openedOn', { openedOn: '2026-11-21' }],
    ['dueOn', { dueOn: '2025-09-30' }],
  ])('says which field is wrong: %s', async (field, wrong) => {
    const { status, body } = await enter(wrong);
    expect([status, body.fields[0].field]).toEqual([400, field]);
  });

  it('is not there when its id is none', async () => {
    for (const id of ['nothing', '%00', newIdLike]) {
      expect((await visitors.patch('desk_officer', `${DOOR}/${id}`, { counterSuit: true })).status).toBe(404);
    }
  });

  it('is not there for whom its case is hidden, neither to read nor to write', async () => {
    const file = await desk.openCase();
    const { id } = (await enter({ caseNumber: file.number })).body as { id: string };
    await desk.database.write(async () => {
      const walled = await desk.get(OfficersService).find('desk_officer');
      await desk.get(Wall).raise(file, [{ officer: walled?.id ?? '' }], 'named');
    });
    expect((await visitors.patch('desk_officer', `${DOOR}/${id}`, { counterSuit: true })).status).toBe(404);
    expect((await visitors.get('desk_officer', `/proceedings/${id}`)).status).toBe(404);
    expect((await visitors.patch('desk_head', `${DOOR}/${id}`, { counterSuit: true })).status).toBe(200);
  });

  it('is the desk’s business alone', async () => {
    expect((await visitors.get('executive', DOOR)).status).toBe(403);
    expect((await visitors.get('auditor', DOOR)).status).toBe(404);
    const { status, body } = await visitors.get('desk_head', DOOR);
    expect(status).toBe(200);
    expect(body.total).toBe(body.proceedings.length);
  });

  describe('the pages', () => {
    it('list proceedings, take a form, and give back what was typed when it is wrong', async () => {
      const one = proceeding();
      const wrong = await visitors.submit('desk_officer', '/proceedings', { ...one, dueOn: 'someday' });
      expect(wrong.status).toBe(400);
      expect(wrong.text).toContain('someday');
      const sent = await visitors.submit('desk_officer', '/proceedings', one);
      expect([sent.status, sent.headers.location]).toEqual([303, '/proceedings']);
      expect((await visitors.get('desk_officer', '/proceedings')).text).toContain(one.reference);
    });

    it('take the end of one proceeding', async () => {
      const { id } = (await enter()).body as { id: string };
      const page = `/proceedings/${id}`;
      expect((await visitors.submit('desk_officer', page, { endedOn: 'someday' })).text).toContain('href="#f-endedOn"');
      const end = { endedOn: '2026-02-01', counterSuit: 'false' };
      expect((await visitors.submit('desk_officer', page, end)).status).toBe(303);
      expect((await visitors.get('desk_officer', page)).text).toContain('1 February 2026');
    });

    it('carry a ruling from one officer to the other', async () => {
      const file = await desk.bring(await desk.openCase({ type: 'corruption', agencyCode: 'NWT-LAND' }), 'sort');
      const page = `/cases/${file.number}/rulings`;
      const ruling = { body: 'PACC', reference: 'ปปท 5/2569', date: '1 พ.ย. 2569', kind: 'both' };
      expect((await visitors.submit('desk_officer', page, { ...ruling, kind: '' })).status).toBe(400);
      expect((await visitors.submit('desk_officer', page, ruling)).status).toBe(303);
      expect((await visitors.get('desk_officer', page)).text).not.toContain('/approval"');
      const action = /action="([^"]*\/approval)"/.exec((await visitors.get('desk_head', page)).text)?.[1] ?? '';
      expect((await visitors.submit('desk_officer', action, { decision: 'grant' })).status).toBe(403);
      expect((await visitors.submit('desk_head', action, { decision: 'grant' })).status).toBe(303);
      const { body } = await visitors.get('desk_head', `/api/v1/cases/${file.number}/rulings`);
      expect(body.rulings).toMatchObject([{ state: 'made', body: 'PACC', date: '2026-11-01', waiting: null }]);
      const overturning = `${page}/${body.rulings[0].id}/overturning`;
      expect((await visitors.get('desk_head', overturning)).status).toBe(200);
      expect((await visitors.submit('desk_head', overturning, { reference: '', date: '' })).status).toBe(400);
    });
  });
});

const newIdLike = '0'.repeat(26);
