import type { Locator, Page } from 'playwright-core';
import { words } from '../../src/layout/words/words';
import { reportersWords } from '../../src/reporters/words';
import type { Asker } from '../harness/app';
import { Street, TELEPHONE, inChromium } from './chromium';
import type { Tab } from './chromium';
import { turn } from './person';

const TOLD = 'เห็นเจ้าหน้าที่เรียกเงินห้าร้อยบาทก่อนรับคำขอ';
const WROTE = 'ยังเก็บใบเสร็จไว้ที่บ้าน';
const ASKED = 'ใบเสร็จลงวันที่เท่าไร';

/** On a telephone that others use too, with scripts switched off: from filing to the back button. */
inChromium(() => {
  let street: Street;
  let tab: Tab;
  let page: Page;
  let officer: Asker;
  let receipt = '';
  let number = '';
  const th = words('th');
  const own = reportersWords('th');

  const main = (): Promise<string> => page.locator('main').innerText();
  const button = (label: string): Locator => page.getByRole('button', { name: label, exact: true }).first();
  const press = (label: string): Promise<void> => turn(page, button(label));
  const path = (): string => new URL(page.url()).pathname;
  const signIn = async (): Promise<void> => {
    await page.goto('/status');
    await page.locator('[name="receipt"]').fill(receipt);
    await press(th.button.look);
  };

  beforeAll(async () => {
    street = await Street.open();
    street.house.clock.set('2026-03-02T03:00:00.000Z');
    officer = await street.house.officer('officer', ['desk_officer']);
    tab = await street.tab({ javaScriptEnabled: false, locale: 'th-TH', acceptDownloads: true });
    ({ page } = tab);
  });
  afterAll(() => street?.close());

  it('files, prints nothing but the slip, and keeps a file for who wants one', async () => {
    await page.goto('/complaints/new');
    await page.locator('[name="allegation"]').fill(TOLD);
    await press(th.button.send);
    receipt = (await page.locator('.slip-digits > span').allInnerTexts()).join('').replace(/\s/g, '');
    number = (await page.locator('[name="number"]').first().getAttribute('value')) ?? '';
    await page.emulateMedia({ media: 'print' });
    const printed = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    expect(printed).toContain(th.receipt.code);
    for (const word of [th.receipt.done, own.slip.check, th.app.trial, th.nav.leave, th.app.staffDoor]) {
      expect(printed).not.toContain(word);
    }
    await page.emulateMedia({ media: 'screen' });
    const [download] = await Promise.all([page.waitForEvent('download'), button(own.slip.file).click()]);
    expect(download.suggestedFilename()).toBe('receipt.txt');
  });

  it('types one group back and is told what comes next', async () => {
    const group = Number(await page.locator('[name="group"]').getAttribute('value'));
    await page.locator('[name="digits"]').fill(receipt.slice((group - 1) * 4, group * 4));
    await press(own.slip.go);
    expect(await page.locator('h1').innerText()).toBe(own.slip.noted);
  });

  it('signs in with the receipt, writes, and reads the answer', async () => {
    await signIn();
    expect(path()).toBe('/my-report');
    await page.locator('[name="message"]').fill(WROTE);
    await press(own.mailbox.send);
    expect(path()).toBe('/my-report');
    expect(await main()).toContain(own.mailbox.unreadByDesk);
    await officer.get(`/cases/${number}`);
    await officer.post(`/api/v1/cases/${number}/words`, { text: ASKED, question: true });
    await page.goto('/my-report');
    const letters = await page.locator('.letters > li').allInnerTexts();
    expect(letters).toHaveLength(2);
    expect(letters[0]).toContain('เจ้าหน้าที่เปิดอ่านเมื่อ');
    expect(letters[1]).toContain(ASKED);
    expect(letters[1]).toContain(own.mailbox.waits);
    expect(await main()).toContain('ภายในวันที่ ๑๗ มีนาคม ๒๕๖๙');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(TELEPHONE.width);
  });

  it('signs out, and the back button shows nothing', async () => {
    await page.goto('/my-report');
    expect(await page.content()).toContain(WROTE);
    await press(own.session.out);
    expect(path()).toBe('/status');
    for (let back = 0; back < 3; back++) {
      await page.goBack({ waitUntil: 'load' });
      const shown = await page.content();
      for (const word of [WROTE, ASKED]) expect(shown).not.toContain(word);
    }
    await page.goto('/my-report');
    expect(path()).toBe('/status');
    expect((await page.context().storageState()).cookies).toEqual([]);
  });

  it('is told of a code in her words, and loses none of them', async () => {
    await signIn();
    await page.locator('[name="message"]').fill(`${WROTE} ${receipt}`);
    await press(own.mailbox.send);
    expect(await page.getByRole('alert').innerText()).toContain('ข้อความมีรหัสลับ');
    expect(await page.locator('[name="message"]').inputValue()).toContain(WROTE);
  });

  it('asked nobody else and complained of nothing', () => {
    // A download ends the navigation it began with: that is how Chromium tells it.
    const download = `failed: ${street.house.origin}/receipts/file net::ERR_ABORTED`;
    expect(tab.watch.complaints.filter((one) => one !== download)).toEqual([]);
    expect(tab.watch.strangers).toEqual([]);
  });
});
