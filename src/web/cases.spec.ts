import type { Asker, House } from '../../test/harness/app';
import { eachHouse } from '../../test/harness/app';
import { lookerOf, OfficersService } from '../access/officers.service';
import { Notices } from '../notices/notices';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import type { CaseRow } from './case-rows';
import type { CaseSheet } from './case-sheet';
import { CaseSheets } from './case-sheets';
import type { WorklistPage } from './worklist';
import { Worklist } from './worklist';

const ALLEGATION = 'เจ้าหน้าที่เรียกเงินค่าออกโฉนดสามพันบาท';
const REASONS = 'ระบุวันและสถานที่ชัดเจน ควรรับไว้';
const TO_LAND = 'ขอให้สำนักงานที่ดินตรวจสอบข้อเท็จจริง';
const TO_LABOUR = 'ขอให้สำนักงานแรงงานชี้แจง';
const REGISTRY = 'นธ ๐๐๑๗/๔๕๑';

type Fields = { readonly fields: readonly { readonly field: string }[] };

eachHouse((_home, open) => {
  let house: House;
  const people: Record<string, Asker> = {};
  const as = (name: string): Asker => people[name] ?? house.anyone;
  let referred = '';
  let lettered = '';
  let ended = '';
  let others: string[] = [];

  const list = async (who: string, query = ''): Promise<WorklistPage> =>
    (await as(who).get<WorklistPage>(`/api/v1/cases${query}`)).body;
  const numbers = (page: WorklistPage): readonly string[] => page.items.map(({ number }) => number);
  const found = async (who: string, q: string): Promise<readonly string[]> =>
    numbers(await list(who, `?q=${encodeURIComponent(q)}`));
  const see = (who: string, number: string) => as(who).get<CaseSheet>(`/api/v1/cases/${number}`);
  const act = async (who: string, number: string, path: string, body: object): Promise<void> => {
    const { status, text } = await as(who).post(`/api/v1/cases/${number}/${path}`, body);
    expect(`${status} ${status === 201 ? '' : text}`).toBe('201 ');
  };
  const enter = async (fields: object): Promise<string> => {
    const body = { allegation: 'ถนนเป็นหลุม', channel: 'walk_in', receivedAt: '2026-11-16', ...fields };
    const answer = await as('clerk').post<{ number: string }>('/api/v1/desk/complaints', body);
    expect(answer.status).toBe(201);
    return answer.body.number;
  };

  beforeAll(async () => {
    house = await open();
    house.clock.set('2026-11-16T03:00:00.000Z');
    people.clerk = await house.officer('clerk', ['desk_officer']);
    people.head = await house.officer('head', ['desk_head']);
    people.land = await house.officer('land', ['agency_contact'], 'NWT-LAND');
    people.labour = await house.officer('labour', ['agency_contact'], 'NWT-LABOUR');
    people.health = await house.officer('health', ['agency_contact'], 'NWT-PPHO');
    people.investigator = await house.officer('investigator', ['investigator']);
    people.executive = await house.officer('executive', ['executive']);
    people.auditor = await house.officer('auditor', ['auditor']);
    people.administrator = await house.officer('administrator', ['administrator']);
    people.plan = await house.officer('plan', ['plan_officer']);
    const filed = await house.anyone.post<{ number: string }>('/api/v1/complaints', {
      allegation: ALLEGATION,
      type: 'corruption',
      district: '9602',
      anonymous: true,
      reprisalFeared: true,
    });
    referred = filed.body.number;
    const accept = { outcome: 'accept', corruptionAlleged: 'yes', accusedKind: 'state_official', reasons: REASONS };
    await act('clerk', referred, 'sorting', { ...accept, type: 'corruption', agencyCode: 'NWT-TREAS' });
    await act('clerk', referred, 'referrals', { agencyCode: 'NWT-LAND', purpose: 'act', message: TO_LAND });
    await act('clerk', referred, 'referrals', { agencyCode: 'NWT-LABOUR', purpose: 'clarify', message: TO_LABOUR });
    lettered = await enter({ channel: 'letter', registryNo: REGISTRY, type: 'procurement', district: '9610' });
    ended = await enter({ type: 'general' });
    const refuse = { outcome: 'end', ground: 'outside_power', type: 'general', corruptionAlleged: 'no' };
    await act('clerk', ended, 'sorting', { ...refuse, reasons: 'เรื่องระหว่างเอกชน', wordToReporter: 'อยู่นอกอำนาจของเรา' });
  });
  afterAll(() => house.close());

  describe('a proposal that waits', () => {
    it('stands on the head’s desk and case page, and says to the asker that another must decide', async () => {
      expect((await as('head').get('/desk')).text).toContain(ended);
      const page = await as('head').get(`/cases/${ended}`);
      expect(page.text).toContain(`action="/cases/${ended}/approval"`);
      const own = await as('clerk').get(`/cases/${ended}`);
      expect(own.text).not.toContain(`action="/cases/${ended}/approval"`);
      expect(own.text).toContain('ท่านเป็นผู้เสนอ ต้องมีอีกคนอนุมัติ');
      await act('head', ended, 'approval', { decision: 'grant' });
      expect((await as('head').get('/desk')).text).not.toContain(ended);
    });
  });

  describe('the worklist', () => {
    it('shows open cases, next due first, with what an officer needs to choose', async () => {
      const page = await list('clerk');
      expect([...numbers(page)].sort()).toEqual([referred, lettered].sort());
      expect(page).toMatchObject({ page: 1, hasMore: false, total: 2, totalIsCapped: false });
      const dues = page.items.map(({ nextDueAt }) => nextDueAt ?? '~');
      expect(dues).toEqual([...dues].sort());
      expect(page.items.find(({ number }) => number === referred)).toMatchObject({
        ...{ status: 'referred', step: 3, channel: 'website', type: 'corruption', agencyCode: 'NWT-TREAS' },
        ...{ district: '9602', overdue: false, assignee: null, urgent: false, imported: false, referrals: 2 },
      });
    });

    it('shows closed cases only when asked for or searched', async () => {
      expect(numbers(await list('clerk', '?closed=true'))).toEqual([ended]);
      expect(await found('clerk', ended)).toEqual([ended]);
      expect(numbers(await list('clerk', `?q=${ended}&closed=false`))).toEqual([]);
    });

    it('filters by open step, channel, agency complained about or asked, and lateness', async () => {
      expect(numbers(await list('clerk', '?step=3'))).toEqual([referred]);
      expect(numbers(await list('clerk', '?step=๒'))).toEqual([lettered]);
      expect(numbers(await list('clerk', '?channel=letter'))).toEqual([lettered]);
      expect(numbers(await list('clerk', '?agency=NWT-TREAS'))).toEqual([referred]);
      expect(numbers(await list('clerk', '?agency=NWT-LABOUR'))).toEqual([referred]);
      expect(numbers(await list('clerk', '?overdue=true'))).toEqual([]);
      expect(numbers(await list('clerk', '?overdue=false'))).toHaveLength(2);
      expect(numbers(await list('clerk', '?step=&channel=&agency=&overdue=&q=&page='))).toHaveLength(2);
    });

    it('finds a case by its number in any spelling, by the letter’s number and by names', async () => {
      const digits = lettered.slice(-7);
      for (const q of [lettered, `นธ ${lettered.slice(4, 8)}/${digits}`, digits, 'นธ 0017/451', REGISTRY]) {
        expect([q, await found('clerk', q)]).toEqual([q, [lettered]]);
      }
      expect(await found('clerk', 'จัดซื้อ')).toEqual([lettered]);
      expect(await found('clerk', 'ตากใบ')).toEqual([referred]);
      expect(await found('clerk', 'คลังจังหวัด')).toEqual([referred]);
      expect(await found('clerk', 'โฉนด')).toEqual([]);
    });

    it.each([
      ['step', '?step=7'],
      ['step', '?step=2&step=3'],
      ['channel', '?channel=pigeon'],
      ['agency', '?agency=NWT-NOWHERE'],
      ['agency', '?agency=%27'],
      ['overdue', '?overdue=maybe'],
      ['closed', '?closed=2'],
      ['page', '?page=0'],
      ['page', '?page=1.5'],
      ['colour', '?colour=red'],
    ])('answers 400 naming %s for %s', async (field, query) => {
      const answer = await as('clerk').get<Fields>(`/api/v1/cases${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.fields.map((one) => one.field)).toEqual([field]);
    });

    it('holds for an agency its own cases, due when its own answer is due, for an investigator those given to him', async () => {
      const [own] = (await list('land')).items;
      expect(own).toMatchObject({ number: referred, referrals: 1, clock: 'agency_answer', assignee: null });
      expect(own?.nextDueAt?.slice(0, 10)).toBe('2026-12-01');
      expect(numbers(await list('health'))).toEqual([]);
      expect(await found('health', referred)).toEqual([]);
      expect(numbers(await list('investigator'))).toEqual([]);
      expect([...numbers(await list('executive'))].sort()).toEqual([referred, lettered].sort());
    });
  });

  describe('a case file', () => {
    it('lies whole before the desk: texts, story, clocks, what can be done', async () => {
      const { status, body } = await see('clerk', referred);
      expect(status).toBe(200);
      expect(body.allegation).toEqual([{ part: 'what', text: ALLEGATION }]);
      expect(body.details).toMatchObject({ reprisalFeared: true, identityKind: 'anonymous', corruptionAlleged: 'yes' });
      expect(body.steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, true, false, false, false, false]);
      expect(body.referrals.map(({ agencyCode }) => agencyCode)).toEqual(['NWT-LAND', 'NWT-LABOUR']);
      expect(body.clocks.filter(({ clock }) => clock === 'agency_answer')).toHaveLength(2);
      expect(body.story.find(({ kind }) => kind === 'sorted')).toMatchObject({ text: REASONS, by: { name: 'clerk' } });
      expect(body.allowed).toEqual(expect.arrayContaining(['verify', 'merge', 'withdraw']));
      expect(body.doors).toEqual(expect.arrayContaining(['referrals', 'words', 'comments', 'merger', 'rulings']));
    });

    it('shows an agency its own pack and lines and nothing of the rest', async () => {
      const { status, body, text } = await see('land', referred);
      expect(status).toBe(200);
      expect(body.referrals).toHaveLength(1);
      expect(body.referrals[0]).toMatchObject({ agencyCode: 'NWT-LAND', pack: TO_LAND });
      expect(body.story.map(({ kind }) => kind)).toEqual(['referralSent']);
      expect(body).toMatchObject({ allegation: null, details: null, steps: [], approvals: [] });
      for (const secret of [ALLEGATION, REASONS, TO_LABOUR, 'reprisal']) expect(text).not.toContain(secret);
      const page = await as('land').get(`/cases/${referred}`);
      expect(page.text).toContain(TO_LAND);
      for (const secret of [ALLEGATION, REASONS, TO_LABOUR, 'กลัวถูกกลั่นแกล้ง']) expect(page.text).not.toContain(secret);
    });

    it('shows an executive clocks and story, and not one text', async () => {
      const { body, text } = await see('executive', referred);
      expect(body.clocks.length).toBeGreaterThan(0);
      expect(body.story.length).toBeGreaterThan(2);
      expect(body.story.filter((line) => line.text !== null)).toEqual([]);
      const page = await as('executive').get(`/cases/${referred}`);
      for (const secret of [ALLEGATION, REASONS, TO_LAND, TO_LABOUR]) {
        expect(text).not.toContain(secret);
        expect(page.text).not.toContain(secret);
      }
    });

    it('is not there for another agency, an investigator before it is his, the auditor and the administrator', async () => {
      for (const who of ['health', 'investigator', 'auditor', 'administrator']) {
        expect([who, (await see(who, referred)).status]).toEqual([who, 404]);
        expect([who, (await as(who).get(`/cases/${referred}`)).status]).toEqual([who, 404]);
      }
      expect((await as('auditor').get('/api/v1/cases')).status).toBe(404);
      expect((await as('plan').get('/api/v1/cases')).status).toBe(403);
      expect((await house.anyone.get(`/api/v1/cases/${referred}`)).status).toBe(401);
    });

    it('opens for an investigator once it is given to him', async () => {
      await act('head', lettered, 'assignment', { username: 'investigator' });
      expect(numbers(await list('investigator'))).toEqual([lettered]);
      expect((await see('investigator', lettered)).body.allegation).not.toBeNull();
      expect((await see('investigator', referred)).status).toBe(404);
    });

    it('notes in the audit trail who looked, and how far', async () => {
      const rows = await sql<{ data: string }>(
        house.server.app.get(Database).reader,
        `SELECT data FROM audit_row WHERE act = 'case.seen'`,
      );
      expect(rows.map(({ data }) => data).join()).toMatch(/own/);
    });
  });

  it('reads a list with as many queries however long it is, and a case however long its story', async () => {
    const { app } = house.server;
    const clerk = await app.get(OfficersService).find('clerk');
    if (!clerk) throw new Error('no clerk');
    const looker = lookerOf(clerk, [], '', null);
    const reads = app.get(Database).reader.connection;
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      const quiet = reads.logger;
      let queries = 0;
      const counting = Object.assign(Object.create(quiet) as typeof quiet, { logQuery: () => void (queries += 1) });
      Object.assign(reads, { logger: counting });
      await work().finally(() => Object.assign(reads, { logger: quiet }));
      return queries;
    };
    const leastOf = async (work: () => Promise<unknown>): Promise<number> =>
      Math.min(await counted(work), await counted(work), await counted(work));
    const ofList = () => leastOf(() => app.get(Worklist).list(looker, { closed: false }));
    const ofCase = () => leastOf(() => app.get(CaseSheets).see(looker, referred));
    const [list3, case3] = [await ofList(), await ofCase()];
    others = [];
    for (let at = 0; at < 8; at += 1) others.push(await enter({ type: 'service' }));
    for (let at = 0; at < 8; at += 1) await act('clerk', referred, 'comments', { text: `บันทึก ${at}` });
    expect((await list('clerk')).items.length).toBeGreaterThan(8);
    expect(await ofList()).toBe(list3);
    expect(await ofCase()).toBe(case3);
  });

  it('goes through a long list page by page, each case once', async () => {
    for (let at = 0; at < 20; at += 1) others.push(await enter({ type: 'service' }));
    // Telling the superior stops a clock, and so moves a case in the list: it must not happen between two pages.
    await house.server.app.get(Notices).read();
    const first = await list('clerk');
    const second = await list('clerk', '?page=2');
    expect([first.items.length, first.hasMore, first.total]).toEqual([25, true, 30]);
    expect([second.items.length, second.hasMore, second.total]).toEqual([5, false, 30]);
    const all: readonly CaseRow[] = [...first.items, ...second.items];
    expect(new Set(all.map(({ number }) => number)).size).toBe(30);
    const beyond = await list('clerk', '?page=9');
    expect([beyond.items.length, beyond.hasMore, beyond.total]).toEqual([0, false, 30]);
  });

  it('says what is late once it is late', async () => {
    house.clock.set('2026-11-24T03:00:00.000Z');
    for (const asker of Object.values(people)) await asker.signIn();
    const late = await list('clerk', '?overdue=true');
    expect(late.items.every(({ overdue }) => overdue)).toBe(true);
    expect(late.total).toBeGreaterThan(20);
    expect(numbers(await list('land', '?overdue=true'))).toEqual([]);
    expect((await as('head').get('/desk/unit')).text).toContain('overdue=true');
  });

  it.each([
    [
      'clerk',
      ['/desk', '/desk/unit', '/cases', '/cases?step=2&q=', '/search', '/search?q=9602', '/agencies', '/notices'],
    ],
    ['executive', ['/desk', '/cases', '/notices']],
    ['land', ['/desk', '/cases', '/search']],
    ['administrator', ['/desk', '/agencies']],
    ['auditor', ['/desk']],
    ['plan', ['/desk']],
  ])('draws the pages of %s, in Thai and in English, without a script', async (who, paths) => {
    for (const path of paths) {
      for (const lang of ['th', 'en']) {
        const page = await as(who).get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect([path, page.status]).toEqual([path, 200]);
        expect(page.text).toContain(`<html lang="${lang}">`);
        expect(page.text).not.toMatch(/<script|undefined|\[object|NaN/);
      }
    }
  });
});
