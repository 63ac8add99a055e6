import request from 'supertest';
import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { OfficersService } from '../access/officers.service';
import type { Role } from '../access/roles';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { JobsModule } from '../platform/jobs/jobs.module';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlinesModule } from './deadlines.module';
import { at } from './testing/calendars';

const PASSPHRASE = 'blue kettle on stilts';
const PEOPLE: readonly (readonly [string, Role, string?])[] = [
  ['clerk', 'desk_officer'],
  ['head', 'desk_head'],
  ['chief', 'executive'],
  ['land', 'agency_contact', 'NWT-LAND'],
  ['tester', 'auditor'],
  ['keeper', 'administrator'],
];

eachHome((_home, place) => {
  let desk: Desk;
  const cookies = new Map<string, string>();
  const http = () => request(desk.rooms.app.getHttpServer());
  const cookie = (who: string) => cookies.get(who) ?? '';
  const get = (who: string, path: string) => http().get(path).set('Cookie', cookie(who)).set('Accept-Language', 'en');
  const post = (who: string, path: string, body: object) => http().post(path).set('Cookie', cookie(who)).send(body);
  const submit = (who: string, path: string, body: object) => post(who, path, body).type('form');

  const signIn = async (username: string): Promise<void> => {
    const answer = await http().post('/api/v1/sessions').send({ username, password: PASSPHRASE });
    cookies.set(username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  };

  beforeAll(async () => {
    desk = await Desk.open(await place(), [JobsModule, DeadlinesModule], DEADLINE_ENTITIES);
    desk.rooms.clock.set(at('2026-11-06 10:00'));
    for (const [username, role, agencyCode] of PEOPLE) {
      const person = { username, name: `คุณ ${username}`, roles: [role], password: PASSPHRASE };
      await desk.get(OfficersService).add({ ...person, ...(agencyCode ? { agencyCode } : {}) });
      await signIn(username);
    }
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.rooms.clock.set(at('2026-11-06 10:00')));

  const referred = async (): Promise<CaseFile> => {
    const file = await desk.openCase();
    await desk.bring(file, 'sort', 'refer');
    const { id } = await desk.refer(file, 'NWT-LAND', 'sent');
    const line = { kind: 'referralSent', by: { kind: 'officer', id: null }, data: { referralId: id } } as const;
    await desk.database.write(() => desk.get(Cases).tell(file, line));
    return file;
  };

  it('tells every clock with why it is due that day', async () => {
    const file = await desk.openCase();
    const { status, body } = await get('clerk', `/api/v1/cases/${file.number}/deadlines`);
    expect(status).toBe(200);
    const sort = body.deadlines.find(({ clock }: { clock: string }) => clock === 'sort');
    expect(sort).toMatchObject({ state: 'running', dueAt: at('2026-11-09 16:30'), mayPause: true });
    expect(sort.why).toEqual([
      'Counted from 6 November 2026, 10:00',
      'Time allowed: 1 working day (rule, version 1)',
      expect.stringMatching(/^Calendar: office hours 08:30–12:00, 13:00–16:30/),
      'The first day, 6 November 2026, is not counted',
      '2 weekend days passed over between 7 November 2026 and 8 November 2026',
      'Due at the close of office, 16:30',
      'So it is due 9 November 2026, 16:30',
    ]);
  });

  it('pauses and goes on by the interface', async () => {
    const file = await desk.openCase();
    const path = `/api/v1/cases/${file.number}/pauses`;
    const paused = await post('clerk', path, { clock: 'sort', reason: 'waiting_reporter' });
    expect(paused.status).toBe(201);
    const run = paused.body.deadlines.find(({ clock }: { clock: string }) => clock === 'sort');
    expect(run).toMatchObject({ state: 'paused', pause: { maxUntil: at('2026-11-21 10:00') } });
    expect((await post('clerk', path, { clock: 'sort', reason: 'waiting_reporter' })).status).toBe(409);
    expect((await post('clerk', path, { clock: 'refer', reason: 'waiting_reporter' })).status).toBe(404);
    expect((await post('clerk', `${path}/${run.pause.id}/end`, {})).status).toBe(201);
  });

  it('takes an extension from asking to undoing, by two people', async () => {
    const file = await desk.openCase();
    const path = `/api/v1/cases/${file.number}/extensions`;
    const asked = await post('clerk', path, { clock: 'sort', amount: 2, reason: 'พยานอยู่ต่างอำเภอ' });
    const sortOf = (body: { deadlines: { clock: string }[] }) => body.deadlines.find(({ clock }) => clock === 'sort');
    expect(sortOf(asked.body)).toMatchObject({
      mayAsk: null,
      extensions: [
        { state: 'asked', unit: 'w', amount: 2, grantor: 'desk_head', reason: 'พยานอยู่ต่างอำเภอ', mine: false },
      ],
    });
    const { id } = (sortOf(asked.body) as unknown as { extensions: { id: string }[] }).extensions[0]!;
    expect((await post('clerk', `${path}/${id}/approval`, { decision: 'grant' })).status).toBe(403);
    const granted = await post('head', `${path}/${id}/approval`, { decision: 'grant' });
    expect(sortOf(granted.body)).toMatchObject({ dueAt: at('2026-11-11 16:30') });
    const undone = await post('head', `${path}/${id}/undoing`, {});
    expect(sortOf(undone.body)).toMatchObject({ dueAt: at('2026-11-09 16:30') });
  });

  it("lets the executive read why the head asks, and nothing of the desk's own requests", async () => {
    const file = await desk.openCase();
    await post('head', `/api/v1/cases/${file.number}/extensions`, {
      clock: 'sort',
      amount: 1,
      reason: 'รอเอกสารจากส่วนกลาง',
    });
    const { body } = await get('chief', `/api/v1/cases/${file.number}/deadlines`);
    const [extension] = body.deadlines.flatMap((run: { extensions: object[] }) => run.extensions);
    expect(extension).toMatchObject({ grantor: 'executive', reason: 'รอเอกสารจากส่วนกลาง', mine: true });
  });

  it('lets an agency ask for more time to answer, for its own referral alone', async () => {
    const file = await referred();
    const { body } = await get('land', `/api/v1/cases/${file.number}/deadlines`);
    expect(body.deadlines.map(({ clock }: { clock: string }) => clock)).toEqual(['agency_answer']);
    const ask = (clock: string) =>
      post('land', `/api/v1/cases/${file.number}/extensions`, { clock, amount: 10, reason: 'รังวัดยังไม่แล้วเสร็จ' });
    expect((await ask('agency_answer')).status).toBe(201);
    expect((await ask('verify')).status).toBe(404);
    expect((await get('land', `/api/v1/cases/${(await desk.openCase()).number}/deadlines`)).status).toBe(404);
  });

  it('is not there for the auditor', async () => {
    const file = await desk.openCase();
    expect((await get('tester', `/api/v1/cases/${file.number}/deadlines`)).status).toBe(404);
  });

  it('shows the page, keeps what was typed wrong, and returns to the page when it is right', async () => {
    const file = await desk.openCase();
    const page = `/cases/${file.number}/deadlines`;
    const shown = await get('clerk', page);
    expect(shown.text).toContain('ทำไมเป็นวันนี้');
    expect(shown.text).toContain('จึงครบกำหนด ๙ พฤศจิกายน ๒๕๖๙ เวลา ๑๖.๓๐ น.');
    const deadline = /\?extend=([0-9a-z]{26})/.exec(shown.text)?.[1];
    expect((await get('clerk', `${page}?extend=${deadline}`)).text).toContain(
      `action="/cases/${file.number}/extensions"`,
    );
    const wrong = await submit('clerk', `/cases/${file.number}/extensions`, {
      deadline,
      amount: '๙๙',
      reason: 'ขอเพิ่ม',
    });
    expect(wrong.status).toBe(409);
    expect(wrong.text).toContain('ขอขยายเกินจำนวนวันที่กำหนด');
    expect(wrong.text).toContain('ขอเพิ่ม');
    const empty = await submit('clerk', `/cases/${file.number}/extensions`, { deadline, amount: 'สอง' });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain('กรุณากรอกจำนวนเป็นตัวเลข');
    expect(empty.text).toContain('กรุณาบอกเหตุผล');
    const right = await submit('clerk', `/cases/${file.number}/extensions`, { deadline, amount: '๒', reason: 'ขอเพิ่ม' });
    expect([right.status, right.headers.location]).toEqual([303, page]);
  });

  it("shows the year's calendar with the days still to be decided", async () => {
    const page = await get('clerk', '/calendar?year=๒๕๖๙');
    expect(page.status).toBe(200);
    expect(page.text).toContain('๕ ธ.ค. ๖๙');
    expect((await get('chief', '/calendar')).status).toBe(403);
  });

  it('warns sixty days before the holidays are no longer known, on every page of who must see to it', async () => {
    const known = 'ปฏิทินวันหยุดมีถึง ๓๑ ธันวาคม ๒๕๗๐';
    const file = await desk.openCase();
    expect((await get('clerk', '/calendar')).text).not.toContain('ปฏิทินวันหยุดมีถึง');
    desk.rooms.clock.set(at('2027-11-03 10:00'));
    for (const who of ['clerk', 'head', 'keeper']) await signIn(who);
    expect((await get('clerk', '/calendar')).text).toContain(known);
    expect((await get('head', `/cases/${file.number}/deadlines`)).text).toContain(known);
    expect((await get('keeper', '/clockwork')).text).toContain(known);
    expect((await get('clerk', `/cases/${file.number}/deadlines`)).text).not.toContain(known);
  });

  it('takes a holiday announced late by two persons, and shows the administrator no case', async () => {
    for (const who of ['clerk', 'head', 'keeper']) await signIn(who);
    const file = await desk.openCase();
    const form = { kind: 'closes', from: '๙ พ.ย. ๒๕๖๙', nameTh: 'วันหยุดพิเศษ', letterNo: 'นร 0505/ว 123' };
    expect((await post('clerk', '/api/v1/calendar/changes', form)).status).toBe(403);
    const wrong = await submit('keeper', '/calendar/changes', { ...form, from: '' });
    expect([wrong.status, wrong.text.includes('วันหยุดพิเศษ')]).toEqual([400, true]);
    const sent = await submit('keeper', '/calendar/changes', form);
    const path = String(sent.headers.location);
    expect([sent.status, path]).toEqual([303, '/calendar/changes/2']);
    expect((await get('keeper', `/api/v1${path}`)).body).toMatchObject({ state: 'proposed', preview: null });
    expect((await get('keeper', path)).text).not.toContain(file.number);
    expect((await get('head', path)).text).toContain(`/cases/${file.number}/deadlines`);
    expect((await post('keeper', `/api/v1${path}/approval`, { decision: 'approve' })).status).toBe(403);
    expect((await submit('head', `${path}/approval`, { decision: 'approve' })).status).toBe(303);
    const { body } = await get('head', `/api/v1/cases/${file.number}/deadlines`);
    const sort = (body as { deadlines: { clock: string; dueAt: string }[] }).deadlines.find((d) => d.clock === 'sort');
    expect(sort?.dueAt).toBe(at('2026-11-10 16:30'));
    expect((await post('head', `/api/v1${path}/undoing`, {})).body).toMatchObject({ state: 'undone' });
    expect((await get('head', '/api/v1/calendar/changes/99')).status).toBe(404);
    expect((await get('head', '/api/v1/calendar/changes/x')).status).toBe(400);
  });
});
