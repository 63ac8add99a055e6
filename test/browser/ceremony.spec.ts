import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { Setup } from '../../src/access/setup';
import type { Tab } from './chromium';
import { SCREEN, Street, inChromium } from './chromium';

const PASSPHRASE = 'a lantern under the old bridge';

/** The first morning in production, in a real browser at http://localhost, where the link on the console leads. */
inChromium(() => {
  let street: Street;
  let tab: Tab;

  beforeAll(async () => {
    street = await Street.open({ NODE_ENV: 'production' });
    const { port } = street.house.server;
    tab = await street.tab({ baseURL: `http://localhost:${port}`, viewport: SCREEN });
  }, 120_000);
  afterAll(() => street?.close());

  it('takes a cookie that is for https alone, and finishes the first administrator’s account', async () => {
    const { page } = tab;
    const link = await street.house.server.app.get(Setup).link(street.house.server.port);
    await page.goto(link ?? '');
    await page.fill('[name="username"]', 'admin');
    await page.fill('[name="name"]', 'ผู้ดูแลระบบ');
    await page.check('[name="passphrase"][value="own"]');
    await page.fill('[name="password"]', PASSPHRASE);
    await page.click('main button[type="submit"]');
    await page.goto('/sign-in');
    await page.fill('[name="username"]', 'admin');
    await page.fill('[name="password"]', PASSPHRASE);
    await page.click('main button[type="submit"]');
    await page.waitForURL('**/account**');
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'));
    expect(cookie).toMatchObject({ name: '__Host-session', secure: true, httpOnly: true });

    const { secret, offer } = (await (
      await page.context().request.post('/api/v1/account/second-factor/offers', { data: {} })
    ).json()) as { secret: string; offer: string };
    const timestamp = street.house.clock.date().getTime();
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    const enrolled = await page.context().request.post('/api/v1/account/second-factor', { data: { offer, code } });
    expect(enrolled.status()).toBe(201);
    await page.goto('/people');
    expect(await page.locator('.trial').count()).toBe(0);
  }, 120_000);

  it.each(['th', 'en'])(
    'prints the ceremony on one sheet of A4, in %s',
    async (lang) => {
      const answer = await tab.page.goto(`/units/ceremony?lang=${lang}`);
      expect(answer?.status()).toBe(200);
      const pdf = await tab.page.pdf({
        format: 'A4',
        margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' },
      });
      if (process.env.SHOTS) {
        mkdirSync(process.env.SHOTS, { recursive: true });
        writeFileSync(join(process.env.SHOTS, `ceremony--${lang}.pdf`), pdf);
      }
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
    },
    60_000,
  );
});
