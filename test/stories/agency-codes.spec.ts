import { AgencySessions } from '../../src/3-refer/agency-sessions';
import { CodeEndings } from '../../src/3-refer/code-endings';
import { Database } from '../../src/platform/database/database';
import type { SqlValue } from '../../src/platform/database/sql';
import { sql } from '../../src/platform/database/sql';
import { CANARY, letter } from '../../src/evidence/testing/fixtures';
import type { House } from '../harness/app';
import { Asker, eachHouse } from '../harness/app';
import { enclose } from '../harness/enclosed';

const LAND = 'NWT-LAND';
const MESSAGE = 'ขอให้ตรวจสอบถนนทรุดและรายงานผล';
const DAY = 86_400_000;

interface Sent {
  readonly id: string;
  readonly agencyCode: string;
}
interface Handed {
  readonly code: string;
  readonly until: string;
}

/** KEYS K6: an agency without an account reads and answers one referral with the code of its letter. */
eachHouse((_home, open) => {
  let house: House;
  let desk: Asker;
  const rows = <T extends object = Record<string, unknown>>(text: string, values: readonly SqlValue[] = []) =>
    house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  const at = (number: string, path = '') => `/api/v1/cases/${number}/${path}`;
  const ok = async <T = Record<string, unknown>>(answer: Promise<{ status: number; text: string; body: unknown }>) => {
    const { status, text, body } = await answer;
    expect(`${status} ${status < 300 ? '' : text}`).toMatch(/^20[014] $/);
    return body as T;
  };
  const sorted = async (more: object = {}): Promise<string> => {
    const { number } = await ok<{ number: string }>(
      house.anyone.post('/api/v1/complaints', { allegation: 'ถนนทรุดหน้าตลาด', type: 'general' }),
    );
    const sorting = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x', ...more };
    await ok(desk.post(at(number, 'sorting'), sorting));
    return number;
  };
  const refer = async (number: string, more: object = {}): Promise<Sent> => {
    const sent = { agencyCode: LAND, message: MESSAGE, letterNo: 'นธ 0017/1', ...more };
    const { referrals } = await ok<{ referrals: Sent[] }>(desk.post(at(number, 'referrals'), sent));
    return referrals[0] as Sent;
  };
  const make = (number: string, { id }: Sent) =>
    desk.post<Handed & { error: string }>(at(number, `referrals/${id}/code`), {});
  const referred = async () => {
    const number = await sorted();
    const sent = await refer(number);
    const { code } = await ok<Handed>(make(number, sent));
    return { number, sent, code };
  };
  const enter = async (code: string): Promise<Asker> => {
    const agency = new Asker(house.origin);
    const answer = await agency.post('/api/v1/agency/sessions', { code });
    expect(answer.status).toBe(204);
    return agency.adopt(answer);
  };
  const opens = async (code: string): Promise<number> =>
    (await house.anyone.post('/api/v1/agency/sessions', { code })).status;
  const sees = async (visitor: Asker) => (await visitor.get('/api/v1/agency/referral')).status;

  beforeEach(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    desk = await house.officer('desk', ['desk_officer']);
  });
  afterEach(() => house.close());

  it('opens that one referral, takes its answers like those of an account, and nothing after the final one', async () => {
    const { number, sent, code } = await referred();
    const other = await sorted();
    await refer(other, { message: 'เรื่องอื่น' });
    const agency = await enter(code.replace(/(.{4})/g, '$1 '));
    const { body } = await agency.get<Record<string, unknown>>('/api/v1/agency/referral');
    expect(body).toMatchObject({
      number,
      purpose: 'act',
      state: 'sent',
      letterNo: 'นธ 0017/1',
      pack: MESSAGE,
      answers: [],
      mayAnswer: ['accepted', 'interim', 'final', 'not_ours'],
    });
    for (const [kind, text] of [
      ['accepted', undefined],
      ['interim', 'ลงพื้นที่แล้ว'],
    ] as const) {
      await ok(agency.post('/api/v1/agency/referral/answers', { kind, text }));
    }
    const bad = await agency.post<{ fields: { field: string }[] }>('/api/v1/agency/referral/answers', {
      kind: 'final',
    });
    expect([bad.status, bad.body.fields[0]?.field]).toEqual([400, 'text']);
    const last = await ok(agency.post('/api/v1/agency/referral/answers', { kind: 'final', text: 'ซ่อมเสร็จแล้ว' }));
    expect(last).toMatchObject({ state: 'final' });
    expect([await sees(agency), await opens(code)]).toEqual([401, 404]);
    const { referrals } = await ok<{ referrals: { answers: { kind: string; text: string | null }[] }[] }>(
      desk.get(at(number, 'referrals')),
    );
    expect(referrals[0]?.answers.map(({ kind, text }) => [kind, text])).toEqual([
      ['accepted', null],
      ['interim', 'ลงพื้นที่แล้ว'],
      ['final', 'ซ่อมเสร็จแล้ว'],
    ]);
    const [row] = await rows<{ id: string; sealed: string }>(
      `SELECT c.id AS id, g.sealed AS sealed FROM referral_code c
       JOIN key_grant g ON g.reader = 'code:' || c.id WHERE c.referral_id = $1`,
      [sent.id],
    );
    expect(row?.sealed).toBe('');
    expect(await rows('SELECT id_hash FROM agency_session')).toEqual([]);
    const trail = await rows<{ act: string; actor_kind: string }>(
      `SELECT act, actor_kind FROM audit_row WHERE actor_id = $1 ORDER BY no`,
      [row?.id ?? ''],
    );
    expect(new Set(trail.map(({ actor_kind: kind }) => kind))).toEqual(new Set(['agency']));
    expect(trail.map(({ act }) => act)).toEqual([
      'referral.code.opened',
      'agency.session.begin',
      'content.read',
      'case.referralAccepted',
      'case.referralInterim',
      'case.referralFinal',
    ]);
    expect(JSON.stringify(await rows('SELECT * FROM audit_row'))).not.toContain(code);
  });

  it('answers "not ours" and to whom, and is over as well', async () => {
    const { number, code } = await referred();
    const agency = await enter(code);
    await ok(agency.post('/api/v1/agency/referral/answers', { kind: 'not_ours', toAgencyCode: 'NWT-PAO' }));
    expect([await sees(agency), await opens(code)]).toEqual([401, 404]);
    const { referrals } = await ok<{ referrals: { state: string }[] }>(desk.get(at(number, 'referrals')));
    expect(referrals[0]?.state).toBe('not_ours');
  });

  it('works without a script: the door, the referral, the answer, the way out', async () => {
    const { code } = await referred();
    const agency = new Asker(house.origin);
    const enterByForm = async (): Promise<number> => {
      const answer = await agency.form('/agencies/answer', { code });
      agency.adopt(answer);
      return answer.status;
    };
    const door = await agency.get('/agencies/answer');
    expect([door.status, door.text.includes('name="code"')]).toEqual([200, true]);
    const wrong = await agency.form('/agencies/answer', { code: '1'.repeat(20) });
    expect([wrong.status, wrong.text.includes('1'.repeat(20))]).toEqual([404, false]);
    expect((await agency.form('/agencies/answer', {})).status).toBe(400);
    expect(await enterByForm()).toBe(303);
    const inside = await agency.get('/agencies/answer');
    expect(inside.text).toContain(MESSAGE);
    expect(inside.text).not.toContain(code);
    expect(inside.headers.get('cache-control')).toBe('no-store');
    const silent = await agency.form('/agencies/answer/answers', { kind: 'interim' });
    expect([silent.status, silent.text.includes(MESSAGE)]).toEqual([400, true]);
    expect((await agency.form('/agencies/answer/answers', { kind: 'accepted' })).status).toBe(303);
    expect((await agency.form('/agencies/answer/sign-out', {})).status).toBe(303);
    expect((await agency.get('/agencies/answer')).text).not.toContain(MESSAGE);
    const late = await agency.form('/agencies/answer/answers', { kind: 'final', text: 'เขียนไว้นานแล้ว' });
    expect([late.status, late.text.includes('เขียนไว้นานแล้ว')]).toEqual([401, true]);
    expect(await enterByForm()).toBe(303);
    const done = await agency.form('/agencies/answer/answers', { kind: 'final', text: 'เสร็จแล้ว' });
    expect([done.status, done.text.includes(MESSAGE)]).toEqual([201, false]);
    expect((await agency.get('/agencies/answer')).text).toContain('name="code"');
  });

  it('shows the slip once, to print, with the address and the end, and asks for it at sending too', async () => {
    const number = await sorted();
    const sent = await refer(number);
    const slip = await desk.form(`/cases/${number}/referrals/${sent.id}/code`, {});
    expect(slip.status).toBe(201);
    const [code = ''] =
      slip.text
        .replace(/<[^>]+>/g, '')
        .replace(/(\d{4}) (?=\d{4})/g, '$1')
        .match(/\d{20}/) ?? [];
    expect(slip.text).toContain(`${house.origin}/agencies/answer`);
    // What goes into the envelope names no case.
    const paper = /<section class="sheet paper">.*?<\/section>/s.exec(slip.text)?.[0] ?? '';
    expect([paper.includes('/agencies/answer'), paper.includes(number.slice(-7))]).toEqual([true, false]);
    expect(await opens(code)).toBe(204);
    const page = await desk.get(`/cases/${number}/referrals/${sent.id}`);
    expect(page.text).not.toContain(code);
    const second = await sorted();
    const both = await desk.post<{ codes: Handed[]; withoutCode: { why: string }[] }>(at(second, 'referrals'), {
      to: [{ agencyCode: LAND }, { agencyCode: 'self' }],
      message: MESSAGE,
      withCode: true,
    });
    expect(both.body.withoutCode).toEqual([expect.objectContaining({ why: 'not_an_agency' })]);
    expect(both.body.codes.map(({ code: one }) => one)).toEqual([expect.stringMatching(/^\d{20}$/)]);
    expect(await opens(both.body.codes[0]?.code ?? '')).toBe(204);
  });

  it('kills the old code with a new one, and whoever was in with it', async () => {
    const { number, sent, code } = await referred();
    const agency = await enter(code);
    const { code: next } = await ok<Handed>(make(number, sent));
    expect([await sees(agency), await opens(code), await opens(next)]).toEqual([401, 404, 204]);
    const proof = await desk.get<{ units: { unit: string }[] }>(at(number, 'readers'));
    expect(proof.body.units.filter(({ unit }) => unit === `code:${LAND}`)).toHaveLength(2);
  });

  it('ends when the referral is called back, the case is reclassified, handed over, or thirty days are over', async () => {
    const recalled = await referred();
    const inside = await enter(recalled.code);
    await ok(desk.post(at(recalled.number, `referrals/${recalled.sent.id}/withdrawal`), { reason: 'ส่งผิด' }));
    expect([await sees(inside), await opens(recalled.code)]).toEqual([401, 404]);

    const doubtful = await referred();
    const there = await enter(doubtful.code);
    const changed = { type: 'corruption', corruptionAlleged: 'yes', accusedKind: 'state_official', reason: 'x' };
    await ok(desk.post(at(doubtful.number, 'classification'), { ...changed, agencyCode: 'NWT-TREAS' }));
    expect([await sees(there), await opens(doubtful.code)]).toEqual([401, 404]);

    const handed = await referred();
    await ok(desk.post(at(handed.number, 'handover'), { reason: 'เกี่ยวกับคนในศูนย์' }));
    expect(await opens(handed.code)).toBe(404);

    const late = await referred();
    house.clock.set(new Date(house.clock.date().getTime() + 30 * DAY + 1000).toISOString());
    expect(await opens(late.code)).toBe(404);
    const endings = house.server.app.get(CodeEndings, { strict: false });
    for (let again = 0; again < 2; again++) await endings.sweep();
    expect(await rows(`SELECT id FROM key_grant WHERE reader LIKE 'code:%' AND sealed <> ''`)).toEqual([]);
    expect(await rows(`SELECT no FROM audit_row WHERE act = 'referral.code.ended'`)).toHaveLength(4);
  });

  it('ends a session after fifteen minutes, and keeps nothing of it that opens', async () => {
    const { code } = await referred();
    const agency = await enter(code);
    expect(await sees(agency)).toBe(200);
    house.clock.set(new Date(house.clock.date().getTime() + 16 * 60_000).toISOString());
    expect(await sees(agency)).toBe(401);
    await house.server.app.get(AgencySessions, { strict: false }).sweep();
    expect(await rows('SELECT id_hash FROM agency_session')).toEqual([]);
  });

  it('is refused for corruption, now or ever, for the accused’s own agency, and to whom it is none of', async () => {
    const corrupt = { type: 'corruption', corruptionAlleged: 'yes', accusedKind: 'state_official' };
    const number = await sorted({ ...corrupt, agencyCode: 'NWT-TREAS' });
    const sent = await refer(number);
    const refused = await make(number, sent);
    expect([refused.status, refused.body.error]).toEqual([409, 'NoCode']);
    await ok(desk.post(at(number, 'classification'), { type: 'general', corruptionAlleged: 'no', reason: 'x' }));
    expect((await make(number, sent)).status).toBe(409);

    const own = await sorted();
    const theirs = await refer(own);
    const accused = { type: 'general', corruptionAlleged: 'no', accusedKind: 'state_official', agencyCode: LAND };
    await ok(desk.post(at(own, 'classification'), { ...accused, reason: 'x' }));
    expect((await make(own, theirs)).status).toBe(409);

    const self = await sorted();
    expect((await make(self, await refer(self, { agencyCode: 'self' }))).status).toBe(409);
    expect(await rows('SELECT id FROM referral_code')).toEqual([]);

    const plain = await sorted();
    const open = await refer(plain);
    expect((await desk.post(at(own, `referrals/${open.id}/code`), {})).status).toBe(404);
    const land = await house.officer('land', ['agency_contact'], LAND);
    const investigator = await house.officer('investigator', ['investigator']);
    for (const asker of [land, investigator]) {
      expect((await asker.post(at(plain, `referrals/${open.id}/code`), {})).status).toBe(403);
    }
    await rows(`UPDATE officer SET name = 'นายเก็บ รักษา' WHERE username = 'desk'`);
    const named = { allegation: 'เก็บ รักษา ไม่ยอมออกใบอนุญาต', type: 'general' };
    const { number: walled } = await ok<{ number: string }>(house.anyone.post('/api/v1/complaints', named));
    expect((await desk.post(at(walled, `referrals/${open.id}/code`), {})).status).toBe(404);
  });

  it('is refused where somebody of the agency is named, and dies when she is walled off later', async () => {
    await house.officer('land', ['agency_contact'], LAND);
    await rows(`UPDATE officer SET name = 'ฟ้าใส สมมติ' WHERE username = 'land'`);
    const named = await ok<{ number: string }>(
      house.anyone.post('/api/v1/complaints', { allegation: 'ถามฟ้าใส สมมติ แล้วไม่ตอบ', type: 'general' }),
    );
    const sorting = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x' };
    await ok(desk.post(at(named.number, 'sorting'), sorting));
    expect((await make(named.number, await refer(named.number))).status).toBe(409);

    const { number, code } = await referred();
    const agency = await enter(code);
    expect(await sees(agency)).toBe(200);
    await ok(desk.post(at(number, 'wall'), { username: 'land', reason: 'เป็นญาติของผู้ที่ถูกพูดถึง' }));
    expect(await sees(agency)).not.toBe(200);
    expect(await opens(code)).toBe(404);
    expect((await rows(`SELECT id FROM referral_code WHERE ended_at IS NULL`)).length).toBe(0);
  });

  it('gives cleaned copies along, to the code and to the account, and never an original', async () => {
    const files = [
      { name: 'หลักฐาน.pdf', bytes: await letter() },
      { name: 'อีกไฟล์.txt', bytes: Buffer.from('ข้อความที่ไม่ได้ส่ง') },
    ];
    const filed = await enclose<{ number: string }>(
      house.anyone,
      '/api/v1/complaints',
      { allegation: 'ถนนทรุด', type: 'general' },
      files,
    );
    const { number } = filed.body;
    const sorting = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x' };
    await ok(desk.post(at(number, 'sorting'), sorting));
    const wrong = { agencyCode: LAND, message: MESSAGE, exhibits: [9] };
    expect((await desk.post(at(number, 'referrals'), wrong)).status).toBe(400);
    const sent = await refer(number, { exhibits: [1] });
    const { code } = await ok<Handed>(make(number, sent));
    const agency = await enter(code);
    const { body } = await agency.get<{ files: object[] }>('/api/v1/agency/referral');
    expect(body.files).toEqual([{ no: 1, kind: 'pdf' }]);
    const land = await house.officer('land', ['agency_contact'], LAND);
    for (const copy of [
      await agency.get('/api/v1/agency/referral/files/1'),
      await agency.get('/agencies/answer/files/1'),
      await land.get(at(number, `referrals/${sent.id}/files/1`)),
      await land.get(`/cases/${number}/referrals/${sent.id}/files/1`),
    ]) {
      expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(copy.headers.get('content-disposition')).toBe(`attachment; filename="${number}-enclosure-1.pdf"`);
      expect(Object.values(CANARY).filter((hidden) => copy.text.includes(hidden))).toEqual([]);
    }
    expect((await agency.get('/api/v1/agency/referral/files/2')).status).toBe(404);
    expect((await land.get(at(number, 'evidence/1/copy'))).status).toBe(403);
    const pao = await house.officer('pao', ['agency_contact'], 'NWT-PAO');
    expect((await pao.get(at(number, `referrals/${sent.id}/files/1`))).status).toBe(404);
    const { exhibits } = await ok<{ exhibits: { custody: { act: string; by: string }[] }[] }>(
      desk.get(at(number, 'evidence')),
    );
    expect(exhibits[0]?.custody.filter(({ act }) => act === 'handed_out').map(({ by }) => by)).toEqual([
      'officer',
      'agency',
      'agency',
      'agency',
      'agency',
    ]);
    expect(exhibits[1]?.custody.map(({ act }) => act)).not.toContain('handed_out');
  });
});
