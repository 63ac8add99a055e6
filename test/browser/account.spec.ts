import { Secret, TOTP } from 'otpauth';
import { OfficersService } from '../../src/access/officers.service';
import { accountWords } from '../../src/access/account-words';
import { SCREEN, Street, inChromium } from './chromium';
import { inspect } from './inspection';
import { PASSPHRASE, Person, fillIn } from './person';

const OWN = 'เรือลำเล็กใต้สะพานสีเขียวเจ็ดสะพาน';
const START = Date.parse('2026-03-02T03:00:00.000Z');
const th = accountWords('th');

/** An officer's first morning: somebody gave her a passphrase, she makes everything her own. */
inChromium(() => {
  let street: Street;
  let officer: Person;
  let secret = '';
  let recovery: readonly string[] = [];

  const minutes = (count: number): void => street.house.clock.set(new Date(START + count * 60_000).toISOString());
  const code = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: street.house.clock.date().getTime() });
  const look = (name: string) => inspect(officer.page, `account--${name}`, 'th');
  const signIn = async (fields: Record<string, string>): Promise<void> => {
    await officer.page.context().clearCookies();
    await officer.page.goto('/sign-in');
    await officer.fillAndSubmit('/sign-in', { username: 'napa', ...fields });
  };

  beforeAll(async () => {
    street = await Street.open();
    minutes(0);
    const administrator = { kind: 'officer', id: '0'.repeat(26) } as const;
    const napa = { username: 'napa', name: 'นภา ทดสอบ', roles: ['desk_officer'], password: PASSPHRASE };
    await street.house.server.app.get(OfficersService).add(napa, administrator);
    officer = await Person.before(street, { viewport: SCREEN });
  }, 160_000);
  afterAll(() => street?.close());

  it('is led to choose her own passphrase', async () => {
    await signIn({ password: PASSPHRASE });
    await officer.page.waitForURL('**/account/passphrase');
    expect(await look('choose')).toEqual([]);
    await officer.fillAndSubmit('/account/passphrase', { current: PASSPHRASE, password: OWN });
    await officer.page.waitForURL('**/account?done=passphrase');
    expect(await officer.says()).toContain(th.account.changed);
    expect(await look('changed')).toEqual([]);
  });

  it('scans or types the secret, and keeps her recovery codes', async () => {
    await officer.follow(th.account.factorFirst);
    const groups = await officer.page.locator('.slip-digits span').allInnerTexts();
    secret = groups.join('').replace(/\s/g, '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await officer.page.locator('svg.qr').boundingBox()).toMatchObject({ width: expect.any(Number) });
    await officer.fillAndSubmit('/account/second-factor', { code: code() });
    await officer.page.locator('.recovery').waitFor();
    recovery = await officer.page.locator('.recovery code').allInnerTexts();
    expect(recovery).toHaveLength(10);
    expect(await look('recovery codes')).toEqual([]);
  });

  it('signs in with what her telephone shows, and with a recovery code', async () => {
    minutes(1);
    await signIn({ password: OWN });
    expect(await officer.page.locator('.summary').count()).toBe(1);
    await officer.fillAndSubmit('/sign-in', { password: OWN, otp: code() });
    await officer.page.waitForURL('**/desk');
    const other = await Person.before(street, { viewport: SCREEN });
    await other.page.goto('/sign-in');
    await other.fillAndSubmit('/sign-in', { username: 'napa', password: OWN, otp: recovery[0] ?? '' });
    await other.page.waitForURL('**/desk');
  });

  it('sees where she is signed in and ends the others', async () => {
    await officer.page.goto('/account');
    expect(await look('two sessions')).toEqual([]);
    await officer.submit('/account/sessions/ending');
    await officer.page.waitForURL('**/account?done=sessions');
    expect(await officer.page.locator('#sessions tbody tr').count()).toBe(1);
  });

  it('confirms again before she changes her telephone, and comes back', async () => {
    minutes(10);
    await officer.page.goto('/account/second-factor');
    expect(await look('enrolled')).toEqual([]);
    await officer.follow(th.factor.replace);
    await officer.page.waitForURL('**/account/confirmation?**');
    expect(await look('confirmation')).toEqual([]);
    await fillIn(officer.page, { password: OWN, otp: code() });
    await officer.submit('/account/confirmation');
    await officer.page.waitForURL('**/account/second-factor');
  });

  it('complained of nothing and asked nobody', () => {
    const { strangers, complaints } = officer.tab.watch;
    // A refused sign-in is an error to the browser's console.
    expect([...strangers, ...complaints.filter((line) => !line.includes('401'))]).toEqual([]);
  });
});
