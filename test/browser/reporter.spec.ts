import type { Page } from 'playwright-core';
import { LANGUAGE_NAMES, words } from '../../src/layout/words/words';
import { toThai } from '../../src/platform/thai/digits';
import { reportersWords } from '../../src/reporters/words';
import { Street, TELEPHONE, inChromium } from './chromium';
import type { Tab } from './chromium';
import { turn } from './person';

const TOLD = 'เห็นเจ้าหน้าที่เรียกเงินห้าร้อยบาทก่อนรับคำขอ ที่เคาน์เตอร์ช่องสอง เมื่อวันจันทร์ตอนเช้า\n\nไม่มีใบเสร็จ';
const PUBLIC_PAGES = [
  '/',
  '/complaints/new',
  '/status',
  '/status/lost',
  '/claims',
  '/channels',
  '/statistics',
  '/safety',
];
const MOST_BYTES = 30_000;
const MOST_REQUESTS = 3;

/** Somebody who is afraid, on an old telephone, with scripts switched off. */
inChromium(() => {
  let street: Street;
  let tab: Tab;
  let page: Page;
  let receipt = '';
  const th = words('th');
  const own = reportersWords('th');

  const open = async (path: string): Promise<void> => {
    expect((await page.goto(path))?.status()).toBe(200);
  };
  const main = (): Promise<string> => page.locator('main').innerText();
  const press = (label: string): Promise<void> => turn(page, page.getByRole('button', { name: label, exact: true }));
  const groups = async (): Promise<readonly string[]> =>
    (await page.locator('.slip-digits > span').allInnerTexts()).map((group) => group.trim());
  const fits = async (): Promise<void> =>
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(TELEPHONE.width);

  beforeAll(async () => {
    street = await Street.open();
    street.house.clock.set('2026-03-02T03:00:00.000Z');
    tab = await street.tab({ javaScriptEnabled: false, locale: 'th-TH' });
    ({ page } = tab);
  });
  afterAll(() => street?.close());

  it('finds the form from the home page in one step', async () => {
    await open('/');
    await turn(page, page.getByRole('main').getByRole('link', { name: th.nav.file, exact: true }));
    expect(new URL(page.url()).pathname).toBe('/complaints/new');
    await fits();
  });

  it('is told what is missing in an empty form, and keeps what was typed', async () => {
    await page.locator('[name="where"]').fill('เคาน์เตอร์ช่องสอง');
    await page.locator('[name="district"]').selectOption('9601');
    await press(th.button.send);
    const summary = page.getByRole('alert');
    expect(await summary.innerText()).toContain('กรุณาเล่าเหตุการณ์');
    expect(await page.locator('[name="where"]').inputValue()).toBe('เคาน์เตอร์ช่องสอง');
    expect(await page.locator('[name="district"]').inputValue()).toBe('9601');
    await summary.getByRole('link').click();
    expect(await page.locator(':target').getAttribute('name')).toBe('allegation');
    await fits();
  });

  it('files with nothing but what happened, and gets a slip of twenty digits by fours', async () => {
    await open('/complaints/new');
    await page.locator('[name="allegation"]').fill(TOLD);
    await press(th.button.send);
    expect(await page.locator('h1').innerText()).toBe(th.receipt.done);
    const slip = await groups();
    expect(slip.map((group) => group.length)).toEqual([4, 4, 4, 4, 4]);
    receipt = slip.join('');
    expect(receipt).toMatch(/^\d{20}$/);
    expect(await main()).toMatch(/นธ ๒๕๖๙\/[๐-๙]{7}/);
    expect(await main()).toContain('๖ มีนาคม ๒๕๖๙');
    await fits();
  });

  it('types one group back, and is told what comes next and by when', async () => {
    const group = Number(await page.locator('[name="group"]').getAttribute('value'));
    const right = receipt.slice((group - 1) * 4, group * 4);
    await page.locator('[name="digits"]').fill(right === '0000' ? '1111' : '0000');
    await press(own.slip.go);
    expect(await page.getByRole('alert').innerText()).toContain(own.slip.wrong(group));
    await fits();
    await page.locator('[name="digits"]').fill(toThai(right));
    await press(own.slip.go);
    expect(await page.locator('h1').innerText()).toBe(own.slip.noted);
    expect(await main()).toContain('๖ มีนาคม ๒๕๖๙');
    await fits();
  });

  it('looks it up: the sentence, the six steps, what comes next and by when', async () => {
    for (const typed of [receipt, fours(receipt).join('-'), fours(toThai(receipt)).join(' ')]) {
      await open('/status');
      await page.locator('[name="receipt"]').fill(typed);
      await press(th.button.look);
      const seen = await main();
      expect(seen).toContain('เราได้รับเรื่องของท่านแล้ว เจ้าหน้าที่จะอ่าน');
      expect(seen).toContain(`${th.standing.next}: ${th.steps[2]}`);
      expect(seen).toContain(`${th.standing.by} ๔ มีนาคม ๒๕๖๙`);
      expect(await page.locator('.steps > li').count()).toBe(6);
      expect(await page.locator('.steps > [aria-current]').innerText()).toContain(th.steps[1]);
      expect(page.url()).not.toContain(receipt);
    }
    await fits();
  });

  it('never shows what was told: whoever finds the slip learns where it stands, no more', async () => {
    expect(await page.content()).not.toContain('เคาน์เตอร์ช่องสอง');
  });

  it('hears the same of every code that opens nothing', async () => {
    for (const typed of ['0000 0000 0000 0000 0000', '12', 'ไม่ทราบ']) {
      await open('/status');
      await page.locator('[name="receipt"]').fill(typed);
      await press(th.button.look);
      expect(await page.getByRole('alert').innerText()).toContain(th.told.unknownCode());
      expect(await page.locator('[name="receipt"]').inputValue()).toBe('');
    }
  });

  it('opens the code of a telephone call once, and gets a receipt of its own', async () => {
    const officer = await street.house.officer('officer', ['desk_officer']);
    const { body } = await officer.post<{ claimCode: string }>('/api/v1/desk/complaints', {
      allegation: TOLD,
      channel: 'telephone',
      receivedAt: '2026-03-02',
    });
    await open('/status');
    await turn(page, page.getByRole('link', { name: th.receipt.claim }));
    await page.locator('[name="claimCode"]').fill(fours(toThai(body.claimCode)).join('-'));
    await press(th.button.open);
    const hers = (await groups()).join('');
    expect(hers).toMatch(/^\d{20}$/);
    await open('/status');
    await page.locator('[name="receipt"]').fill(hers);
    await press(th.button.look);
    expect(await page.locator('.steps > li').count()).toBe(6);
    await open('/claims');
    await page.locator('[name="claimCode"]').fill(body.claimCode);
    await press(th.button.open);
    expect(await page.getByRole('alert').innerText()).toContain(th.told.unknownCode());
  });

  it('has asked nobody else, complained of nothing and, once she is out, stored nothing', async () => {
    await open('/status');
    await page.locator('[name="receipt"]').fill(receipt);
    await press(th.button.look);
    await turn(page, page.getByRole('button', { name: own.session.out }).first());
    expect(new URL(page.url()).pathname).toBe('/status');
    expect(tab.watch.strangers).toEqual([]);
    expect(tab.watch.complaints).toEqual([]);
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  });

  it('reads in three languages, and remembers the choice and nothing else', async () => {
    await open('/');
    for (const lang of ['en', 'ms', 'th'] as const) {
      await turn(page, page.getByRole('link', { name: LANGUAGE_NAMES[lang], exact: true }));
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      await open('/complaints/new');
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.locator('h1').innerText()).toBe(words(lang).nav.file);
      await fits();
    }
    const { cookies, origins } = await page.context().storageState();
    expect(cookies.map(({ name, value }) => [name, value])).toEqual([['lang', 'th']]);
    expect(origins).toEqual([]);
  });

  it.each(PUBLIC_PAGES)('opens %s in three requests and thirty kilobytes', async (path) => {
    const fresh = await street.tab({ javaScriptEnabled: false });
    await fresh.page.goto(path, { waitUntil: 'networkidle' });
    const fetched = await fresh.watch.fetched();
    expect(fetched.map(({ url }) => url).slice(MOST_REQUESTS)).toEqual([]);
    expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
    expect([...fresh.watch.strangers, ...fresh.watch.complaints]).toEqual([]);
    await fresh.close();
  });
});

const fours = (digits: string): readonly string[] => digits.match(/.{4}/gu) ?? [];
