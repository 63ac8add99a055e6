import type { Page, Response } from 'playwright-core';
import type { Role } from '../../src/access/roles';
import { ROLES } from '../../src/access/roles';
import type { Door } from '../../src/access/may';
import { scopeOf } from '../../src/access/matrix';
import type { Route } from '../../src/access/routes';
import { Routes } from '../../src/access/routes';
import { Setup } from '../../src/access/setup';
import type { Lang } from '../../src/platform/http/language';
import type { Tab } from './chromium';
import { Street, inChromium } from './chromium';
import type { Filled } from './filling';
import { fill } from './filling';
import type { SentForm } from './forms';
import { FORMS } from './forms';
import { inspect } from './inspection';
import type { Fields } from './person';
import { PASSPHRASE, fillIn, turn } from './person';
import { NO_PAGES, OFFICE_DOORS, PAGES } from './routes';

type Who = Role | 'anyone';

/** Every page, as everyone who may open it, on a telephone and on a screen. */
inChromium(() => {
  let street: Street;
  let filled: Filled;
  let routes: readonly Route[];
  const tabs = new Map<Who, Tab>();
  /** What stands in the frame is the same for everyone: a page seen before is not looked at again. */
  const seen = new Set<string>();

  beforeAll(async () => {
    street = await Street.open();
    street.house.clock.set('2026-02-02T03:00:00.000Z');
    routes = street.house.server.app.get(Routes).list();
    tabs.set('anyone', await street.tab());
  }, 160_000);
  afterAll(() => street?.close());

  it('knows how to open every page of the program, and no other', () => {
    const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const pages = paths.filter((path) => !path.startsWith('/api/') && !NO_PAGES.includes(path));
    expect([...new Set(pages)].sort()).toEqual(Object.keys(PAGES).sort());
    expect(NO_PAGES.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('opens the first morning', async () => {
    const link = await street.house.server.app.get(Setup).link(street.house.server.port);
    const faults = await look('anyone', new URL(link ?? '').pathname, 'setup', 'th');
    expect(faults).toEqual([]);
  });

  it('begins the day', async () => {
    filled = await fill(street.house);
    for (const role of ROLES) tabs.set(role, await signedIn(role));
  }, 160_000);

  it.each(Object.keys(PAGES))(
    'opens %s',
    async (path) => {
      const door = routes.find((route) => route.path === path && route.method === 'GET')?.door;
      const addresses = Object.entries((await PAGES[path]?.(filled)) ?? {});
      const faults = await Promise.all(
        whoMay(door).map(async (who, at) => {
          const found: string[] = [];
          let opened = 0;
          for (const lang of languagesOf(path, who, at === 0)) {
            for (const [name, address] of lang === 'th' ? addresses : addresses.slice(0, 1)) {
              const told = await look(who, address, [path, name, who, lang].filter(Boolean).join('--'), lang);
              if (told) opened++;
              found.push(...(told ?? []));
            }
          }
          return opened > 0 ? found : [...found, `${path} shows nothing to the ${who}`];
        }),
      );
      expect(faults.flat()).toEqual([]);
    },
    180_000,
  );

  it.each(Object.keys(FORMS))('shows %s', async (name) => {
    const sent = FORMS[name]?.(filled);
    if (!sent) throw new Error(name);
    const { page } = tabOf(sent.who);
    const answer = await send(page, sent);
    expect([name, answer?.status()]).toEqual([name, sent.status]);
    expect(await inspect(page, `form--${name}`, 'th')).toEqual([]);
  });

  it('complained of nothing and asked nobody, at no screen', () => {
    const watches = [...tabs.values()].map(({ watch }) => watch);
    expect(watches.flatMap(({ strangers, complaints }) => [...strangers, ...complaints])).toEqual([]);
  });

  /** The faults of a page, or null when it is not theirs to see. */
  async function look(who: Who, address: string, name: string, lang: Lang): Promise<readonly string[] | null> {
    const { page } = tabOf(who);
    const answer = await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
    const status = answer?.status();
    if (status === 404 && who !== 'anyone' && address.startsWith('/cases/')) return null;
    if (status !== 200) return [`${name}: ${status}`];
    const main = `${lang} ${await page.locator('main').innerHTML()}`;
    if (seen.has(main)) return [];
    seen.add(main);
    return inspect(page, name, lang);
  }

  function tabOf(who: Who): Tab {
    const tab = tabs.get(who);
    if (!tab) throw new Error(`nobody is signed in as ${who}`);
    return tab;
  }

  async function signedIn(role: Role): Promise<Tab> {
    const tab = await street.tab();
    const answer = await tab.page.context().request.post('/api/v1/sessions', {
      data: { username: role, password: PASSPHRASE },
    });
    expect(answer.status()).toBe(201);
    return tab;
  }
});

async function send(page: Page, { at, action, link, fields, then = [] }: SentForm): Promise<Response | null> {
  let answer = await page.goto(`${at}?lang=th`);
  if (action === null) return answer;
  if (link) await turn(page, page.locator(link).first());
  for (const one of [{ form: action ?? at, fields: fields ?? {} }, ...then]) answer = await sendForm(page, one);
  return answer;
}

async function sendForm(page: Page, sent: { readonly form: string; readonly fields: Fields }): Promise<Response> {
  const form = page.locator(`main form[action="${sent.form}"]`).first();
  await openFolds(page, sent.fields);
  await fillIn(page, sent.fields);
  const [next] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().isNavigationRequest() && response.request().method() === 'POST',
    ),
    page.waitForEvent('load'),
    form.evaluate((one: unknown) => (one as { submit(): void }).submit()),
  ]);
  return next;
}

/** A field in a fold can be filled in once it is open. */
async function openFolds(page: Page, fields: Fields): Promise<void> {
  for (const name of Object.keys(fields)) {
    const fold = page.locator(`main details:not([open]):has([name="${name}"]) > summary`);
    if ((await fold.count()) > 0) await fold.first().click();
  }
}

function whoMay(door: Door | undefined): readonly Who[] {
  if (door === 'public') return ['anyone'];
  // One's own account is the same page for every office; all of them in the long form.
  if (door === 'signed_in') return process.env.DRILL === 'long' ? ROLES : ROLES.slice(0, 2);
  return ROLES.filter((role) => door?.some((act) => scopeOf(role, act) !== null));
}

/** A page inside is read in English by the first who may open it: it is the same page for the others. */
function languagesOf(path: string, who: Who, isFirst: boolean): readonly Lang[] {
  if (who === 'anyone' && !OFFICE_DOORS.includes(path)) return ['th', 'en', 'ms'];
  return isFirst ? ['th', 'en'] : ['th'];
}
