import type { Page } from 'playwright-core';
import { photograph } from '../../src/evidence/testing/fixtures';
import { Street, SCREEN, inChromium } from '../browser/chromium';
import type { Tab } from '../browser/chromium';
import { enclose } from '../harness/enclosed';
import type { Lived } from './life';
import { Life } from './life';
import type { People } from './people';
import { PEOPLE, hireAll } from './people';

const RAN = 'kanari ran';
const CLOSE = `-->'"></textarea></title></option></select>`;
/** Out of a text, an attribute, a text area, a title, a list and a comment; by script, event, address, style and page. */
const PAYLOADS = [
  `<script>document.title='${RAN}';window.kanari=1</script>`,
  `<img src=x onerror="window.kanari=1"><svg onload="window.kanari=1"></svg>`,
  `<a href="javascript:window.kanari=1">x</a><base href="https://elsewhere.example/">`,
  `<style>body{color:red}</style><meta http-equiv="refresh" content="0;url=https://kanari.example/">`,
].map((payload) => CLOSE + payload);
const [PAYLOAD = ''] = PAYLOADS;
const FORMULA = `=HYPERLINK("https://elsewhere.example/","x")`;
const MOST_PAGES = 40;

interface Seen {
  readonly pages: number;
  readonly shown: number;
  readonly faults: readonly string[];
}

/** Attack 8: every field that takes a text holds a script; every page that an officer or a reporter can reach is opened. */
inChromium(() => {
  let street: Street;
  let people: People;
  let lived: Lived;

  beforeAll(async () => {
    street = await Street.open();
    people = await hireAll(street.house);
    let field = 0;
    const plant = (): string => PAYLOADS[field++ % PAYLOADS.length] ?? PAYLOAD;
    lived = await new Life(street.house, people, plant).live();
    const file = { name: `${PAYLOAD.replaceAll('/', '')}.jpg`, bytes: await photograph() };
    await enclose(people.desk_officer, `/api/v1/cases/${lived.numbers[0]}/evidence`, {}, [file]);
  }, 300_000);
  afterAll(() => street?.close());

  /** Opens what links lead to, inside the house, until there is nothing new. */
  const crawl = async ({ page, watch }: Tab, from: readonly string[]): Promise<Seen> => {
    const [left, known, faults] = [[...from], new Set(from), [] as string[]];
    let shown = 0;
    for (let path = left.shift(); path !== undefined && known.size - left.length <= MOST_PAGES; path = left.shift()) {
      await page.goto(path);
      faults.push(...(await faultsIn(page, path)));
      if ((await page.content()).includes('kanari')) shown++;
      for (const next of await linksIn(page)) {
        if (known.has(shapeOf(next))) continue;
        known.add(shapeOf(next));
        left.push(next);
      }
    }
    return { pages: known.size - left.length, shown, faults: [...faults, ...watch.complaints, ...watch.strangers] };
  };

  it.each(PEOPLE)(
    'runs nothing on any page of %s, and no policy has to stop it',
    async (role) => {
      const tab = await street.tab({ viewport: SCREEN });
      tab.page.on('dialog', (dialog) => void dialog.dismiss());
      await signIn(tab.page, role);
      const cases = lived.numbers.map((number) => `/cases/${number}`);
      const seen = await crawl(tab, ['/desk', ...cases]);
      await tab.close();
      expect(seen.faults).toEqual([]);
      expect(seen.pages).toBeGreaterThan(4);
      if (role !== 'executive' && role !== 'custodian') expect(seen.shown).toBeGreaterThan(0);
    },
    180_000,
  );

  it('runs nothing on the reporter’s own page', async () => {
    const tab = await street.tab();
    await tab.page.goto('/status');
    await tab.page.locator('[name="receipt"]').fill(lived.secrets[0] ?? '');
    await tab.page.locator('main form button[type="submit"]').first().click();
    const seen = await crawl(tab, ['/my-report']);
    await tab.close();
    expect(seen.faults).toEqual([]);
    expect(seen.shown).toBeGreaterThan(0);
  }, 180_000);

  it('gives back nothing from an address or a refused form as markup', async () => {
    const tab = await street.tab();
    const sent = encodeURIComponent(PAYLOAD);
    const paths = [
      '/search?q=',
      '/cases?q=',
      '/statistics?fiscalYear=',
      '/complaints/new?lang=',
      '/sign-in?next=',
      '/',
    ];
    await signIn(tab.page, 'desk_officer');
    for (const path of paths) {
      await tab.page.goto(`${path}${sent}`);
      expect(await faultsIn(tab.page, path)).toEqual([]);
    }
    for (const [path, field] of [
      ['/status', 'receipt'],
      ['/claims', 'claimCode'],
    ] as const) {
      await tab.page.goto(path);
      await tab.page.locator(`[name="${field}"]`).fill(PAYLOAD.slice(0, 90));
      await tab.page.locator('main form button[type="submit"]').first().click();
      expect(await faultsIn(tab.page, path)).toEqual([]);
    }
    await tab.close();
    expect([...tab.watch.complaints, ...tab.watch.strangers]).toEqual([]);
  }, 180_000);

  it('hands spreadsheets no cell that is a formula', async () => {
    const { house } = street;
    await house.anyone.post('/api/v1/complaints', { allegation: FORMULA, type: 'service' });
    const year = 'fiscalYear=2570';
    const sheets = [`/api/v1/statistics.csv?${year}`, `/api/v1/indicators.csv?${year}`];
    for (const path of sheets) {
      const { status, text, headers } = await people.desk_head.get(path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8']);
      const cells = text
        .replace(/^\uFEFF/, '')
        .split(/[,\r\n]/)
        .map((cell) => cell.replace(/^"/, ''));
      expect(cells.filter((cell) => /^[=+@\t]|^-\D/.test(cell))).toEqual([]);
      expect(text).not.toContain('HYPERLINK');
    }
  });

  const signIn = async (page: Page, username: string): Promise<void> => {
    await page.goto('/sign-in');
    await page.locator('[name="username"]').fill(username);
    await page.locator('[name="password"]').fill(`${username}: a passphrase for the test`);
    await page.locator('form[action="/sign-in"] button[type="submit"]').first().click();
    await page.waitForURL('**/desk');
  };
});

/** What a payload leaves behind when it was markup and not text. */
async function faultsIn(page: Page, path: string): Promise<readonly string[]> {
  const left = await page.evaluate<string[]>(`[
    ...(window.kanari ? ['a script ran'] : []),
    ...(document.title.includes('${RAN}') && !document.title.includes('<') ? ['the title was changed'] : []),
    ...[...document.querySelectorAll('[onerror], [onload], script:not([src]), base, meta[http-equiv], a[href^="javascript:"]')]
      .map((e) => e.outerHTML.slice(0, 80)),
  ]`);
  return left.map((fault) => `${path}: ${fault}`);
}

/** Without downloads, and without pictures by themselves: the browser's own picture page has a style of its own. */
const linksIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[href]')].map((a) => new URL(a.href))
    .filter((url) => url.origin === location.origin && !/copy$|picture$|\\.csv|\\.txt|lang=|sign-out|\\/charts\\//.test(url.href))
    .map((url) => url.pathname + url.search)`);

/** Pages of one kind are alike, but for the case they show. */
const shapeOf = (path: string): string => path.replace(/page=\d+/, 'page=');
