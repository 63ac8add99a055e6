import request from 'supertest';
import { eachHome } from '../../test/harness/databases';
import type { OpenRooms } from '../../test/harness/rooms';
import { openRooms } from '../../test/harness/rooms';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { AUDIT_ENTITIES } from '../audit/audit.entities';
import { Trail } from '../audit/trail';
import { LayoutModule } from '../layout/layout.module';
import { Database } from '../platform/database/database';
import { PLATFORM_ENTITIES } from '../platform/platform.entities';
import { AccessModule } from './access.module';
import { ACCESS_ENTITIES } from './access.entities';
import { Directory } from './directory';
import { Officer } from './officer.entity';
import { postboxOf } from './officer.rules';
import { OfficersService } from './officers.service';
import type { Role } from './roles';
import { Routes } from './routes';
import { Setup } from './setup';
import { SetupToken } from './setup-token.entity';

const PASSPHRASE = 'blue kettle on stilts';
const MODULES = [LayoutModule, AuditModule, AgenciesModule, AccessModule];
const ENTITIES = [...PLATFORM_ENTITIES, ...AUDIT_ENTITIES, ...ACCESS_ENTITIES];
const ISSUED = /<strong class="passphrase">([a-z ]+)<\/strong>/;

eachHome((_home, place) => {
  let rooms: OpenRooms;
  let database: Database;
  let officers: OfficersService;
  const http = () => request(rooms.app.getHttpServer());
  const enter = (username: string, password: string) => http().post('/api/v1/sessions').send({ username, password });
  const cookieOf = (answer: request.Response): string => String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const signedIn = async (username: string): Promise<string> => cookieOf(await enter(username, PASSPHRASE));
  const add = (username: string, roles: readonly Role[], agencyCode?: string) =>
    officers.add({ username, name: `คุณ ${username}`, roles, agencyCode, password: PASSPHRASE });

  const open = async (): Promise<void> => {
    rooms = await openRooms(await place(), MODULES, ENTITIES);
    database = rooms.app.get(Database);
    officers = rooms.app.get(OfficersService);
  };
  const close = (): Promise<void> => rooms.close();

  describe('the first administrator', () => {
    beforeEach(open);
    afterEach(close);

    const link = async (): Promise<string> => {
      const made = await rooms.app.get(Setup).link(3000);
      expect(made).toMatch(/^http:\/\/localhost:3000\/setup\/[\w-]{32}$/);
      return new URL(String(made)).pathname;
    };
    const finish = (path: string, fields: Record<string, string>) => http().post(path).type('form').send(fields);
    const first = { username: 'admin1', name: 'ผู้ดูแล ทดสอบ', passphrase: 'own', password: PASSPHRASE };

    it('comes in by the link once, and the link is not kept', async () => {
      const path = await link();
      const [row] = await database.reader.find(SetupToken);
      expect(JSON.stringify(row)).not.toContain(path.slice('/setup/'.length));
      expect((await http().get(path)).text).toContain('name="username"');
      expect((await finish(path, first)).status).toBe(201);
      expect((await enter('admin1', PASSPHRASE)).body.officer.roles).toEqual(['administrator']);
      expect((await http().get(path)).status).toBe(404);
      expect((await finish(path, { ...first, username: 'admin2' })).status).toBe(404);
      expect(await rooms.app.get(Setup).link(3000)).toBeNull();
    });

    it('may have a passphrase issued, which is shown once', async () => {
      const page = await finish(await link(), { username: 'admin1', name: 'ผู้ดูแล ทดสอบ', passphrase: 'issued' });
      const issued = ISSUED.exec(page.text)?.[1] ?? '';
      expect(issued.split(' ')).toHaveLength(6);
      expect((await enter('admin1', issued.toUpperCase())).status).toBe(201);
    });

    it('is one, however many post at the same moment', async () => {
      const path = await link();
      const all = Array.from({ length: 16 }, (_, i) => finish(path, { ...first, username: `admin${i}` }));
      const answers = await Promise.all(all);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.every(({ status }) => [201, 404, 503].includes(status))).toBe(true);
      expect(await database.reader.count(Officer)).toBe(1);
    });

    it('can mend the form, and the link still works', async () => {
      const path = await link();
      const wrong = await finish(path, { ...first, username: '1 x', password: 'short' });
      expect(wrong.status).toBe(400);
      expect(wrong.text).toContain('value="1 x"');
      expect(wrong.text).toContain('๑๖ ตัวอักษร');
      expect(wrong.text).not.toContain('"short"');
      expect((await finish(path, first)).status).toBe(201);
    });

    it('is offered a new link at each start, and the one before is over', async () => {
      const old = await link();
      const fresh = await link();
      expect((await http().get(old)).status).toBe(404);
      expect((await http().get(fresh)).status).toBe(200);
    });
  });

  describe('the administrator', () => {
    let cookie: string;
    const api = (method: 'get' | 'post' | 'patch', path: string) =>
      http()[method](`/api/v1/officers${path}`).set('Cookie', cookie).set('Accept-Language', 'en');
    const page = (path: string, fields: object) => http().post(path).set('Cookie', cookie).type('form').send(fields);

    beforeAll(async () => {
      await open();
      await add('admin', ['administrator']);
      cookie = await signedIn('admin');
    });
    afterAll(close);

    it('adds people with an issued passphrase or with their own', async () => {
      const body = { username: 'Napa1', name: ' นภา  ทดสอบ ', roles: ['agency_contact'], agencyCode: 'nwt-land' };
      const issued = await api('post', '').send(body);
      expect(issued.status).toBe(201);
      const napa = {
        username: 'napa1',
        name: 'นภา ทดสอบ',
        roles: ['agency_contact'],
        agencyCode: 'NWT-LAND',
        deskUnit: null,
        email: null,
        active: true,
        passphraseIsOwn: false,
        hasSecondFactor: false,
      };
      expect(issued.body).toEqual({ officer: napa, passphrase: expect.stringMatching(/^([a-z]{4} ){5}[a-z]{4}$/) });
      expect((await enter('napa1', issued.body.passphrase)).status).toBe(201);
      const own = await api('post', '').send({
        username: 'wit',
        name: 'วิทย์',
        roles: ['auditor'],
        password: PASSPHRASE,
      });
      expect(own.body).toEqual({ officer: expect.objectContaining({ username: 'wit' }) });
      const list = (await api('get', '')).body.officers as { username: string }[];
      expect(list.map(({ username }) => username)).toEqual(['admin', 'napa1', 'wit']);
    });

    it('is told what is wrong, by field, and nothing is written', async () => {
      const body = { username: 'wrong', name: 'ผิด', roles: ['custodian', 'desk_head'], agencyCode: 'NWT-NOWHERE' };
      const answer = await api('post', '').send({ ...body, password: 'too short' });
      expect([answer.status, answer.body.fields]).toEqual([
        400,
        [
          { field: 'roles', message: 'One person cannot be both Identity custodian and Desk head.' },
          { field: 'agencyCode', message: 'The province has no such agency.' },
          { field: 'password', message: expect.stringContaining('at least 16') },
        ],
      ]);
      expect(await officers.find('wrong')).toBeNull();
    });

    it('cannot give one username to two, not even at the same moment', async () => {
      const body = { username: 'napa3', name: 'นภา', roles: ['desk_officer'], password: PASSPHRASE };
      const answers = await Promise.all([1, 2, 3, 4].map(() => api('post', '').send(body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect((await api('post', '').send({ ...body, username: 'NAPA3' })).status).toBe(409);
    });

    it('closes an account: signed out at once, and not let in again until it is opened', async () => {
      await add('napa4', ['desk_officer']);
      const hers = await signedIn('napa4');
      expect((await api('patch', '/napa4').send({ active: false })).body.officer.active).toBe(false);
      expect((await http().get('/api/v1/sessions/current').set('Cookie', hers)).status).toBe(401);
      expect((await enter('napa4', PASSPHRASE)).status).toBe(401);
      await api('patch', '/napa4').send({ active: true });
      expect((await http().get('/api/v1/sessions/current').set('Cookie', hers)).status).toBe(401);
      expect((await enter('napa4', PASSPHRASE)).status).toBe(201);
    });

    it('changes roles, which count from the next request on', async () => {
      await add('napa5', ['desk_officer']);
      const hers = await signedIn('napa5');
      expect((await http().get('/api/v1/audit').set('Cookie', hers)).status).toBe(403);
      await api('patch', '/napa5').send({ roles: ['auditor'] });
      expect((await http().get('/api/v1/audit').set('Cookie', hers)).status).toBe(200);
      expect((await api('patch', '/napa5').send({ roles: ['auditor', 'executive'] })).status).toBe(400);
      expect((await api('patch', '/napa5').send({ name: null, roles: null, active: null })).status).toBe(200);
      expect((await api('patch', '/nobody').send({ active: false })).status).toBe(404);
    });

    it('issues a new passphrase with a new key pair and ends the old sessions', async () => {
      await add('napa6', ['desk_officer']);
      const hers = await signedIn('napa6');
      const before = await database.reader.findOneByOrFail(Officer, { username: 'napa6' });
      const { passphrase } = (await api('patch', '/napa6').send({ passphrase: 'issue' })).body;
      const after = await database.reader.findOneByOrFail(Officer, { username: 'napa6' });
      expect([after.keyEpoch, after.publicKey === before.publicKey]).toEqual([2, false]);
      expect((await http().get('/api/v1/sessions/current').set('Cookie', hers)).status).toBe(401);
      expect((await enter('napa6', PASSPHRASE)).status).toBe(401);
      expect((await enter('napa6', passphrase)).status).toBe(201);
    });

    it('cannot leave the province without an administrator, not even two at the same moment', async () => {
      expect((await api('patch', '/admin').send({ active: false })).status).toBe(409);
      expect((await api('patch', '/admin').send({ roles: ['executive'] })).status).toBe(409);
      await add('other', ['administrator']);
      const both = await Promise.all([
        officers.change('admin', { active: false }, { kind: 'command', id: null }).then(String, () => 'refused'),
        officers.change('other', { active: false }, { kind: 'command', id: null }).then(String, () => 'refused'),
      ]);
      expect(both.filter((one) => one === 'refused')).toHaveLength(1);
      expect(await officers.hasAdministrator()).toBe(true);
      for (const name of ['admin', 'other'])
        await officers.change(name, { active: true }, { kind: 'command', id: null });
      cookie = await signedIn('admin');
    });

    it('does all of it on pages without script', async () => {
      const fields = { username: 'napa8', name: 'นภา ทดสอบ', roles: ['desk_officer', 'investigator'], agencyCode: '' };
      expect((await http().get('/people/new').set('Cookie', cookie)).text).toContain('value="desk_officer"');
      const added = await page('/people', { ...fields, passphrase: 'issued' });
      expect((await enter('napa8', ISSUED.exec(added.text)?.[1] ?? '')).status).toBe(201);
      expect((await officers.card('napa8')).roles).toEqual(['desk_officer', 'investigator']);
      const wrong = await page('/people/napa8', { ...fields, roles: ['custodian', 'desk_officer'] });
      expect(wrong.status).toBe(400);
      expect(wrong.text).toContain('ผู้เก็บรักษาข้อมูลผู้ร้อง');
      expect((await page('/people/napa8', { ...fields, name: 'นภา ใหม่' })).headers.location).toBe(
        '/people/napa8?saved=yes',
      );
      expect((await page('/people/napa8/activity', { active: 'no' })).status).toBe(303);
      const list = await http().get('/people').set('Cookie', cookie);
      expect(list.text).toContain('นภา ใหม่');
      expect(list.text).toContain('ปิดแล้ว');
      const reissued = await page('/people/napa8/passphrase', {});
      expect(ISSUED.test(reissued.text)).toBe(true);
      const taken = await page('/people', { ...fields, passphrase: 'own', password: PASSPHRASE });
      expect([taken.status, taken.text.includes('value="napa8"')]).toEqual([409, true]);
      expect(taken.text).not.toContain(PASSPHRASE);
    });

    it('leaves a trail of it that holds, with codes and ids only', async () => {
      await api('post', '').send({ username: 'napa9', name: 'นภา ลับมาก', roles: ['desk_officer'] });
      await api('patch', '/napa9').send({ active: false, passphrase: 'issue' });
      await add('watcher', ['auditor']);
      const watcher = await signedIn('watcher');
      const { body } = await http().get('/api/v1/audit').set('Cookie', watcher);
      const acts = (body.rows as { act: string }[]).map(({ act }) => act).reverse();
      expect(acts.slice(-5)).toEqual([
        'officer.add',
        'officer.change',
        'officer.reissue',
        'officer.add',
        'session.begin',
      ]);
      expect(JSON.stringify(body)).not.toMatch(/นภา|napa/);
      const shown = await http().get('/audit').set('Cookie', watcher);
      expect([shown.status, shown.text.includes('officer.reissue')]).toEqual([200, true]);
      expect((await http().get('/audit?page=x').set('Cookie', watcher)).status).toBe(400);
      expect((await http().get('/api/v1/audit').set('Cookie', cookie)).status).toBe(403);
      expect(await rooms.app.get(Trail).verify('NWT')).toBeNull();
    });

    it('posts nothing to an address that somebody else wrote, until she has saved it herself', async () => {
      const hers = { username: 'napa10', name: 'นภา', roles: ['desk_officer'], password: PASSPHRASE };
      expect((await api('post', '').send({ ...hers, email: 'napa at example' })).body.fields[0].field).toBe('email');
      const made = await api('post', '').send({ ...hers, email: ' Napa@Example.org ' });
      expect(made.body.officer.email).toBe('Napa@example.org');
      const mine = await signedIn('napa10');
      const own = () => http().get('/api/v1/account/email').set('Cookie', mine);
      const save = (email: string) => http().post('/account/email').set('Cookie', mine).type('form').send({ email });
      const row = async () => postboxOf((await officers.find('napa10')) as Officer);
      expect([(await own()).body, await row()]).toEqual([{ email: 'Napa@example.org', own: false }, null]);
      expect((await http().get('/account/email').set('Cookie', mine)).text).toContain('value="Napa@example.org"');
      expect((await save('Napa@example.org')).status).toBe(303);
      expect(await row()).toBe('Napa@example.org');
      await api('patch', '/napa10').send({ name: 'นภา ใหม่' });
      expect(await row()).toBe('Napa@example.org');
      await api('patch', '/napa10').send({ email: 'another@example.org' });
      expect([(await own()).body, await row()]).toEqual([{ email: 'another@example.org', own: false }, null]);
      const wrong = await save('x@y');
      expect([wrong.status, wrong.text.includes('value="x@y"')]).toEqual([400, true]);
      const put = (email: string | null) => http().put('/api/v1/account/email').set('Cookie', mine).send({ email });
      expect([(await put('x y')).status, (await put('own@example.org')).status]).toEqual([400, 204]);
      expect(await row()).toBe('own@example.org');
      expect((await put(null)).status).toBe(204);
      expect((await own()).body).toEqual({ email: null, own: false });
    });

    it('opens every door of this room to the roles of the matrix and to no other', async () => {
      const marked = rooms.app.get(Routes).list();
      expect(marked.filter(({ door }) => door === undefined)).toEqual([]);
      expect(marked.map(({ method, path }) => `${method} ${path}`)).toEqual(
        expect.arrayContaining(['POST /api/v1/sessions', 'GET /api/v1/audit', 'PATCH /api/v1/officers/:username']),
      );
      await add('planner', ['plan_officer']);
      const hers = await signedIn('planner');
      const answers = await Promise.all(
        ['/people', '/people/new', '/audit', '/api/v1/officers'].map((path) => http().get(path).set('Cookie', hers)),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    });

    it('knows names by id and people by role, in Thai order', async () => {
      for (const [username, name] of [
        ['one', 'เอก'],
        ['two', 'กานดา'],
        ['three', 'ขวัญ'],
      ] as const) {
        await officers.add({ username, name, roles: ['investigator'], password: PASSPHRASE });
      }
      await officers.change('three', { active: false }, { kind: 'command', id: null });
      const directory = rooms.app.get(Directory);
      const found = await directory.withRole('investigator', 'desk_head');
      expect(found.map(({ name }) => name)).toEqual(['กานดา', 'เอก']);
      const three = await officers.find('three');
      expect([...(await directory.names([three?.id ?? '', 'nobody'])).values()]).toEqual(['ขวัญ']);
      expect((await officers.asLooker('one')).roles).toEqual(['investigator']);
      await expect(officers.asLooker('three')).rejects.toThrow('There is no such officer.');
    });
  });
});
