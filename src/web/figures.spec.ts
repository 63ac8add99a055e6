import request from 'supertest';
import { eachHome } from '../../test/harness/databases';
import type { OpenRooms } from '../../test/harness/rooms';
import { openRooms } from '../../test/harness/rooms';
import { ACCESS_ENTITIES } from '../access/access.entities';
import { AccessModule } from '../access/access.module';
import { OfficersService } from '../access/officers.service';
import type { Role } from '../access/roles';
import { AgenciesModule } from '../agencies/agencies.module';
import { AUDIT_ENTITIES } from '../audit/audit.entities';
import { AuditModule } from '../audit/audit.module';
import { INDICATORS_ENTITIES } from '../indicators/indicators.entities';
import { LayoutModule } from '../layout/layout.module';
import { newId } from '../platform/ids';
import { PLATFORM_ENTITIES } from '../platform/platform.entities';
import { Facts } from '../statistics/facts';
import type { OpenedCase } from '../statistics/facts.shapes';
import { STATISTICS_ENTITIES } from '../statistics/statistics.entities';
import { StatisticsModule } from '../statistics/statistics.module';
import { FiguresModule } from './figures.module';

const NOW = '2026-11-20T03:00:00.000Z';
const PASSPHRASE = 'blue kettle on stilts';
const MODULES = [LayoutModule, AuditModule, AgenciesModule, AccessModule, StatisticsModule, FiguresModule];
const ENTITIES = [
  ...PLATFORM_ENTITIES,
  ...AUDIT_ENTITIES,
  ...ACCESS_ENTITIES,
  ...STATISTICS_ENTITIES,
  ...INDICATORS_ENTITIES,
];

eachHome((_home, place) => {
  let rooms: OpenRooms;
  let facts: Facts;
  const cookies = new Map<string, string>();
  const http = () => request(rooms.app.getHttpServer());
  const get = (path: string, username?: string) =>
    http()
      .get(path)
      .set('Cookie', cookies.get(username ?? '') ?? '');

  beforeAll(async () => {
    rooms = await openRooms(await place(), MODULES, ENTITIES);
    rooms.clock.set(NOW);
    facts = rooms.app.get(Facts);
    const people: readonly (readonly [string, Role, string?])[] = [
      ['plan', 'plan_officer'],
      ['head', 'desk_head'],
      ['committee', 'committee'],
      ['land', 'agency_contact', 'NWT-LAND'],
    ];
    for (const [username, role, agencyCode] of people) {
      const person = { username, name: `คุณ ${username}`, roles: [role], password: PASSPHRASE };
      await rooms.app.get(OfficersService).add({ ...person, ...(agencyCode ? { agencyCode } : {}) });
      const answer = await http().post('/api/v1/sessions').send({ username, password: PASSPHRASE });
      cookies.set(username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
    }
    for (let n = 0; n < 8; n++) await openCase({ receivedOn: '2025-11-03', channel: 'letter' });
    for (let n = 0; n < 4; n++) await openCase({ receivedOn: '2026-01-03', channel: 'website', type: 'general' });
    await openCase({ receivedOn: '2025-12-03', channel: 'box', district: '9602' });
    const caseId = await openCase({ receivedOn: '2026-02-03', channel: 'letter' });
    const sent = { caseId, agencyCode: 'NWT-LAND', unlisted: false, sentOn: '2026-02-05', dueOn: '2026-02-20' };
    await facts.referralSent({ ...sent, referralId: newId() });
  });
  afterAll(() => rooms.close());

  async function openCase(changes: Partial<OpenedCase>): Promise<string> {
    const caseId = newId();
    await facts.openCase({
      caseId,
      province: 'NWT',
      receivedOn: '2025-11-03',
      channel: 'letter',
      type: 'corruption',
      corruptionAlleged: null,
      accusedKind: 'state_official',
      agencyCode: 'NWT-LAND',
      district: '9601',
      imported: false,
      step: 2,
      ...changes,
    });
    return caseId;
  }

  it('gives the totals of the province to everyone, exact down to one', async () => {
    const answer = await get('/api/v1/statistics?fiscalYear=๒๕๖๙');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      fiscalYear: 2569,
      asOf: '2026-09-30',
      ...{ carriedOver: 0, new: 14, total: 14, completed: 0, inProgress: 14 },
      byChannel: { box: 1, letter: 9, website: 4 },
      byDistrict: { '9601': 13, '9602': 1 },
      byAgency: { rows: { 'NWT-LAND': 1 }, referrals: 1, cases: 1 },
    });
    const file = await get('/api/v1/statistics.csv?fiscalYear=2569').set('Accept-Language', 'en');
    expect(file.text).toContain('byChannel,box,Complaint box,1\r\n');
  });

  it('names the field when the year or the agency cannot be read', async () => {
    for (const [query, field] of [
      ['fiscalYear=2025', 'fiscalYear'],
      ['fiscalYear=abc', 'fiscalYear'],
      ['fiscalYear=2569&fiscalYear=2570', 'fiscalYear'],
      ['fiscalYear=2569&agency=NWT-NOBODY', 'agency'],
    ]) {
      const answer = await get(`/api/v1/statistics?${query}`);
      expect([answer.status, answer.body.fields?.[0]?.field]).toEqual([400, field]);
    }
  });

  it('gives the figures of one agency to its own contact without small crossings, to the desk with them', async () => {
    const path = '/api/v1/statistics?fiscalYear=2569&agency=NWT-LAND';
    expect((await get(path)).status).toBe(401);
    expect((await get(path.replace('LAND', 'TREAS'), 'land')).status).toBe(403);
    const own = await get(path, 'land');
    expect(own.body).toMatchObject({ new: 14, byType: { corruption: 10 } });
    await openCase({ receivedOn: '2026-03-01', channel: 'box', agencyCode: 'NWT-TREAS' });
    expect((await get(path, 'land')).body.byChannel.box).toBeNull();
    expect((await get(path, 'head')).body.byChannel.box).toBe(1);
    expect((await get(path, 'committee')).body.byChannel.box).toBeNull();
  });

  it('shows the public page with exact totals, longer periods instead of small numbers, and no script', async () => {
    const { status, text } = await get('/statistics?fiscalYear=2569');
    expect(status).toBe(200);
    expect(text).toContain('ประจำปีงบประมาณ พ.ศ. ๒๕๖๙');
    expect(text).toContain('รวมไตรมาส ๑');
    expect(text).toContain('src="data:image/svg+xml');
    expect(text).toContain('เพื่อไม่ให้จำนวนน้อย ๆ');
    expect(text).not.toContain('<script');
    const inside = await get('/desk/statistics?fiscalYear=2569', 'head');
    expect(inside.text).toContain('พ.ย. ๖๘');
    expect(inside.text).not.toContain('เพื่อไม่ให้จำนวนน้อย ๆ');
  });

  it('says that there were no complaints where there were none, with zeros', async () => {
    const { text } = await get('/statistics?fiscalYear=2568');
    expect(text).toContain('ไม่มีเรื่องร้องเรียน');
    expect(text).toContain('>๐<');
  });

  it('publishes the page of each agency with the table of the integrity assessment alone', async () => {
    const { text } = await get('/statistics?fiscalYear=2569&agency=NWT-LAND');
    expect(text).toContain('id="ita"');
    for (const table of ['channels', 'types', 'districts', 'agencies']) expect(text).not.toContain(`id="${table}"`);
  });

  it('publishes the agencies on a page of their own, in the order of the directory', async () => {
    const { status, text } = await get('/statistics/agencies?fiscalYear=2569');
    expect(status).toBe(200);
    expect(text).toContain('ส่งเรื่องรวม ๑ ครั้ง จาก ๑ เรื่อง');
    expect(text).toContain('/statistics?fiscalYear=2569&amp;agency=NWT-TREAS');
  });

  it('draws the charts as pictures', async () => {
    for (const name of ['by-month', 'by-channel']) {
      const answer = await get(`/charts/statistics-${name}.svg?fiscalYear=2569`);
      expect(answer.headers['content-type']).toContain('image/svg+xml');
      expect(answer.body.toString()).toContain('<svg');
    }
  });

  it('shows table 5 in Thai words, and takes a base from the plan officer without script', async () => {
    expect((await get('/indicators')).headers.location).toBe('/sign-in');
    const before = await get('/indicators?fiscalYear=2569', 'plan');
    expect(before.text).toContain('คำนวณไม่ได้');
    expect(before.text).toContain('ไม่ใช่สถิติ ป.ป.ช.');
    const post = (fields: object) =>
      http()
        .post('/indicators/figures')
        .set('Cookie', cookies.get('plan') ?? '')
        .type('form')
        .send(fields);
    const wrong = await post({ kind: 'base', code: '2.2-c', year: '๒๕๖๘', value: 'มาก', letterNo: 'นธ 0017/99' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('กรุณากรอกเป็นจำนวนเต็ม');
    expect(wrong.text).toContain('value="นธ 0017/99"');
    const done = await post({ kind: 'base', code: '2.2-c', year: '๒๕๖๘', value: '๒๐', source: '', letterNo: '' });
    expect([done.status, done.headers.location]).toEqual([303, '/indicators?saved=yes']);
    expect((await get('/indicators?fiscalYear=2569', 'plan')).text).toContain('ปี ๒๕๖๘');
    expect((await get('/indicators?fiscalYear=2569', 'committee')).text).not.toContain('action="/indicators/figures"');
  });

  it('shows an agency its own figures alone', async () => {
    expect((await get('/desk/statistics?agency=NWT-TREAS', 'land')).text).not.toContain('NWT-TREAS');
    const page = await get('/indicators?fiscalYear=2569', 'land');
    expect(page.text).toContain('ตัวเลขของหน่วยงานท่าน');
    expect(page.text).not.toContain('>๒.๑ ');
  });
});
