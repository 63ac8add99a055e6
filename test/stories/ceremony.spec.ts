import { Province } from '../../src/agencies/agencies';
import { Setup } from '../../src/access/setup';
import { Trail } from '../../src/audit/trail';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { admit } from '../attacks/ceremony';
import type { Answer, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { Colleague } from '../harness/colleague';

const SAID = 'ถ้อยคำแรกที่ส่งถึงจังหวัดนี้';
const LINK = 'a lantern under the old bridge';

/** Who works here, with the roles and the unit an administrator gives them. */
const STAFF = {
  desk1: { roles: 'desk_officer' },
  desk2: { roles: 'desk_head' },
  alt1: { roles: 'desk_head', deskUnit: 'alternative' },
  alt2: { roles: 'desk_officer', deskUnit: 'alternative' },
  keeper1: { roles: 'custodian' },
  keeper2: { roles: 'custodian' },
  inspector: { roles: 'auditor' },
} as const;
type Name = keyof typeof STAFF;

/** The production ceremony as an office walks it (docs/ceremony.md), from the link on the console to the first report. */
eachHouse((_home, open) => {
  let house: House;
  let administrator: Colleague;
  const staff = new Map<Name, Colleague>();
  const of = (name: Name): Colleague => staff.get(name) as Colleague;
  const hired = (username: string, password: string): Colleague =>
    new Colleague(house.origin, house.clock, username, password);
  const rows = (text: string) => sql<Record<string, string>>(house.server.app.get(Database).reader, text);
  const leadsTo = ({ status, headers }: Answer<unknown>) => [status, headers.get('location')];
  const isOpen = async (): Promise<boolean> => {
    const { status, text } = await house.anyone.get('/complaints/new');
    expect(status).toBe(200);
    return text.includes('name="allegation"');
  };

  beforeAll(async () => {
    house = await open({ NODE_ENV: 'production' });
  }, 60_000);
  afterAll(() => house?.close());

  it('is closed, kindly, before anybody is there', async () => {
    expect(await isOpen()).toBe(false);
    expect((await house.anyone.post('/api/v1/complaints', { allegation: SAID })).status).toBe(503);
    expect(await rows('SELECT id FROM case_file')).toEqual([]);
  });

  it('gives the first administrator an account by a link that works once', async () => {
    const link = await house.server.app.get(Setup).link(house.server.port);
    const { pathname } = new URL(link ?? '');
    expect((await house.anyone.get(pathname)).text).toContain('name="username"');
    const fields = { username: 'admin', name: 'ผู้ดูแลระบบ', passphrase: 'own', password: LINK };
    expect((await house.anyone.form(pathname, fields)).status).toBe(201);
    expect((await house.anyone.form(pathname, { ...fields, username: 'second' })).status).toBeGreaterThanOrEqual(400);

    administrator = hired('admin', LINK);
    expect((await administrator.enter()).status).toBe(303);
    expect(leadsTo(await administrator.get('/people'))).toEqual([303, '/account']);
    expect((await administrator.enrol()).status).toBe(201);
    expect((await administrator.get('/people')).status).toBe(200);
  });

  it('lets her add everybody, who then chooses a passphrase and sets up a telephone alone', async () => {
    for (const [username, { roles, ...more }] of Object.entries(STAFF)) {
      const fields = { username, name: `คุณ ${username}`, roles, ...more, passphrase: 'issued' };
      const { text } = await administrator.form('/people', fields);
      const [, issued = ''] = /class="passphrase">([^<]+)</.exec(text) ?? [];
      expect(issued.split(' ')).toHaveLength(6);
      staff.set(username as Name, hired(username, issued));
    }
    const list = (await administrator.get('/people?lang=en')).text;
    expect(list.match(/passphrase issued by another/g)).toHaveLength(Object.keys(STAFF).length);
    for (const [name, colleague] of staff) {
      expect((await colleague.enter()).status).toBe(303);
      expect(leadsTo(await colleague.get('/units/ceremony'))).toEqual([303, '/account']);
      expect((await colleague.choosePassphrase(`${name} walks along seven canals`)).status).toBe(303);
      expect(leadsTo(await colleague.get('/units/ceremony'))).toEqual([303, '/account']);
      expect((await colleague.enrol()).status).toBe(201);
      expect((await colleague.get('/units/ceremony')).status).toBe(200);
    }
    const after = (await administrator.get('/people?lang=en')).text;
    expect([after.includes('issued by another'), after.includes('no second factor')]).toEqual([false, false]);
    expect(await isOpen()).toBe(false);
  });

  it.each([
    ['desk', 'desk1', 'desk2'],
    ['alternative', 'alt1', 'alt2'],
    ['custodian', 'keeper1', 'keeper2'],
  ] as const)(
    'bears the unit %s in its first member’s session and admits the second by the code',
    async (unit, a, b) => {
      const [first, second] = [of(a), of(b)];
      expect(await isOpen()).toBe(false);
      house.clock.set(new Date(house.clock.date().getTime() + 6 * 60_000).toISOString());
      expect((await first.get('/units')).status).toBe(200);
      const late = await first.form(`/units/${unit}/key`, {});
      expect(leadsTo(late)).toEqual([303, expect.stringMatching(/^\/account\/confirmation/)]);
      expect((await first.confirm()).status).toBe(201);
      const sheets = await first.form(`/units/${unit}/key`, {});
      expect([sheets.status, sheets.headers.get('cache-control')]).toEqual([201, 'no-store']);
      expect(sheets.text.match(/class="share"/g)).toHaveLength(4);
      expect((await second.form(`/units/${unit}/key`, {})).status).toBeGreaterThanOrEqual(303);
      await admit(first, second, unit, b);
      expect((await administrator.get('/units')).status).toBe(404);
    },
  );

  it('opens by itself, and what is filed is read by the desk alone', async () => {
    expect(await isOpen()).toBe(true);
    const filed = await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', {
      allegation: SAID,
    });
    expect(filed.status).toBe(201);
    const { number, receipt } = filed.body;
    expect((await house.anyone.post('/api/v1/status', { receipt })).status).toBe(200);
    const seen: Record<string, boolean> = {};
    for (const [name, colleague] of staff) seen[name] = (await colleague.get(`/cases/${number}`)).text.includes(SAID);
    expect(Object.keys(seen).filter((name) => seen[name])).toEqual(['desk1', 'desk2']);
    for (const who of [administrator, of('inspector')]) {
      for (const path of [`/cases/${number}`, `/api/v1/cases/${number}`]) {
        const { status, text } = await who.get(path);
        expect([status, text.includes(SAID)]).toEqual([404, false]);
      }
    }
  });

  it('goes on the next morning: everybody signs in with passphrase and telephone', async () => {
    for (const colleague of [administrator, ...staff.values()]) {
      expect(leadsTo(await colleague.enter())[0]).toBe(303);
      expect((await colleague.get('/account')).status).toBe(200);
    }
  });

  it('leaves no key in the server’s hand, no name in the trail, and a trail that holds', async () => {
    expect(await rows('SELECT unit FROM unit_key WHERE trial_private IS NOT NULL')).toEqual([]);
    const { code } = house.server.app.get(Province);
    expect(await house.server.app.get(Trail).verify(code)).toBeNull();
    const acts = new Set((await rows('SELECT act FROM audit_row')).map(({ act }) => act));
    const wanted = ['officer.add', 'officer.passphrase', 'officer.second_factor', 'unit.born', 'unit.admit'];
    expect(wanted.filter((act) => !acts.has(act))).toEqual([]);
    expect(await rows(`SELECT no FROM audit_row WHERE subject_kind = 'alarm'`)).toEqual([]);
  });
});
