import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Answer } from './client';
import { Client } from './client';
import { complaint } from './complaints';
import type { Home } from './homes';
import { RunningServer } from './running-server';
import { SERVER } from './server-program';

/** What a browser that was never here before fetches for one page; bytes of bodies, without headers. */
export interface PageWeight {
  readonly page: string;
  /** The HTML before and after compression. */
  readonly html: number;
  readonly htmlSent: number;
  /** The HTML and everything it or its style sheet names. */
  readonly requests: number;
  readonly sent: number;
}

const BROWSER = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'th' } as const;

/** The pages a reporter sees, in Thai. They are the same on every home. */
export async function weighPages(home: Home): Promise<readonly PageWeight[]> {
  const place = await home.place();
  const server = await RunningServer.start(SERVER, place.env);
  const browser = new Client(server.origin, BROWSER);
  try {
    const weights: PageWeight[] = [];
    for (const page of ['/', '/complaints/new', '/status'])
      weights.push(await weigh(browser, page, await browser.get(page)));
    const { allegation, submissionKey } = complaint(1);
    const receipt = await browser.form('/complaints/new', { allegation, submissionKey });
    return [...weights, await weigh(browser, 'receipt', receipt)];
  } finally {
    browser.close();
    await server.stop();
    await place.remove();
  }
}

async function weigh(browser: Client, page: string, answer: Answer): Promise<PageWeight> {
  if (answer.status >= 300) throw new Error(`${page} answered ${answer.status}`);
  const html = plain(answer);
  const fetched = new Map<string, number>();
  for (const href of namedIn(html.toString())) await fetchInto(fetched, browser, href);
  const rest = [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0);
  const htmlSent = answer.body.length;
  return { page, html: html.length, htmlSent, requests: 1 + fetched.size, sent: htmlSent + rest };
}

async function fetchInto(fetched: Map<string, number>, browser: Client, href: string): Promise<void> {
  if (fetched.has(href)) return;
  const answer = await browser.get(href);
  if (answer.status !== 200) throw new Error(`${href} answered ${answer.status}`);
  fetched.set(href, answer.body.length);
  if (!answer.headers['content-type']?.startsWith('text/css')) return;
  for (const [, named = ''] of plain(answer)
    .toString()
    .matchAll(/url\(["']?([^"')]+)/g)) {
    if (!named.startsWith('data:')) await fetchInto(fetched, browser, named);
  }
}

/** Links that are fetched without a click: style sheets, fonts, icons, scripts, pictures. */
function namedIn(html: string): readonly string[] {
  const tags = html.match(/<(?:link|script|img|source|iframe|object|embed|video|audio)\b[^>]*>/g) ?? [];
  return tags
    .map((tag) => /\s(?:href|src|data)="([^"]+)"/.exec(tag)?.[1] ?? '')
    .filter((href) => href !== '' && !href.startsWith('data:'));
}

function plain({ body, headers }: Answer): Buffer {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}
