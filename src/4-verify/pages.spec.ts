import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { drift } from '../../test/harness/drift';
import { Visitors } from '../../test/harness/visitors';
import type { CaseFile } from '../cases/case-file.entity';
import { VERIFY_ENTITIES } from './verify.entities';
import { VerifyModule } from './verify.module';

const ORDER = { mode: 'documents', reason: 'เอกสารครบ' };

eachHome((_home, place) => {
  let desk: Desk;
  let visitors: Visitors;
  beforeAll(async () => {
    desk = await Desk.open(await place(), [VerifyModule], VERIFY_ENTITIES);
    desk.rooms.clock.set('2026-11-20T03:00:00.000Z');
    visitors = await new Visitors(desk).signIn('desk_officer', 'desk_head', 'investigator', 'executive', 'auditor');
  });
  afterAll(() => desk.close());

  const door = ({ number }: CaseFile) => `/api/v1/cases/${number}/verification`;
  const page = ({ number }: CaseFile) => `/cases/${number}/verification`;

  async function referred(type = 'general'): Promise<CaseFile> {
    const file = await desk.bring(await desk.openCase({ type }), 'sort', 'refer');
    await desk.refer(file, 'NWT-LAND', 'final');
    return file;
  }

  it('keeps the entities and the migration the same', async () => {
    expect(await drift(desk.database, 'verification_order', 'verification_record', 'finding')).toEqual([]);
  });

  it('takes the order, the visits and the finding through its doors', async () => {
    const file = await referred();
    const ordered = await visitors.post('desk_head', door(file), { ...ORDER, investigator: 'investigator' });
    expect([ordered.status, ordered.body]).toEqual([201, expect.objectContaining({ status: 'verifying' })]);
    const visit = { mode: 'visit', date: '2026-11-19', text: 'พบป้ายราคา' };
    expect((await visitors.post('investigator', `${door(file)}/records`, visit)).status).toBe(201);
    const finding = { finding: 'founded', text: 'เก็บเงินเกินจริง' };
    expect((await visitors.post('desk_officer', door(file), finding)).status).toBe(403);
    const found = await visitors.post('investigator', door(file), finding);
    expect([found.status, found.body]).toEqual([201, { number: file.number, status: 'verified', finding: 'founded' }]);
    const late = await visitors.post('investigator', door(file), finding);
    expect([late.status, late.body.allowed]).toEqual([409, ['report']]);
  });

  it('says which fields are wrong, of an order and of a finding', async () => {
    const file = await referred('corruption');
    const fields = async (body: object) =>
      (await visitors.post('desk_head', door(file), body)).body.fields.map(({ field }: { field: string }) => field);
    expect(await fields({})).toEqual(['mode', 'reason']);
    expect(await fields({ finding: 'maybe', text: '' })).toEqual(['finding', 'text']);
    expect(await fields({ ...ORDER, mode: 'visit' })).toEqual(['cover']);
    expect(await fields({ ...ORDER, investigator: 'nobody' })).toEqual(['investigator']);
    expect(await fields({ ...ORDER, colour: 'red' })).toEqual(['colour']);
  });

  it('is ordered by the head alone; to others the case may not even be there', async () => {
    const file = await referred();
    expect((await visitors.post('desk_officer', door(file), ORDER)).status).toBe(403);
    expect((await visitors.post('executive', door(file), ORDER)).status).toBe(403);
    expect((await visitors.post('auditor', door(file), ORDER)).status).toBe(404);
    expect((await visitors.get('investigator', page(file))).status).toBe(404);
  });

  describe('the page', () => {
    it('shows the head the order, gives back what was typed, and leads to the case', async () => {
      const file = await referred('corruption');
      expect((await visitors.get('desk_head', page(file))).text).toContain('name="cover"');
      expect((await visitors.get('desk_officer', page(file))).text).not.toContain('name="reason"');
      const wrong = await visitors.submit('desk_head', page(file), { ...ORDER, mode: 'visit', reason: 'ดูสถานที่' });
      expect(wrong.status).toBe(400);
      expect(wrong.text).toContain('ดูสถานที่');
      expect(wrong.text).toContain('href="#f-cover"');
      const taken = await visitors.submit('desk_head', page(file), { ...ORDER, cover: '', investigator: '' });
      expect([taken.status, taken.headers.location]).toEqual([303, `/cases/${file.number}`]);
    });

    it('takes a visit and then the finding', async () => {
      const file = await referred();
      await visitors.submit('desk_head', page(file), ORDER);
      const visit = { mode: 'visit', date: '๑๙ พ.ย. ๒๕๖๙', text: 'พบป้ายราคา <b>ไม่ตรง</b>' };
      expect((await visitors.submit('desk_officer', `${page(file)}/records`, { ...visit, date: 'later' })).status).toBe(
        400,
      );
      expect((await visitors.submit('desk_officer', `${page(file)}/records`, visit)).status).toBe(303);
      expect((await visitors.get('desk_officer', `${page(file)}/records`)).status).toBe(200);
      const { text } = await visitors.get('desk_officer', page(file));
      expect(text).toContain('พบป้ายราคา &lt;b>ไม่ตรง&lt;/b>');
      const empty = await visitors.submit('desk_officer', `${page(file)}/finding`, { finding: '', text: '' });
      expect([empty.status, empty.text.includes('href="#f-finding"')]).toEqual([400, true]);
      const found = { finding: 'unfounded', text: 'ไม่พบ' };
      expect((await visitors.submit('desk_officer', `${page(file)}/finding`, found)).status).toBe(303);
      const again = await visitors.submit('desk_officer', `${page(file)}/finding`, found);
      expect(again.status).toBe(409);
    });

    it('names who has not answered yet instead of offering the form', async () => {
      const file = await referred();
      await desk.refer(file, 'NWT-DLA', 'sent');
      const { text } = await visitors.get('desk_head', page(file));
      expect(text).toContain('Local Administration');
      expect(text).not.toContain('name="reason"');
    });
  });
});
