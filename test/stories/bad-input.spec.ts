import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Answer, Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

type Fields = { readonly fields?: readonly { readonly field: string; readonly message: string }[] };

eachHouse((_home, open) => {
  let house: House;
  let officer: Asker;
  beforeAll(async () => {
    house = await open();
    officer = await house.officer('officer', ['desk_officer']);
  });
  afterAll(() => house.close());

  const JSON_TYPE = { 'content-type': 'application/json' };
  const count = async (): Promise<number> => {
    const [row] = await sql<{ n: number | string }>(
      house.server.app.get(Database).reader,
      'SELECT COUNT(*) AS n FROM case_file',
    );
    return Number(row?.n);
  };

  /** Refused with this status, naming these fields, and nothing was written. */
  const refused = async (ask: () => Promise<Answer>, status: number, ...fields: string[]): Promise<void> => {
    const before = await count();
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(((answer.body as Fields).fields ?? []).map(({ field }) => field)).toEqual(fields);
    expect(answer.text).not.toMatch(/\bat .*\.ts:|node_modules/);
    expect(await count()).toBe(before);
  };
  const complain = (body: unknown, headers?: Record<string, string>) => () =>
    house.anyone.post('/api/v1/complaints', body, headers);
  const enter = (body: object) => () =>
    officer.post('/api/v1/desk/complaints', { allegation: 'ก', channel: 'letter', receivedAt: '2026-03-02', ...body });

  it.each<[string, unknown, ...string[]]>([
    ['nothing', {}, 'allegation'],
    ['an empty allegation', { allegation: '   ' }, 'allegation'],
    ['only control characters', { allegation: '\u0000\u0001' }, 'allegation'],
    ['a number for an allegation', { allegation: 5 }, 'allegation'],
    ['a list for an allegation', { allegation: ['ก'] }, 'allegation'],
    ['too long an allegation', { allegation: 'ก'.repeat(20_001) }, 'allegation'],
    ['an unknown field', { allegation: 'ก', colour: 'red' }, 'colour'],
    ['an unknown type', { allegation: 'ก', type: 'weather' }, 'type'],
    ['a type that is an object', { allegation: 'ก', type: { a: 1 } }, 'type'],
    ['an unknown agency', { allegation: 'ก', agencyCode: 'NWT-NOWHERE' }, 'agencyCode'],
    ['an unknown district', { allegation: 'ก', district: '9999' }, 'district'],
    ['a day that is none', { allegation: 'ก', occurredOn: '31 ก.พ. 2567' }, 'occurredOn'],
    ['a day in the future', { allegation: 'ก', occurredOn: '2099-01-01' }, 'occurredOn'],
    ['an ancient day', { allegation: 'ก', occurredOn: '1850-01-01' }, 'occurredOn'],
    ['an unknown identity', { allegation: 'ก', identity: 'secret' }, 'identity'],
    ['a name although anonymous', { allegation: 'ก', anonymous: true, contact: { name: 'สมมติ' } }, 'contact.name'],
    ['an unknown contact field', { allegation: 'ก', contact: { citizenId: '1' } }, 'contact.citizenId'],
    ['a contact that is a list', { allegation: 'ก', contact: [] }, 'contact'],
    ['a made-up submission key', { allegation: 'ก', submissionKey: 'x' }, 'submissionKey'],
    ['several at once', { allegation: '', type: 'weather' }, 'allegation'],
  ])('refuses %s and names it', (_name, body, ...fields) => refused(complain(body), 400, ...fields));

  it('names the fields in English when asked', async () => {
    const thai = await house.anyone.post<Fields>('/api/v1/complaints', {});
    const english = await house.anyone.post<Fields>('/api/v1/complaints', {}, { 'accept-language': 'en' });
    expect(thai.body.fields?.[0]?.message).toContain('กรุณาเล่า');
    expect(english.body.fields?.[0]?.message).toContain('Please tell');
  });

  it('refuses 10 MB', () => refused(complain({ allegation: 'ก'.repeat(3_500_000) }), 413));
  it('refuses broken JSON', () =>
    refused(() => house.anyone.raw('POST', '/api/v1/complaints', '{"allegation":', JSON_TYPE), 400));
  it('refuses JSON that is no object', () =>
    refused(() => house.anyone.raw('POST', '/api/v1/complaints', '"x"', JSON_TYPE), 400));
  it('refuses a list', async () => {
    const answer = await house.anyone.raw('POST', '/api/v1/complaints', '[]', JSON_TYPE);
    expect(answer.status).toBe(400);
  });
  it('refuses null', async () => {
    const answer = await house.anyone.raw('POST', '/api/v1/complaints', 'null', JSON_TYPE);
    expect(answer.status).toBe(400);
  });
  it('refuses an encoding it cannot read', () =>
    refused(
      () =>
        house.anyone.raw('POST', '/api/v1/complaints', '{}', {
          'content-type': 'application/json; charset=windows-874',
        }),
      415,
    ));
  it('refuses bytes that are no UTF-8', async () => {
    const bytes = new Uint8Array([...Buffer.from('{"allegation":"'), 0xa1, 0xd2, 0xc3, ...Buffer.from('"}')]);
    const before = await count();
    const answer = await house.anyone.raw('POST', '/api/v1/complaints', bytes, JSON_TYPE);
    expect(answer.status).toBe(400);
    expect(await count()).toBe(before);
  });
  it('refuses a body of an unknown kind', async () => {
    const answer = await house.anyone.raw('POST', '/api/v1/complaints', 'allegation', { 'content-type': 'text/xml' });
    expect([400, 415]).toContain(answer.status);
  });

  it('takes a NUL out of an allegation and keeps the rest', async () => {
    const filed = await complain({ allegation: 'ก่อน\u0000หลัง' })();
    expect(filed.status).toBe(201);
  });

  it.each([
    ['Thai digits and a Thai month', '๓ ธ.ค. ๖๗'],
    ['a two-digit year', '3/12/67'],
    ['a Buddhist year', '2567-12-03'],
    ['a common-era year', '2024-12-03'],
  ])('reads %s as a day', async (_name, occurredOn) => {
    const filed = await house.anyone.post<{ number: string }>('/api/v1/complaints', {
      allegation: 'อ่านวันที่',
      occurredOn,
    });
    expect(filed.status).toBe(201);
    const [row] = await sql<{ occurred_on: string }>(
      house.server.app.get(Database).reader,
      'SELECT occurred_on FROM case_file WHERE number = $1',
      [filed.body.number],
    );
    expect(row?.occurred_on).toBe('2024-12-03');
  });

  it.each<[string, object, ...string[]]>([
    ['no channel', { channel: '' }, 'channel'],
    ['an unknown channel', { channel: 'pigeon' }, 'channel'],
    ['a future receipt', { receivedAt: '2099-01-01T00:00:00+07:00' }, 'receivedAt'],
    ['an ancient receipt', { receivedAt: '1900-01-01' }, 'receivedAt'],
    ['a receipt that is no day', { receivedAt: 'yesterday' }, 'receivedAt'],
    ['a receipt that is a number', { receivedAt: 5 }, 'receivedAt'],
    ['a ticket with a tag', { ticket: '<b>1</b>' }, 'ticket'],
  ])('refuses from the desk %s', (_name, body, ...fields) => refused(enter(body), 400, ...fields));

  it.each(['', 'x', '1234', '๑'.repeat(20), '1'.repeat(20), `${'1'.repeat(19)}a`, `'; DROP TABLE case_file; --`])(
    'answers the receipt "%s" like any other that opens nothing',
    async (receipt) => {
      const answer = await house.anyone.post<{ error: string }>('/api/v1/status', { receipt });
      expect([receipt === '' ? 400 : 404]).toContain(answer.status);
    },
  );

  it.each([
    '/api/v1/cases?page=x',
    '/api/v1/cases?step=9',
    '/api/v1/cases?overdue=perhaps',
    '/api/v1/statistics?fiscalYear=9',
    '/api/v1/statistics?fiscalYear=x',
  ])('answers %s with 400', async (path) => {
    expect((await officer.get(path)).status).toBe(400);
  });

  it.each([
    '/api/v1/cases/NWT-2569-0000000',
    '/api/v1/cases/%00',
    '/api/v1/cases/..%2f..%2fetc',
    '/api/v1/nothing',
    '/nothing',
  ])('answers %s with 404', async (path) => {
    expect((await officer.get(path)).status).toBe(404);
  });

  it('answers a malformed address, cookie and language with no 500', async () => {
    expect((await house.anyone.get('/api/v1/cases/%E0%A4%A')).status).toBe(400);
    expect((await house.anyone.get('/complaints/new', { cookie: 'lang=%E0%A4%A; session=%%%' })).status).toBe(200);
    expect((await house.anyone.get('/complaints/new?lang=xx', { 'accept-language': '*;q=x' })).status).toBe(200);
  });

  it('shows the public form again with what was typed, and the error beside it', async () => {
    const answer = await house.anyone.form('/complaints/new', { allegation: '', where: 'หน้าอำเภอ<script>' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('กรุณาเล่าเหตุการณ์อย่างน้อยหนึ่งประโยค');
    expect(answer.text).toContain('หน้าอำเภอ&lt;script');
    expect(answer.text).not.toContain('<script');
  });
});
