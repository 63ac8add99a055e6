import request from 'supertest';
import { eachHome } from '../../test/harness/databases';
import type { OpenRooms } from '../../test/harness/rooms';
import { openRooms } from '../../test/harness/rooms';
import { AgenciesModule } from '../agencies/agencies.module';
import { AuditModule } from '../audit/audit.module';
import { AUDIT_ENTITIES } from '../audit/audit.entities';
import { AuditRow } from '../audit/audit-row.entity';
import { LayoutModule } from '../layout/layout.module';
import { sha256 } from '../platform/crypto/kdf';
import { Database } from '../platform/database/database';
import { PLATFORM_ENTITIES } from '../platform/platform.entities';
import { AccessModule } from './access.module';
import { ACCESS_ENTITIES } from './access.entities';
import { Officer } from './officer.entity';
import { OfficersService } from './officers.service';
import { Session } from './session.entity';
import { cookieName } from './session-cookie';
import { Sessions } from './sessions';

const PASSPHRASE = 'blue kettle on stilts';
const START = '2026-11-20T03:00:00.000Z';
const MODULES = [LayoutModule, AuditModule, AgenciesModule, AccessModule];
const ENTITIES = [...PLATFORM_ENTITIES, ...AUDIT_ENTITIES, ...ACCESS_ENTITIES];
const MINUTE = 60_000;

eachHome((_home, place) => {
  let rooms: OpenRooms;
  let database: Database;
  const http = () => request(rooms.app.getHttpServer());
  const after = (minutes: number): void =>
    rooms.clock.set(new Date(Date.parse(START) + minutes * MINUTE).toISOString());
  const enter = (username: string, password: string) => http().post('/api/v1/sessions').send({ username, password });
  const cookieOf = (response: request.Response): string => String(response.headers['set-cookie']).split(';')[0] ?? '';
  const current = (cookie: string) => http().get('/api/v1/sessions/current').set('Cookie', cookie);
  const acts = async (): Promise<string[]> =>
    (await database.reader.find(AuditRow, { order: { no: 'ASC' } })).map(({ act }) => act);

  beforeAll(async () => {
    rooms = await openRooms(await place(), MODULES, ENTITIES);
    database = rooms.app.get(Database);
    const officers = rooms.app.get(OfficersService);
    await officers.add({ username: 'Somsri', name: 'สมศรี ทดสอบ', roles: ['desk_officer'], password: PASSPHRASE });
  });
  afterAll(() => rooms.close());
  beforeEach(() => after(0));

  it('lets an officer in, says who she is and lets her out', async () => {
    const entered = await enter('SOMSRI', PASSPHRASE);
    expect(entered.status).toBe(201);
    const officer = { username: 'somsri', name: 'สมศรี ทดสอบ', roles: ['desk_officer'], agencyCode: null };
    expect(entered.body).toEqual({ officer });
    expect(String(entered.headers['set-cookie'])).toMatch(/^session=[\w-]{64}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(entered);
    expect((await current(cookie)).body).toEqual({ officer });
    expect((await http().delete('/api/v1/sessions/current').set('Cookie', cookie)).status).toBe(204);
    expect((await current(cookie)).status).toBe(401);
    expect(await acts()).toEqual(['officer.add', 'session.begin', 'session.end']);
  });

  it('takes a second-factor code before one is enrolled', async () => {
    const body = { username: 'somsri', password: PASSPHRASE, otp: '123456' };
    expect((await http().post('/api/v1/sessions').send(body)).status).toBe(201);
  });

  it('answers a wrong passphrase and an unknown name alike, and keeps only the HMAC of the name', async () => {
    const wrong = await enter('somsri', 'green kettle on stilts');
    const unknown = await enter('nobody-here', PASSPHRASE);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    const rows = await database.reader.find(AuditRow, { where: { act: 'session.refused' }, order: { no: 'ASC' } });
    const officer = await database.reader.findOneByOrFail(Officer, { username: 'somsri' });
    expect(rows.map(({ subjectKind }) => subjectKind)).toEqual(['officer', 'username']);
    expect(rows[0]?.subjectId).toBe(officer.id);
    expect(rows[1]?.subjectId).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain('nobody-here');
  });

  it('names the fields that are missing', async () => {
    const answer = await http().post('/api/v1/sessions').set('Accept-Language', 'en').send({ username: 'somsri' });
    expect(answer.status).toBe(400);
    expect(answer.body.fields).toEqual([{ field: 'password', message: 'Enter the passphrase.' }]);
  });

  it('ends a session after half an hour without a request, not before', async () => {
    const cookie = cookieOf(await enter('somsri', PASSPHRASE));
    for (const minute of [29, 58, 87]) {
      after(minute);
      expect((await current(cookie)).status).toBe(200);
    }
    after(87 + 31);
    expect((await current(cookie)).status).toBe(401);
  });

  it('ends a session after ten hours however busy it is', async () => {
    const cookie = cookieOf(await enter('somsri', PASSPHRASE));
    for (let minute = 25; minute < 600; minute += 25) {
      after(minute);
      expect((await current(cookie)).status).toBe(200);
    }
    after(600);
    expect((await current(cookie)).status).toBe(401);
  });

  it('writes that a session was seen at most once a minute', async () => {
    const cookie = cookieOf(await enter('somsri', PASSPHRASE));
    const idHash = sha256(Buffer.from(cookie.slice('session='.length), 'base64url').subarray(0, 16)).toString('hex');
    const seen = async (): Promise<string> => (await database.reader.findOneByOrFail(Session, { idHash })).seenAt;
    after(0.9);
    await current(cookie);
    expect(await seen()).toBe(START);
    after(1);
    await current(cookie);
    expect(await seen()).toBe('2026-11-20T03:01:00.000Z');
  });

  it('gives the officer her own key pair back, and to nobody who lacks half of the cookie', async () => {
    const value = cookieOf(await enter('somsri', PASSPHRASE)).slice('session='.length);
    const sessions = rooms.app.get(Sessions);
    const officer = await database.reader.findOneByOrFail(Officer, { username: 'somsri' });
    const looker = await sessions.looker(value);
    expect(looker?.keyring?.publicKey.toString('hex')).toBe(officer.publicKey);
    const bytes = Buffer.from(value, 'base64url');
    const otherSecret = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(32, 7)]).toString('base64url');
    expect(await sessions.looker(otherSecret)).toBeNull();
    expect(await sessions.looker('nonsense')).toBeNull();
    const rows = JSON.stringify(await database.reader.find(Session));
    expect(rows).not.toContain(looker?.keyring?.privateKey.toString('base64') ?? '?');
    expect(rows).not.toContain(value.slice(0, 20));
  });

  it('does not believe a public key that was swapped in the database', async () => {
    const cookie = cookieOf(await enter('somsri', PASSPHRASE));
    const { id, publicKey } = await database.reader.findOneByOrFail(Officer, { username: 'somsri' });
    const put = (key: string) => database.write((em) => em.update(Officer, { id }, { publicKey: key }));
    await put('ab'.repeat(32));
    expect((await current(cookie)).status).toBe(401);
    expect((await enter('somsri', PASSPHRASE)).status).toBe(401);
    await put(publicKey);
    expect((await current(cookie)).status).toBe(200);
  });

  it('refuses a write from another site', async () => {
    const body = { username: 'somsri', password: PASSPHRASE };
    const answer = await http().post('/api/v1/sessions').set('Sec-Fetch-Site', 'cross-site').send(body);
    expect(answer.status).toBe(403);
  });

  describe('the page', () => {
    const form = (fields: Record<string, string>) => http().post('/sign-in').type('form').send(fields);

    it('leads to the desk, and back out', async () => {
      const page = await http().get('/sign-in');
      expect(page.text).toContain('name="username"');
      const entered = await form({ username: 'somsri', password: PASSPHRASE, otp: '' });
      expect([entered.status, entered.headers.location]).toEqual([303, '/desk']);
      const cookie = cookieOf(entered);
      expect((await http().get('/sign-in').set('Cookie', cookie)).headers.location).toBe('/desk');
      const left = await http().post('/sign-out').set('Cookie', cookie);
      expect([left.status, left.headers.location]).toEqual([303, '/sign-in']);
      expect((await current(cookie)).status).toBe(401);
    });

    it('keeps the name and never the passphrase when it was wrong', async () => {
      const answer = await form({ username: 'somsri"><b>', password: 'not the right one' });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('value="somsri&quot;>&lt;b>"');
      expect(answer.text).not.toContain('not the right one');
      expect(answer.text).toContain('ชื่อผู้ใช้หรือรหัสผ่านไม่ตรง');
    });

    it.each([
      ['nothing', {}],
      ['far too much', { username: 'x'.repeat(5000), password: 'p'.repeat(5000) }],
      ['a NUL', { username: 'somsri\u0000', password: 'a\u0000b' }],
      ['half a surrogate pair', { username: '\ud83d', password: '\ud83d' }],
    ])('answers 401 and no failure to %s', async (_what, fields) => {
      expect((await form(fields as Record<string, string>)).status).toBe(401);
    });

    it('sends whoever is not signed in from a page to the door', async () => {
      const answer = await http().get('/people');
      expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
    });
  });
});

describe('in production', () => {
  it('uses the __Host- cookie and reads no other', () => {
    expect(cookieName({ production: true })).toBe('__Host-session');
    expect(cookieName({ production: false })).toBe('session');
  });
});
