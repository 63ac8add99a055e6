import { OfficersService } from '../../src/access/officers.service';
import type { House } from '../harness/app';
import { Asker, eachHouse } from '../harness/app';
import { IdentityProvider, freePort } from '../harness/identity-provider';

const PASSPHRASE = 'กาน้ำสีฟ้าเดินบนไม้ต่อขา';

/** Sign-in through the province's own OpenID Connect provider names somebody and opens nothing (KEYS K8). */
eachHouse((_home, open) => {
  let house: House;
  let provider: IdentityProvider;

  const start = async (more: Record<string, string> = {}): Promise<void> => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await IdentityProvider.start(`${publicUrl}/sign-in/organisation/back`);
    house = await open({ PORT: String(port), PUBLIC_URL: publicUrl, ...provider.env, ...more });
    const add = { name: 'นภา ทดสอบ', roles: ['desk_officer'] as const, password: PASSPHRASE };
    await house.server.app.get(OfficersService).add({ ...add, username: 'napa' });
    await house.server.app.get(OfficersService).add({ ...add, username: 'malee' });
  };
  afterEach(async () => {
    await house?.close();
    await provider?.stop();
  });

  const cookieIn = (headers: Headers): string => headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
  const go = (path: string, cookie = '') =>
    fetch(`${house.origin}${path}`, { redirect: 'manual', headers: { cookie } });
  /** To the provider and back. @returns what the browser keeps, and the answer it got */
  const vouch = async (name: string) => {
    const asked = await go('/sign-in/organisation');
    expect(asked.status).toBe(303);
    const address = asked.headers.get('location') ?? '';
    expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
    const back = await provider.signIn(address, name);
    const answer = await go(back.slice(house.origin.length), cookieIn(asked.headers));
    return { answer, cookie: cookieIn(answer.headers), back, asked: cookieIn(asked.headers) };
  };
  const signIn = (username: string, cookie: string, password = PASSPHRASE) =>
    new Asker(house.origin).post('/api/v1/sessions', { username, password }, cookie ? { cookie } : {});

  it('names who she is on the sign-in page; the passphrase opens, and nothing else does', async () => {
    await start();
    const { answer, cookie } = await vouch('napa');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(cookie).not.toContain('napa');
    const page = await (await go('/sign-in', cookie)).text();
    expect(page).toContain('หน่วยงานยืนยันตัวแล้ว');
    expect(page).toContain('value="napa"');
    for (const path of ['/desk', '/cases', '/account']) expect((await go(path, cookie)).status).toBe(303);
    expect((await go('/api/v1/cases', cookie)).status).toBe(401);
    expect((await signIn('napa', cookie, 'not the right one')).status).toBe(401);
    expect((await signIn('malee', cookie)).status).toBe(401);
    expect((await signIn('napa', cookie)).status).toBe(201);
    expect((await signIn('malee', '')).status).toBe(201);
  });

  it('lets nobody in without it where the province wants it', async () => {
    await start({ OIDC_REQUIRED: 'on' });
    expect((await signIn('napa', '')).status).toBe(401);
    expect((await signIn('napa', `organisation=${'A'.repeat(200)}`)).status).toBe(401);
    const { cookie } = await vouch('napa');
    expect((await signIn('malee', cookie)).status).toBe(401);
    expect((await signIn('napa', cookie)).status).toBe(201);
    house.clock.set(new Date(Date.now() + 11 * 60_000).toISOString());
    expect((await signIn('napa', cookie)).status).toBe(401);
  });

  it('believes no answer that another browser asked for, comes twice, or was made up', async () => {
    await start();
    const { back, asked } = await vouch('napa');
    const path = back.slice(house.origin.length);
    const other = cookieIn((await go('/sign-in/organisation')).headers);
    for (const cookie of ['', other, asked]) expect((await go(path, cookie)).status).toBe(403);
    const again = cookieIn((await go('/sign-in/organisation')).headers);
    const made = await go('/sign-in/organisation/back?code=x&state=y', again);
    expect([made.status, made.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('says so when the provider does not answer, and is not there when it is off', async () => {
    await start();
    await provider.stop();
    expect((await go('/sign-in/organisation')).status).toBe(503);
    expect((await signIn('napa', '')).status).toBe(201);
    await house.close();
    house = await open();
    expect((await go('/sign-in/organisation')).status).toBe(404);
    expect(await (await go('/sign-in')).text()).not.toContain('/sign-in/organisation');
  });
});
