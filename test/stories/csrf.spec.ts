import { Routes } from '../../src/access/routes';
import { AuditRow } from '../../src/audit/audit-row.entity';
import { Database } from '../../src/platform/database/database';
import { ROLES } from '../../src/access/roles';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE', 'ALL'];

/** Every route that writes, from the router itself: no page of another site makes an officer's browser do it. */
eachHouse((_home, open) => {
  let house: House;
  let officer: Asker;

  beforeAll(async () => {
    house = await open();
    const roles = ROLES.filter((role) => !['auditor', 'administrator', 'custodian'].includes(role));
    officer = await house.officer('officer', roles, 'NWT-LAND');
  });
  afterAll(() => house.close());

  const writes = () =>
    house.server.app
      .get(Routes)
      .list()
      .filter(({ method }) => WRITES.includes(method));
  const url = (path: string): string =>
    path
      .replace(':number', 'NWT-2569-0000000')
      .replace(':id', '0'.repeat(26))
      .replace(/:(\w+)/g, 'x');
  const rows = () => house.server.app.get(Database).reader.count(AuditRow);

  it.each<[string, Record<string, string>]>([
    ['the Origin of another site', { origin: 'https://elsewhere.example' }],
    ['an Origin that is none', { origin: 'null' }],
    ['a name that begins like ours', { origin: 'http://127.0.0.1.elsewhere.example' }],
    ['what a browser says of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }],
  ])('refuses every write with %s', async (_what, headers) => {
    const before = await rows();
    const taken: string[] = [];
    for (const { method, path } of writes()) {
      const answer = await officer.ask<{ error?: string }>(method === 'ALL' ? 'POST' : method, url(path), {}, headers);
      const refused = answer.status === 403 && answer.text.includes('ไม่ได้มาจากหน้าของระบบ');
      if (!refused) taken.push(`${method} ${path} ${answer.status}`);
    }
    expect(taken).toEqual([]);
    expect(await rows()).toBe(before);
    expect(writes().length).toBeGreaterThan(40);
  });

  it('changes nothing by reading: no GET is taken for a write under another name', async () => {
    for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const answer = await officer.get('/sign-out', { [header]: 'POST', origin: 'https://elsewhere.example' });
      expect(answer.status).toBe(404);
    }
    expect((await officer.get('/api/v1/sessions/current')).status).toBe(200);
  });
});
