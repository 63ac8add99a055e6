import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { SetClock } from '../../src/platform/clock';
import { readSettings } from '../../src/platform/config/settings';
import { startServer } from '../../src/server';
import { House } from '../harness/app';
import { isRequired } from '../harness/parts';
import { Watch } from './watch';

const CHROMIUM = '/usr/bin/chromium';

/** Chromium keeps to itself: no updates, no calls home, so that every request seen is one a page made. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const TELEPHONE = { width: 360, height: 740 } as const;
export const SCREEN = { width: 1440, height: 900 } as const;

/** A tab of its own: nothing stored, nothing cached, everything it does written down. */
export interface Tab {
  readonly page: Page;
  readonly watch: Watch;
  readonly close: () => Promise<void>;
}

/** A house on SQLite and a browser before its door. */
export class Street {
  /** @param more of the environment, such as production. */
  static async open(more: Readonly<Record<string, string>> = {}): Promise<Street> {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
    const own = { DATA_DIR: join(folder, 'data'), SERVER_SECRET_FILE: join(folder, 'server.secret') };
    // Nobody answers on port 9: what belongs to the post stands on the pages, and nothing is posted.
    const env = { PORT: '0', ...own, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'notice@example.org' };
    const settings = readSettings({ ...env, ...more });
    const remove = (): Promise<void> => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
    const clock = new SetClock();
    const server = await startServer(settings, clock);
    return new Street(new House(server, settings, clock, { settings, remove }), browser);
  }

  private constructor(
    readonly house: House,
    private readonly browser: Browser,
  ) {}

  async tab(options: BrowserContextOptions = {}): Promise<Tab> {
    const context = await this.browser.newContext({ viewport: TELEPHONE, baseURL: this.house.origin, ...options });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    return { page, watch: new Watch(context, this.house.origin), close: () => context.close() };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
  }
}

/**
 * Runs a suite in Chromium. Without one it is named as left out; with `REQUIRE=chromium` it fails. A browser on a busy
 * machine stumbles now and then: what failed is shown, and tried once more.
 */
export function inChromium(suite: () => void): void {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  if (isRequired('chromium') || existsSync(CHROMIUM)) describe('in Chromium', suite);
  else describe.skip(`in Chromium (left out: there is no ${CHROMIUM})`, suite);
}
