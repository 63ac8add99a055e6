import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { OfficersService } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { words } from '../../src/layout/words/words';
import { webWords } from '../../src/web/words';
import type { DoorName } from '../../src/web/doors.rules';
import type { House } from '../harness/app';
import type { Street, Tab } from './chromium';

export const PASSPHRASE = 'กาน้ำสีฟ้าเดินบนไม้ต่อขา';

export interface Hired {
  readonly username: string;
  readonly role: Role;
  readonly name: string;
  readonly agencyCode?: string;
}

/** By the names of the fields. */
export type Fields = Readonly<Record<string, string | true>>;

/** Adds an officer who can sign in with the passphrase above. */
export async function hire(house: House, { role, ...who }: Hired): Promise<void> {
  await house.server.app.get(OfficersService).add({ ...who, roles: [role], password: PASSPHRASE });
}

/** An officer at a screen who sees and clicks what the pages show, and nothing else. */
export class Person {
  private readonly th = words('th');

  /** Before the door. */
  static async before(street: Street, options: BrowserContextOptions): Promise<Person> {
    return new Person(await street.tab(options));
  }

  /** Signs in by the page. */
  static async at(street: Street, username: string, options: BrowserContextOptions): Promise<Person> {
    const person = new Person(await street.tab(options));
    const { page } = person;
    await page.goto('/sign-in');
    await fillIn(page, { username, password: PASSPHRASE });
    await person.submit('/sign-in');
    await page.waitForURL('**/desk');
    return person;
  }

  private constructor(readonly tab: Tab) {}

  get page(): Page {
    return this.tab.page;
  }

  follow(label: string): Promise<void> {
    return turn(this.page, this.page.getByRole('link', { name: label, exact: true }).first());
  }

  /** By the worklist to one case, through the menu. */
  async takeUp(number: string): Promise<void> {
    await this.follow(this.th.staff.menu.all);
    await turn(this.page, this.page.locator(`a[href="/cases/${number}"]`).first());
  }

  /** From the case file through one of the doors it offers. */
  through(door: DoorName): Promise<void> {
    return this.follow(webWords('th').doors[door]);
  }

  /** Presses the button of the form that goes to this address. */
  submit(action: string): Promise<void> {
    return turn(this.page, this.page.locator(`main form[action="${action}"] button[type="submit"]`).first());
  }

  async fillAndSubmit(action: string, fields: Fields): Promise<void> {
    await fillIn(this.page, fields);
    await this.submit(action);
  }

  /** What the page says, without frame and menu. */
  says(): Promise<string> {
    return this.page.locator('main').innerText();
  }
}

/** Clicks what leads to another page, and stays until that page stands: what is read next is never the old one. */
export async function turn(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), what.click()]);
}

/** Text into fields, a value into lists and choices, `true` for a tick. */
export async function fillIn(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    if (value === true) await field.check();
    else if ((await field.first().getAttribute('type')) === 'radio')
      await field.and(page.locator(`[value="${value}"]`)).check();
    else if ((await field.evaluate((one) => one.nodeName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}
