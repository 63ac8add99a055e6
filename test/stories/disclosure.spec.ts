import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

const NAME = 'นางสมมติ ไม่มีตัวตน';
const ORDERED = 'หมายเรียกให้ส่งชื่อผู้ร้อง ตามประมวลกฎหมายวิธีพิจารณาความอาญา';
const WHY = 'ศาลกำหนดให้รอจนสอบพยานเสร็จ';

interface Status {
  readonly identityOpened: { readonly times: number } | null;
  readonly disclosures: readonly object[];
}
interface Ordered {
  readonly id: string;
  readonly request: string;
}

/** A court orders that an identity be disclosed: its own paper, two keys as ever, and the reporter is told (KEYS K7). */
eachHouse((_home, open) => {
  let house: House;
  let desk: Asker;
  let keeper: Asker;
  let number: string;
  let receipt: string;
  const at = (path: string): string => `/api/v1/cases/${number}/${path}`;
  const order = { authority: 'court', reference: 'อ 12/2569', orderedOn: '2 มี.ค. 2569', words: ORDERED };
  const enter = (more: object = {}) => desk.post<Ordered>(at('disclosures'), { ...order, ...more });
  const entered = async (more: object = {}): Promise<Ordered> => {
    const answer = await enter(more);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const decide = (id: string, grant = true) =>
    keeper.post(`/api/v1/identity-requests/${id}/decision`, { grant, words: 'คำสั่งถูกต้อง' });
  const look = (request: string) => desk.post(at('identity-openings'), { request });
  const give = (id: string, on = '2026-03-03') =>
    desk.post(at(`disclosures/${id}/giving`), { on, letter: 'นธ 0017/55' });
  const standing = async (): Promise<Status> => (await house.anyone.post<Status>('/api/v1/status', { receipt })).body;
  const fieldsOf = (body: unknown): readonly string[] =>
    (body as { fields: { field: string }[] }).fields.map(({ field }) => field).sort();

  beforeEach(async () => {
    house = await open();
    house.clock.set('2026-03-03T03:00:00.000Z');
    desk = await house.officer('desk', ['desk_officer']);
    keeper = await house.officer('keeper', ['custodian']);
    const sent = { allegation: 'เรื่องหนึ่ง', identity: 'confidential', contact: { name: NAME } };
    ({ number, receipt } = (
      await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', sent)
    ).body);
  });
  afterEach(() => house.close());

  it('is told to the reporter before anything is opened, and again when it is given', async () => {
    const { id, request } = await entered();
    const told = { authority: 'court', orderedOn: '2026-03-02', givenOn: null, what: 'identity' };
    expect((await standing()).disclosures).toEqual([told]);
    expect((await look(request)).status).toBe(404);
    expect((await give(id)).status).toBe(409);
    expect((await decide(request)).status).toBe(201);
    const seen = await look(request);
    expect([seen.status, seen.body]).toEqual([200, { identity: expect.objectContaining({ name: NAME }) }]);
    expect((await give(id)).status).toBe(204);
    expect((await give(id)).status).toBe(409);
    const after = await standing();
    expect(after.disclosures).toEqual([{ ...told, givenOn: '2026-03-03' }]);
    expect(after.identityOpened?.times).toBe(1);
    const { text } = await desk.get(at('disclosures'));
    expect(text).toContain('นธ 0017/55');
    expect(text).not.toContain(NAME);
    const page = await desk.get(`/cases/${number}/disclosures`);
    expect(page.text).toContain(ORDERED);
  });

  it('opens nothing that the custodian refused', async () => {
    const { id, request } = await entered();
    expect((await decide(request, false)).status).toBe(201);
    expect((await look(request)).status).toBe(404);
    expect((await give(id)).status).toBe(409);
  });

  it('is kept from the reporter until the day the order allows, and then told whole', async () => {
    const { id, request } = await entered({ tellFrom: '2026-04-01', deferral: WHY });
    const waiting = (await keeper.get('/custody')).text;
    for (const seen of [WHY, 'อ 12/2569', 'จะยังไม่ทราบว่ามีการเปิด']) expect(waiting).toContain(seen);
    await decide(request);
    await look(request);
    expect((await give(id)).status).toBe(204);
    expect(await standing()).toMatchObject({ disclosures: [], identityOpened: null });
    house.clock.set('2026-03-31T16:59:00.000Z');
    expect(await standing()).toMatchObject({ disclosures: [], identityOpened: null });
    house.clock.set('2026-03-31T17:00:00.000Z');
    const told = await standing();
    expect(told.identityOpened?.times).toBe(1);
    expect(told.disclosures).toEqual([
      { authority: 'court', orderedOn: '2026-03-02', givenOn: '2026-03-03', what: 'identity' },
    ]);
  });

  it('says what is wrong: who, which, when, put off for too long or without a reason', async () => {
    const empty = await desk.post(at('disclosures'), {});
    expect([empty.status, fieldsOf(empty.body)]).toEqual([400, ['authority', 'orderedOn', 'reference', 'words']]);
    for (const [more, field] of [
      [{ orderedOn: '2026-03-04' }, 'orderedOn'],
      [{ tellFrom: '2026-03-03', deferral: WHY }, 'tellFrom'],
      [{ tellFrom: '2027-03-03', deferral: WHY }, 'tellFrom'],
      [{ tellFrom: '2026-04-01' }, 'deferral'],
      [{ reference: 'นางสมมติเป็นผู้ร้องเรียนเรื่องนี้' }, 'reference'],
    ] as const) {
      const answer = await enter(more);
      expect([answer.status, fieldsOf(answer.body)]).toEqual([400, [field]]);
    }
    expect((await enter({ exhibit: 3 })).status).toBe(404);
    expect((await desk.post(at('identity-requests'), { reason: 'required_by_law', words: ORDERED })).status).toBe(400);
  });

  it('is nobody’s but the handlers’, and sealed', async () => {
    const { id } = await entered({ tellFrom: '2026-04-01', deferral: WHY });
    const other = await house.officer('other', ['executive']);
    expect((await other.get(at('disclosures'))).status).toBe(403);
    expect((await other.post(at(`disclosures/${id}/giving`), { on: '2026-03-03', letter: '1/2' })).status).toBe(403);
    expect((await give('0'.repeat(26))).status).toBe(404);
    const rows = await house.server.app
      .get(Database)
      .write((em) => sql<object>(em, 'SELECT o.*, r.* FROM disclosure_order o, identity_request r'));
    expect(rows).toHaveLength(1);
    for (const word of ['หมายเรียก', 'สอบพยาน']) expect(JSON.stringify(rows)).not.toContain(word);
  });
});
