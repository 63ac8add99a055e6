import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { drift } from '../../test/harness/drift';
import { Visitors } from '../../test/harness/visitors';
import type { CaseFile } from '../cases/case-file.entity';
import { RECORD_ENTITIES } from './record.entities';
import { RecordModule } from './record.module';

const RECORD = { outcome: 'solved', lessons: 'ควรติดป้ายราคา', answer: 'ได้แก้ไขแล้ว' };

eachHome((_home, place) => {
  let desk: Desk;
  let visitors: Visitors;
  beforeAll(async () => {
    desk = await Desk.open(await place(), [RecordModule], RECORD_ENTITIES);
    visitors = await new Visitors(desk).signIn('desk_officer', 'desk_head', 'executive', 'investigator');
  });
  afterAll(() => desk.close());

  const api = ({ number }: CaseFile, noun: string) => `/api/v1/cases/${number}/${noun}`;
  const page = ({ number }: CaseFile, noun: string) => `/cases/${number}/${noun}`;

  async function ordered(type = 'general'): Promise<CaseFile> {
    const file = await desk.bring(await desk.openCase({ type }), 'sort', 'refer', 'verify', [
      'find',
      { finding: 'founded' },
    ]);
    return desk.bring(file, 'report', 'order');
  }

  it('keeps the entities and the migration the same', async () => {
    expect(await drift(desk.database, 'closing_record', 'withdrawal')).toEqual([]);
  });

  it('closes and reopens through its doors and the one of approval', async () => {
    const file = await ordered();
    const grant = (kind: string) => visitors.post('desk_head', api(file, 'approval'), { decision: 'grant', kind });
    const proposed = await visitors.post('desk_officer', api(file, 'record'), RECORD);
    expect([proposed.status, proposed.body]).toEqual([
      201,
      expect.objectContaining({ status: 'ordered', waiting: true }),
    ]);
    expect((await visitors.post('desk_officer', api(file, 'record'), RECORD)).status).toBe(409);
    expect((await visitors.post('desk_officer', api(file, 'approval'), { decision: 'grant' })).status).toBe(403);
    expect((await grant('record')).body).toEqual({ number: file.number, status: 'recorded' });
    const asked = await visitors.post('desk_officer', api(file, 'reopening'), { reason: 'มีพยานใหม่' });
    expect([asked.status, asked.body.waiting]).toEqual([201, true]);
    expect((await grant('reopening')).body).toEqual({ number: file.number, status: 'received' });
  });

  it('withdraws a grievance at once and makes an accusation wait', async () => {
    const withdraw = async (type: string, more = {}) => {
      const file = await desk.openCase({ type });
      return visitors.post('desk_officer', api(file, 'withdrawal'), { reason: 'ผู้ร้องขอถอน', ...more });
    };
    expect((await withdraw('general')).body).toMatchObject({ status: 'withdrawn', waiting: false });
    const unasked = await withdraw('corruption');
    expect([unasked.status, unasked.body.fields[0].field]).toEqual([400, 'pressureAsked']);
    expect((await withdraw('corruption', { pressureAsked: true })).body).toMatchObject({
      status: 'received',
      waiting: true,
    });
  });

  it('says which fields are wrong', async () => {
    const file = await ordered('corruption');
    const fields = async (body: object) =>
      (await visitors.post('desk_officer', api(file, 'record'), body)).body.fields.map(
        ({ field }: { field: string }) => field,
      );
    expect(await fields({})).toEqual(['outcome']);
    expect(await fields({ outcome: 'founded_improvement', improvement: true })).toEqual(['improvementText']);
    expect(await fields({ outcome: 'solved' })).toEqual(['outcome']);
  });

  describe('the pages', () => {
    it('propose and grant the closing record', async () => {
      const file = await ordered();
      const form = await visitors.get('desk_officer', page(file, 'record'));
      expect(form.text).toContain('value="solved"');
      expect(form.text).not.toContain('value="founded_discipline"');
      const wrong = await visitors.submit('desk_officer', page(file, 'record'), { ...RECORD, outcome: '' });
      expect([wrong.status, wrong.text.includes(RECORD.lessons)]).toEqual([400, true]);
      const sent = await visitors.submit('desk_officer', page(file, 'record'), {
        ...RECORD,
        improvement: 'yes',
        improvementText: 'ป้ายราคา',
      });
      expect([sent.status, sent.headers.location]).toEqual([303, `/cases/${file.number}`]);
      expect((await visitors.get('desk_officer', page(file, 'record'))).text).not.toContain('/approval"');
      const decide = await visitors.get('desk_head', page(file, 'record'));
      expect(decide.text).toContain(`action="/cases/${file.number}/approval"`);
      const granted = await visitors.submit('desk_head', page(file, 'approval'), {
        kind: 'record',
        decision: 'grant',
        reason: '',
      });
      expect(granted.status).toBe(303);
      expect((await visitors.get('desk_head', page(file, 'record'))).text).toContain('Recorded');
    });

    it('show the executive what the head proposed without the words of the desk', async () => {
      const file = await ordered();
      await visitors.post('desk_head', api(file, 'record'), RECORD);
      const { status, text } = await visitors.get('executive', page(file, 'record'));
      expect(status).toBe(200);
      expect(text).not.toContain(RECORD.lessons);
      expect(text).toContain('/approval"');
    });

    it('reopen a closed case', async () => {
      const file = await desk.bring(await desk.openCase(), 'end');
      expect((await visitors.submit('desk_officer', page(file, 'reopening'), { reason: '' })).status).toBe(400);
      expect((await visitors.submit('desk_officer', page(file, 'reopening'), { reason: 'มีพยานใหม่' })).status).toBe(303);
      const { text } = await visitors.get('desk_head', page(file, 'reopening'));
      expect(text).toContain('มีพยานใหม่');
      expect(text).toContain('/approval"');
    });

    it('withdraw a case', async () => {
      const file = await desk.openCase({ type: 'ethics' });
      expect((await visitors.get('desk_officer', page(file, 'withdrawal'))).text).toContain('name="pressureAsked"');
      const asked = { reason: 'ผู้ร้องขอถอน', pressureAsked: 'yes' };
      expect((await visitors.submit('desk_officer', page(file, 'withdrawal'), asked)).status).toBe(303);
      expect((await visitors.get('desk_head', page(file, 'withdrawal'))).text).toContain('/approval"');
    });

    it('are closed to those who only verify', async () => {
      const file = await ordered();
      for (const noun of ['record', 'reopening', 'withdrawal']) {
        expect((await visitors.get('investigator', page(file, noun))).status).toBe(403);
      }
    });
  });
});
