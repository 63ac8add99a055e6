import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { SCREEN, TELEPHONE } from './chromium';

const SHOTS = process.env.SHOTS;
const SIZES = [TELEPHONE, SCREEN];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Look {
  readonly wide: number;
  readonly h1: number;
  readonly lang: string;
  readonly trial: number;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const LOOK = `({
  wide: document.documentElement.scrollWidth - innerWidth,
  h1: document.querySelectorAll('h1').length,
  lang: document.documentElement.lang,
  trial: document.querySelectorAll('.trial').length,
})`;

/** Scripts and styles in the page itself: the policy forbids them, so they would do nothing but complain. */
const INLINE = `document.querySelectorAll('script:not([src]), style, [style]').length +
  [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length`;

const AXE = `axe.run(document, ${JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'] })})
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`;

/**
 * What is wrong with the page as it stands, on a telephone and on a screen; empty when nothing is. With `SHOTS=folder`
 * in the environment it leaves a picture of each.
 * @param name of the pictures
 */
export async function inspect(page: Page, name: string, lang: string): Promise<readonly string[]> {
  const inline = await page.evaluate<number>(INLINE);
  const faults = inline === 0 ? [] : [`${name}: ${inline} inline scripts or styles`];
  await page.evaluate(axe);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const look = await page.evaluate<Look>(LOOK);
    const violations = await page.evaluate<readonly Violation[]>(AXE);
    faults.push(
      ...[...faultsOf(look, lang), ...violations.map(told)].map((fault) => `${name} at ${size.width}: ${fault}`),
    );
    if (SHOTS) await shoot(page, SHOTS, `${name}--${size.width}`);
  }
  return faults;
}

const faultsOf = ({ wide, h1, lang, trial }: Look, expected: string): readonly string[] => [
  ...(wide > 0 ? [`${wide} px too wide`] : []),
  ...(h1 === 1 ? [] : [`${h1} h1`]),
  ...(lang === expected ? [] : [`lang is "${lang}"`]),
  ...(trial === 1 ? [] : [`${trial} trial banners`]),
];

const told = ({ id, nodes }: Violation): string =>
  `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`).join(' | ')}`;

async function shoot(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\w.=-]+/g, '_')}.png`), fullPage: true });
}
