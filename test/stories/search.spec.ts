import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { wordGrams } from '../../src/search/grams.rules';
import { GramIndex } from '../../src/vault/gram-index';
import { Regrants } from '../../src/vault/regrants';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

interface Answer {
  readonly byNumber: { readonly items: readonly { readonly number: string }[]; readonly total: number };
  readonly byWords: {
    readonly items: readonly { readonly number: string }[];
    readonly hasMore: boolean;
    readonly isTooShort: boolean;
  } | null;
  readonly notYetSearchable: number | null;
}

const THING = 'เจ้าหน้าที่เรียกเงินห้าพันบาทเพื่อเร่งออกโฉนดที่ดินบริเวณตลาดเก่า เมื่อวันที่ ๓ มีนาคม มีพยานสองคนเห็นเหตุการณ์';

eachHouse((_home, open) => {
  let house: House;
  afterEach(() => house.close());
  const rows = <T extends object = Record<string, unknown>>(text: string, values: readonly (string | number)[] = []) =>
    house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  const file = async (body: object): Promise<string> => {
    const answer = await house.anyone.post<{ number: string }>('/api/v1/complaints', body);
    expect(answer.status).toBe(201);
    return answer.body.number;
  };
  const search = async (asker: Asker, q: string): Promise<Answer> => {
    const { status, body } = await asker.post<Answer>('/api/v1/searches', { q });
    expect(status).toBe(200);
    return body;
  };
  const found = async (asker: Asker, q: string) => (await search(asker, q)).byWords?.items.map(({ number }) => number);
  const opens = async (asker: Asker, number: string) =>
    expect((await asker.get(`/api/v1/cases/${number}`)).status).toBe(200);

  describe('in the office', () => {
    let malee: Asker;
    beforeEach(async () => {
      house = await open();
      malee = await house.officer('malee', ['desk_officer']);
    });

    it('finds a case by its words once it was opened, and says what is not yet searchable', async () => {
      const number = await file({ allegation: 'นายช่างเรียกเงินค่าลายเซ็น', where: 'ตลาดเก่า' });
      expect(await search(malee, 'ลายเซ็น')).toMatchObject({ byWords: { items: [] }, notYetSearchable: 1 });
      expect((await malee.get('/search?lang=en')).text).toContain('1 case cannot be searched');
      await opens(malee, number);
      expect(await search(malee, 'ลายเซ็น ตลาด')).toMatchObject({
        byWords: { items: [{ number }], hasMore: false, isTooShort: false },
        notYetSearchable: 0,
      });
      const words = await malee.post(`/api/v1/cases/${number}/comments`, { text: 'นัดพยานวันศุกร์' });
      expect(words.status).toBe(201);
      expect(await found(malee, 'พยานวันศุกร์')).toEqual([]);
      await opens(malee, number);
      expect(await found(malee, 'พยานวันศุกร์')).toEqual([number]);
    });

    it('takes the words in a form, never in an address, and keeps none', async () => {
      const number = await file({ allegation: 'นายช่างเรียกเงินค่าลายเซ็น' });
      await opens(malee, number);
      const page = await malee.form('/search?lang=en', { q: 'ลายเซ็น' });
      expect([page.status, page.text.includes(`/cases/${number}`)]).toEqual([200, true]);
      expect(page.text).not.toMatch(/(href|action)="[^"]*q=/);
      expect((await malee.get(`/search?q=${encodeURIComponent('ลายเซ็น')}`)).text).not.toContain('ลายเซ็น');
      const [row] = await rows<{ data: unknown; subject: string | null }>(
        `SELECT data, subject_id AS subject FROM audit_row WHERE act = 'cases.searched'`,
      );
      expect([JSON.stringify(row?.data).replaceAll('\\', ''), row?.subject]).toEqual([
        expect.stringContaining('"hits":1'),
        null,
      ]);
    });

    it('says what is wrong with a question', async () => {
      const short = await malee.form('/search?lang=en', { q: 'งบ' });
      expect([short.status, short.text.includes('at least three characters')]).toEqual([200, true]);
      expect((await malee.form('/search', {})).status).toBe(400);
      expect((await malee.post('/api/v1/searches', { q: 'ก'.repeat(201) })).status).toBe(400);
      expect((await malee.post('/api/v1/searches', { q: { $ne: 1 } })).status).toBe(400);
    });

    it('finds numbers and names of register data as before', async () => {
      const number = await file({ allegation: 'ถนนพัง', type: 'corruption' });
      for (const q of [number, number.slice(-7), 'corruption']) {
        expect((await search(malee, q)).byNumber.items.map((one) => one.number)).toEqual([number]);
      }
    });

    it('never finds who spoke', async () => {
      const contact = { name: 'มะลิวัลย์ สมมติ', phone: '0812345678' };
      const number = await file({ allegation: 'นายช่างเรียกเงินค่าลายเซ็น', contact });
      await opens(malee, number);
      expect([await found(malee, 'มะลิวัลย์'), await found(malee, '0812345678')]).toEqual([[], []]);
      expect(await found(malee, 'ลายเซ็น')).toEqual([number]);
    });

    it('opens no text to those to whom none is sealed, and still finds their cases by number', async () => {
      const number = await file({ allegation: 'นายช่างเรียกเงินค่าลายเซ็น' });
      await opens(malee, number);
      const executive = await house.officer('executive', ['executive']);
      const answer = await search(executive, 'ลายเซ็น');
      expect([answer.byWords, answer.notYetSearchable]).toEqual([null, null]);
      expect((await search(executive, number)).byNumber.total).toBe(1);
      expect((await house.anyone.post('/api/v1/searches', { q: 'ลายเซ็น' })).status).toBe(401);
      const auditor = await house.officer('auditor', ['auditor']);
      expect([403, 404]).toContain((await auditor.post('/api/v1/searches', { q: 'ลายเซ็น' })).status);
    });

    it('keeps what the alternative unit handles to itself', async () => {
      const alternative = await house.officer('alt', ['desk_head']);
      await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username = 'alt'`);
      const number = await file({ allegation: 'คนในศูนย์เรียกเงินค่าลายเซ็น', concernsDesk: true });
      await opens(alternative, number);
      expect(await found(alternative, 'ลายเซ็น')).toEqual([number]);
      expect(await search(malee, 'ลายเซ็น')).toMatchObject({ byWords: { items: [] }, notYetSearchable: 0 });
    });

    it('tells the sorter what may be the same, and she decides', async () => {
      const first = await file({ allegation: THING });
      await opens(malee, first);
      const second = await file({ allegation: `${THING} โปรดตรวจสอบ` });
      const sheet = await malee.get(`/cases/${second}/sorting?lang=en`);
      expect(sheet.text).toMatch(new RegExp(`May be the same as[\\s\\S]*/cases/${first}"[\\s\\S]*\\d\\d%`));
      const third = await file({ allegation: 'ถนนหน้าโรงเรียนชำรุดเป็นหลุมลึกมาสามเดือนแล้ว ยังไม่มีใครมาซ่อม' });
      expect((await malee.get(`/cases/${third}/sorting?lang=en`)).text).not.toContain('May be the same');
      expect((await malee.get(`/api/v1/cases/${second}`)).body.status).toBe('received');
    });
  });

  it('ends for who leaves: what is added afterwards is under keys he never had', async () => {
    house = await open({ NODE_ENV: 'production' });
    const { malee, manop } = await openIntake();
    const before = await file({ allegation: 'เสาไฟดับทั้งซอย' });
    await opens(manop, before);
    expect(await found(malee, 'เสาไฟ')).toEqual([before]);
    const [kept] = await rows<Record<string, string>>(
      `SELECT * FROM unit_member WHERE unit = 'desk' AND officer_id = (SELECT id FROM officer WHERE username = 'manop')`,
    );
    expect((await malee.post('/api/v1/units/desk/rotation', { without: ['manop'] })).status).toBe(201);
    const after = await file({ allegation: 'สะพานไม้ผุพัง' });
    await opens(malee, after);
    expect([await found(malee, 'เสาไฟ'), await found(malee, 'สะพาน')]).toEqual([[before], [after]]);
    expect((await search(malee, 'สะพาน')).notYetSearchable).toBe(0);
    expect(await found(manop, 'เสาไฟ')).toEqual([]);

    // With the key he kept, today's database and all the program's doors open to him.
    const columns = Object.keys(kept ?? {});
    await rows(
      `INSERT INTO unit_member (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(kept ?? {}),
    );
    const index = house.server.app.get(GramIndex);
    const rings = jest.spyOn(index, 'rings');
    expect((await search(manop, 'สะพาน')).byWords?.items).toEqual([]);
    const held = await (rings.mock.results.at(-1)?.value as ReturnType<GramIndex['rings']>);
    rings.mockRestore();
    expect(held.map(({ unit, epoch, isCurrent }) => [unit, epoch, isCurrent])).toEqual([['desk', 1, false]]);
    expect((await index.casesWith(held, wordGrams('เสาไฟ'))).size).toBe(1);
    expect((await index.casesWith(held, wordGrams('สะพาน'))).size).toBe(0);
  });

  it('goes on over the day when the unit’s own key is born, and takes no key that somebody put there', async () => {
    house = await open();
    const malee = await house.officer('malee', ['desk_officer']);
    const number = await file({ allegation: 'เสาไฟดับทั้งซอย' });
    await opens(malee, number);
    expect((await malee.post('/api/v1/units/desk/key', {})).status).toBe(201);
    expect(await found(malee, 'เสาไฟ')).toEqual([number]);
    await house.server.app.get(Regrants).retireTrialKeys('NWT');
    expect(await rows(`SELECT unit FROM unit_key WHERE unit = 'desk' AND trial_private IS NOT NULL`)).toEqual([]);
    expect(await found(malee, 'เสาไฟ')).toEqual([number]);
    expect((await malee.post('/api/v1/units/desk/rotation', { without: [] })).status).toBe(201);
    expect(await found(malee, 'เสาไฟ')).toEqual([number]);
    const carried = await rows<{ epoch: number; reader: number }>(
      'SELECT epoch, reader_epoch AS reader FROM index_key ORDER BY epoch',
    );
    expect(carried).toContainEqual({ epoch: 1, reader: 3 });
    await rows('UPDATE index_key SET mac = $1', ['A'.repeat(43) + '=']);
    expect((await malee.post('/api/v1/searches', { q: 'เสาไฟ' })).status).toBe(500);
    expect((await rows(`SELECT no FROM audit_row WHERE act = 'seal.broken'`)).length).toBeGreaterThan(0);
    // Lost keys are no dead end: the case is brought in anew when it is next opened.
    await rows('DELETE FROM index_key');
    expect(await search(malee, 'เสาไฟ')).toMatchObject({ byWords: { items: [] }, notYetSearchable: 1 });
    await opens(malee, number);
    expect(await search(malee, 'เสาไฟ')).toMatchObject({ byWords: { items: [{ number }] }, notYetSearchable: 0 });
  });

  async function openIntake(): Promise<{ malee: Asker; manop: Asker }> {
    const pair = async (unit: string, names: readonly [string, string], role: 'desk_officer' | 'custodian') => {
      const [one, other] = [await house.officer(names[0], [role]), await house.officer(names[1], [role])];
      if (unit === 'alternative') {
        await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username IN ($1, $2)`, [...names]);
      }
      expect((await one.post(`/api/v1/units/${unit}/key`, {})).status).toBe(201);
      const cards = await other.get<{ units: { unit: string; code: string }[] }>('/api/v1/units');
      const code = cards.body.units.find((card) => card.unit === unit)?.code;
      expect((await one.post(`/api/v1/units/${unit}/members`, { username: names[1], code })).status).toBe(204);
      return { malee: one, manop: other };
    };
    await pair('alternative', ['alt1', 'alt2'], 'desk_officer');
    await pair('custodian', ['keeper1', 'keeper2'], 'custodian');
    return pair('desk', ['malee', 'manop'], 'desk_officer');
  }
});
