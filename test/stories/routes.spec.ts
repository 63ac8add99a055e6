import { Routes } from '../../src/access/routes';
import type { Role } from '../../src/access/roles';
import { ROLES } from '../../src/access/roles';
import { may } from '../../src/access/matrix';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

/** Every route × every role, from the router itself: a route that is new is walked without anybody thinking of it. */
eachHouse((_home, open) => {
  let house: House;
  const asked = new Map<Role, Asker>();

  beforeAll(async () => {
    house = await open();
    for (const role of ROLES) {
      asked.set(role, await house.officer(role, [role], role === 'agency_contact' ? 'NWT-LAND' : undefined));
    }
  });
  afterAll(() => house.close());

  const routes = () => house.server.app.get(Routes).list();
  const fill = (path: string): string =>
    path
      .replace(':number', 'NWT-2569-0000000')
      .replace(':id', '0'.repeat(26))
      .replace(/:(\w+)/g, 'x');
  const ask = (asker: Asker, method: string, path: string) =>
    asker.ask<Record<string, unknown>>(
      method === 'ALL' ? 'GET' : method,
      fill(path),
      method === 'GET' ? undefined : {},
    );

  it('lets nobody in who is not signed in, wherever a route is not public', async () => {
    const open = [];
    for (const { method, path, door } of routes()) {
      if (door === 'public') continue;
      const { status, headers } = await ask(house.anyone, method, path);
      const refused = status === 401 || (status === 303 && headers.get('location') === '/sign-in');
      if (!refused) open.push(`${method} ${path} ${status}`);
    }
    expect(open).toEqual([]);
  });

  it.each(ROLES)('lets %s in exactly where the matrix says', async (role) => {
    const asker = asked.get(role);
    const wrong = [];
    for (const { method, path, door } of routes()) {
      if (!asker || !Array.isArray(door)) continue;
      const allowed = (door as readonly Parameters<typeof may>[1][]).some((act) => may({ roles: [role] }, act));
      const { status, body } = await ask(asker, method, path);
      const stopped = status === 403 || (status === 404 && !allowed);
      if (allowed ? status === 403 && body.error === 'Forbidden' : !stopped) wrong.push(`${method} ${path} ${status}`);
      if (status >= 500) wrong.push(`${method} ${path} ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers auditor and administrator 404 for case files, never 403', async () => {
    for (const role of ['auditor', 'administrator'] as const) {
      const answer = await asked.get(role)?.get('/api/v1/cases/NWT-2569-0000000');
      expect(answer?.status).toBe(404);
    }
  });
});
