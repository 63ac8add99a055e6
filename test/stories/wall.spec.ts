import { Notices } from '../../src/notices/notices';
import { Routes } from '../../src/access/routes';
import type { Role } from '../../src/access/roles';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { Vault } from '../../src/vault/vault';
import { OfficersService } from '../../src/access/officers.service';
import { NotFound } from '../../src/platform/errors';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

const NOW = '2026-03-04T03:00:00.000Z';

/** Published figures count every case and tell of none; the rest is of no case, or drawn anew each time. */
const PUBLISHED =
  /^\/(api\/v1\/)?(statistics|indicators|desk\/statistics|charts)|^\/(health|setup|assets|account)|openapi|\.svg$/;

eachHouse((_home, open) => {
  let house: House;
  const rows = <T extends object>(text: string, values: readonly (string | number)[] = []) =>
    house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  const officer = async (username: string, name: string, roles: readonly Role[], agency?: string): Promise<Asker> => {
    const asker = await house.officer(username, roles, agency);
    await rows('UPDATE officer SET name = $1 WHERE username = $2', [name, username]);
    return asker;
  };
  const toldEverybody = () => house.server.app.get(Notices, { strict: false }).read();
  const file = async (body: object): Promise<string> => {
    const answer = await house.anyone.post<{ number: string }>('/api/v1/complaints', body);
    expect(answer.status).toBe(201);
    return answer.body.number;
  };
  /** Everything that this person can open, byte for byte. */
  const crawl = async (asker: Asker, number: string): Promise<Record<string, string>> => {
    const seen: Record<string, string> = {};
    for (const { method, path } of house.server.app.get(Routes).list()) {
      if (method !== 'GET' || PUBLISHED.test(path)) continue;
      const address = path
        .replace(':number', number)
        .replace(':id', '0'.repeat(26))
        .replace(/:(\w+)/g, 'x');
      const { status, text } = await asker.get(address);
      seen[address.replace(number, '')] =
        `${status} ${text.replaceAll(number, '').replace(ERROR_ID, '').replace(KEY, '')}`;
    }
    for (const query of ['?overdue=false', '?closed=true', '?q=2569', '?step=2', '?channel=website', '?page=2']) {
      const { status, text } = await asker.get(`/api/v1/cases${query}`);
      seen[query] = `${status} ${text}`;
    }
    for (const q of ['ฟ้าใส', 'เรียกเงิน', number, 'ทั่วไป', 'งบ']) {
      const { status, text } = await asker.post('/api/v1/searches', { q });
      const page = await asker.form('/search', { q });
      seen[`search ${q === number ? 'a number' : q}`] = `${status} ${text} ${page.status} ${page.text}`.replaceAll(
        number,
        '',
      );
    }
    return seen;
  };
  /** What she is answered when she tries to change something: every writing route of a case, sent empty and sent whole. */
  const tries = async (asker: Asker, number: string): Promise<Record<string, string>> => {
    const seen: Record<string, string> = {};
    const whole = { outcome: 'accept', type: 'service', corruptionAlleged: 'no', reasons: 'x', reason: 'x', text: 'x' };
    const routes = house.server.app
      .get(Routes)
      .list()
      .filter(({ path }) => path.includes(':number'));
    for (const { method, path } of routes.filter((route) => route.method !== 'GET')) {
      const address = path
        .replace(':number', number)
        .replace(':id', '0'.repeat(26))
        .replace(/:(\w+)/g, 'x');
      for (const body of [{}, { ...whole, username: 'head', mainNumber: 'NWT-2569-0000001' }]) {
        const { status, text } = await asker.ask(method, address, body);
        seen[`${method} ${path} ${Object.keys(body).length}`] =
          `${status} ${text.replaceAll(number, '').replace(ERROR_ID, '').replace(KEY, '')}`;
      }
    }
    return seen;
  };
  /** Where the answers are not the same; named only, for a page is long. */
  const different = (one: Record<string, string>, other: Record<string, string>): readonly string[] =>
    Object.keys({ ...one, ...other }).filter((address) => one[address] !== other[address]);
  const ERROR_ID = /"id":"\w+"/;
  const KEY = /name="submissionKey" value="[^"]+"/;

  beforeEach(async () => {
    house = await open();
    house.clock.set(NOW);
  });
  afterEach(() => house.close());

  it.each([
    ['desk_officer', 'เรื่องของ ฟ้าใส สมมติ เรียกเงิน'],
    ['investigator', 'เรื่องของ ฟ้าใส สมมติ เรียกเงิน'],
    ['executive', 'เรื่องของ ฟ้าใส สมมติ เรียกเงิน'],
  ] as const)('shows a %s who is named the same world, byte for byte', async (role, allegation) => {
    const named = await officer('fasai', 'นางสาวฟ้าใส สมมติ', [role]);
    const head = await officer('head', 'ใบบัว หัวหน้า', ['desk_head']);
    const alternative = await officer('alt', 'พิมพ์ อีกหน่วย', ['desk_head']);
    await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username = 'alt'`);
    const other = await file({ allegation: 'เรื่องทั่วไป' });
    await toldEverybody();
    const nowhere = 'NWT-2569-0000000';
    const before = await crawl(named, nowhere);
    const hidden = await file({ allegation, type: 'corruption', agencyCode: 'NWT-LAND' });
    await toldEverybody();
    // Somebody who may read it has brought it into the index.
    const reader = role === 'desk_officer' ? alternative : head;
    expect((await reader.get(`/api/v1/cases/${hidden}`)).status).toBe(200);
    expect((await reader.post('/api/v1/searches', { q: 'เรียกเงิน' })).text).toContain(hidden);
    expect(different(await crawl(named, nowhere), before)).toEqual([]);
    expect(different(await crawl(named, hidden), before)).toEqual([]);
    expect(different(await tries(named, hidden), await tries(named, nowhere))).toEqual([]);
    expect(different(await crawl(named, nowhere), before)).toEqual([]);
    expect((await named.get(`/api/v1/cases/${other}`)).status).toBe(role === 'investigator' ? 404 : 200);
  });

  it('gives what concerns somebody at the desk to the alternative unit alone', async () => {
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_head']);
    const alternative = await officer('alt', 'พิมพ์ อีกหน่วย', ['desk_head']);
    await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username = 'alt'`);
    const ours = await file({ allegation: 'ถนนพัง' });
    const theirs = await file({ allegation: 'คนในศูนย์เรียกเงิน', concernsDesk: true });
    const named = await file({ allegation: 'นาย ธารา ตัวอย่าง เรียกเงิน' });
    const numbers = async (asker: Asker) =>
      (await asker.get<{ items: { number: string }[] }>('/api/v1/cases')).body.items.map(({ number }) => number);
    expect(await numbers(desk)).toEqual([ours]);
    expect((await numbers(alternative)).sort()).toEqual([theirs, named].sort());
    expect((await alternative.get(`/api/v1/cases/${theirs}`)).text).toContain('คนในศูนย์เรียกเงิน');
    const readers = await rows<{ reader: string }>(
      `SELECT DISTINCT g.reader AS reader FROM key_grant g JOIN compartment c ON c.id = g.compartment_id
       JOIN case_file f ON f.id = c.case_id WHERE f.number = $1 AND g.reader LIKE 'unit:%'`,
      [theirs],
    );
    expect(readers.map(({ reader }) => reader)).toEqual(['unit:alternative']);
    const later = await file({ allegation: 'ถนนพังอีก' });
    const registered = await rows<{ n: number }>(
      'SELECT register_no AS n FROM case_file WHERE number IN ($1, $2) ORDER BY register_no',
      [ours, later],
    );
    expect(registered.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('tells nobody behind the wall, and gives her no work', async () => {
    await officer('fasai', 'ฟ้าใส สมมติ', ['executive', 'investigator']);
    const head = await officer('head', 'ใบบัว หัวหน้า', ['desk_head']);
    const number = await file({ allegation: 'ฟ้าใส สมมติ เรียกเงิน' });
    const assigned = await head.post(`/api/v1/cases/${number}/assignment`, { username: 'fasai' });
    expect(assigned.status).toBe(400);
    const ordered = { mode: 'documents', reason: 'ตรวจเอกสาร', investigator: 'fasai' };
    expect((await head.post(`/api/v1/cases/${number}/verification`, ordered)).status).not.toBe(201);
    await toldEverybody();
    const told = await rows(
      `SELECT id FROM notice WHERE recipient = (SELECT id FROM officer WHERE username = 'fasai')`,
    );
    expect(told).toEqual([]);
    const about = await file({ allegation: 'ใบบัว หัวหน้า เรียกเงิน' });
    await toldEverybody();
    const heads = await rows<{ number: string }>(
      `SELECT f.number AS number FROM notice n JOIN case_file f ON f.id = n.case_id
       WHERE n.recipient = (SELECT id FROM officer WHERE username = 'head')`,
    );
    expect(heads.map(({ number: one }) => one)).toEqual([number]);
    expect(about).not.toBe(number);
  });

  it('hides an accusation from the accused’s own agency, and no grievance', async () => {
    const land = await officer('land', 'ผู้ประสาน ที่ดิน', ['agency_contact'], 'NWT-LAND');
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const number = await file({ allegation: 'รอโฉนดนาน', type: 'service', agencyCode: 'NWT-LAND' });
    const sorting = { outcome: 'accept', type: 'service', corruptionAlleged: 'no', reasons: 'ขอให้เร่ง' };
    expect((await desk.post(`/api/v1/cases/${number}/sorting`, sorting)).status).toBe(201);
    const referral = { agencyCode: 'NWT-LAND', message: 'โปรดดำเนินการ' };
    expect((await desk.post(`/api/v1/cases/${number}/referrals`, referral)).status).toBe(201);
    expect((await land.get(`/api/v1/cases/${number}`)).status).toBe(200);
    const accusing = { type: 'corruption', corruptionAlleged: 'yes', reason: 'มีการเรียกเงิน' };
    expect((await desk.post(`/api/v1/cases/${number}/classification`, accusing)).status).toBe(201);
    expect((await land.get(`/api/v1/cases/${number}`)).status).toBe(404);
    expect((await land.get<{ items: object[] }>('/api/v1/cases')).body.items).toEqual([]);
  });

  it('goes along when the case is merged into another', async () => {
    const named = await officer('fasai', 'ฟ้าใส สมมติ', ['executive']);
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const main = await file({ allegation: 'ถนนพัง' });
    await rows(
      `UPDATE case_file SET investigator = (SELECT id FROM officer WHERE username = 'fasai') WHERE number = $1`,
      [main],
    );
    expect((await named.get(`/api/v1/cases/${main}`)).status).toBe(200);
    const about = await file({ allegation: 'ถนนพัง ฟ้าใส สมมติ รู้เห็น' });
    const merged = await desk.post(`/api/v1/cases/${about}/merger`, { mainNumber: main, reason: 'เรื่องเดียวกัน' });
    expect(merged.status).toBe(201);
    expect((await named.get(`/api/v1/cases/${main}`)).status).toBe(404);
    expect((await desk.get(`/api/v1/cases/${main}`)).status).toBe(200);
    expect(await rows('SELECT investigator FROM case_file WHERE number = $1', [main])).toEqual([
      { investigator: null },
    ]);
  });

  it('raises an alarm, before it answers, when nobody is left to read a case', async () => {
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const number = await file({ allegation: 'ถนนพัง' });
    expect((await desk.post(`/api/v1/cases/${number}/recusal`, { reason: 'ญาติ' })).status).toBeLessThan(300);
    expect(await rows(`SELECT no FROM audit_row WHERE act = 'case.withoutReader'`)).toHaveLength(1);
  });

  it('hides it from the chain above and below whoever is named, and from nobody of another office', async () => {
    await officer('named', 'ฟ้าใส สมมติ', ['agency_contact'], 'NWT-LAND');
    const colleague = await officer('colleague', 'ผู้ประสาน ที่ดิน', ['agency_contact'], 'NWT-LAND');
    const police = await officer('police', 'ผู้ประสาน ตำรวจ', ['agency_contact'], 'NWT-DDPM');
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const number = await file({ allegation: 'รอโฉนดนาน ถามฟ้าใส สมมติ แล้วไม่ตอบ', type: 'service' });
    const sorting = { outcome: 'accept', type: 'service', corruptionAlleged: 'no', reasons: 'ขอให้เร่ง' };
    expect((await desk.post(`/api/v1/cases/${number}/sorting`, sorting)).status).toBe(201);
    for (const agencyCode of ['NWT-LAND', 'NWT-DDPM']) {
      await desk.post(`/api/v1/cases/${number}/referrals`, { agencyCode, message: 'โปรดดำเนินการ' });
    }
    expect((await police.get(`/api/v1/cases/${number}`)).status).toBe(200);
    expect((await colleague.get(`/api/v1/cases/${number}`)).status).toBe(404);
    expect((await desk.get(`/cases/${number}/conflicts`)).text).toContain('อยู่ในสายงานเดียวกับผู้ถูกกล่าวถึง');
  });

  it('opens nothing to her by the vault itself, and stands nowhere by name', async () => {
    await officer('fasai', 'ฟ้าใส สมมติ', ['investigator', 'executive']);
    const number = await file({ allegation: 'ฟ้าใส สมมติ เรียกเงิน' });
    const [row] = await rows<{ id: string; item: string }>(
      'SELECT id, allegation_item AS item FROM case_file WHERE number = $1',
      [number],
    );
    const looker = await house.server.app.get(OfficersService).asLooker('fasai');
    const ref = { id: row?.id ?? '', province: 'NWT' };
    await expect(house.server.app.get(Vault).read(looker, ref, [row?.item])).rejects.toThrow(NotFound);
    const free = { ...looker, hidden: [] };
    await expect(house.server.app.get(Vault).read(free, ref, [row?.item])).resolves.toBeDefined();
    const walls = JSON.stringify(await rows('SELECT * FROM wall_row'));
    expect(walls).not.toContain(looker.officerId);
  });

  it('follows who sorts it, lets an officer step back, and proves both', async () => {
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const other = await officer('other', 'ใบบัว หัวหน้า', ['desk_head', 'investigator']);
    const number = await file({ allegation: 'ถนนพัง' });
    const at = (path: string) => `/api/v1/cases/${number}/${path}`;
    expect((await other.post(at('assignment'), { username: 'desk' })).status).toBe(201);
    const reason = 'เป็นญาติกับผู้ถูกร้อง';
    expect((await desk.post(at('wall'), { username: 'desk', reason })).status).toBe(400);
    expect((await desk.post(at('wall'), { username: 'nobody', reason })).status).toBe(400);
    expect((await desk.post(at('recusal'), {})).status).toBe(400);
    expect((await desk.post(at('recusal'), { reason })).status).toBe(201);
    expect((await desk.get(`/api/v1/cases/${number}`)).status).toBe(404);
    const sheet = await other.get<{ details: { assignee: unknown } }>(`/api/v1/cases/${number}`);
    expect([sheet.status, sheet.text.includes('recused')]).toEqual([200, true]);
    const proof = await other.get<{ hidden: object[]; units: { unit: string; untilAt: string | null }[] }>(
      at('readers'),
    );
    expect(proof.body.hidden).toEqual([expect.objectContaining({ username: 'desk', cause: 'recused', untilAt: null })]);
    expect(proof.body.units.map(({ unit }) => unit)).toContain('desk');
    expect(JSON.stringify(await rows('SELECT * FROM case_event'))).not.toContain('ญาติ');
  });

  it('finds for who stepped back what it found before the case came, byte for byte, in the same index', async () => {
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_officer']);
    const other = await officer('other', 'ใบบัว หัวหน้า', ['desk_head']);
    const long = 'ถนนหน้าโรงเรียนชำรุดเป็นหลุมลึกมาสามเดือนแล้ว แจ้งไปหลายครั้งก็ยังไม่มีใครมาซ่อม';
    const first = await file({ allegation: 'ถนนพังหน้าวัด' });
    expect((await other.get(`/api/v1/cases/${first}`)).status).toBe(200);
    const searched = async () => {
      const [api, page] = [await desk.post('/api/v1/searches', { q: 'ถนน' }), await desk.form('/search', { q: 'ถนน' })];
      return `${api.text} ${page.text}`;
    };
    const before = await searched();
    const number = await file({ allegation: long });
    expect((await desk.get(`/api/v1/cases/${number}`)).status).toBe(200);
    expect(await searched()).toContain(number);
    expect((await desk.post(`/api/v1/cases/${number}/recusal`, { reason: 'ญาติของผู้ร้อง' })).status).toBe(201);
    expect(await searched()).toBe(before);
    const twin = await file({ allegation: long });
    expect((await desk.get(`/cases/${twin}/sorting`)).text).not.toContain(number);
    expect((await other.get(`/cases/${twin}/sorting`)).text).toContain(number);
  });

  it('hands a case that nobody at the desk may read to the alternative unit, keys and all', async () => {
    const desk = await officer('desk', 'ธารา ตัวอย่าง', ['desk_head']);
    const alternative = await officer('alt', 'พิมพ์ อีกหน่วย', ['desk_head']);
    await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username = 'alt'`);
    const filed = await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', {
      allegation: 'ถนนหน้าบ้านพัง',
    });
    const { number, receipt } = filed.body;
    const at = (path: string) => `/api/v1/cases/${number}/${path}`;
    expect((await desk.post(at('comments'), { text: 'บันทึกแรก' })).status).toBe(201);
    expect((await desk.post(at('recusal'), { reason: 'มีส่วนได้เสีย' })).status).toBe(201);
    expect((await desk.get(`/api/v1/cases/${number}`)).status).toBe(404);
    const seen = await alternative.get(`/api/v1/cases/${number}`);
    expect([seen.status, seen.text.includes('ถนนหน้าบ้านพัง'), seen.text.includes('บันทึกแรก')]).toEqual([200, true, true]);
    expect((await alternative.post(at('words'), { text: 'เรารับช่วงต่อแล้ว' })).status).toBe(201);
    expect((await alternative.post(at('comments'), { text: 'บันทึกที่สอง' })).status).toBe(201);
    const status = await house.anyone.post('/api/v1/status', { receipt });
    expect(status.text).toContain('เรารับช่วงต่อแล้ว');
    const open = await rows<{ reader: string }>(
      `SELECT DISTINCT g.reader AS reader FROM key_grant g JOIN compartment c ON c.id = g.compartment_id
       JOIN case_file f ON f.id = c.case_id
       WHERE f.number = $1 AND g.reader LIKE 'unit:%' AND (g.until_at IS NULL OR g.sealed <> '')`,
      [number],
    );
    expect(open.map(({ reader }) => reader)).toEqual(['unit:alternative']);
    const epochs = await rows<{ kind: string; epoch: number }>(
      `SELECT c.kind AS kind, MAX(c.epoch) AS epoch FROM compartment c JOIN case_file f ON f.id = c.case_id
       WHERE f.number = $1 AND c.kind IN ('dialogue','work') GROUP BY c.kind ORDER BY c.kind`,
      [number],
    );
    expect(epochs.map(({ epoch }) => Number(epoch))).toEqual([2, 2]);
    expect((await alternative.post(at('handover'), { reason: 'อีกครั้ง' })).status).toBe(409);
    const proof = await alternative.get<{ units: { unit: string; untilAt: string | null }[] }>(at('readers'));
    expect(proof.body.units.filter(({ unit }) => unit === 'desk').every(({ untilAt }) => untilAt !== null)).toBe(true);
  });
});
