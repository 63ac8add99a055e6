import type { Tab } from './chromium';
import { Street, inChromium } from './chromium';
import { inspect } from './inspection';

/** A suite that looks away would pass as well: what it looks with is shown something bad. */
inChromium(() => {
  let street: Street;
  let tab: Tab;

  beforeAll(async () => {
    street = await Street.open();
    tab = await street.tab();
  });
  afterAll(() => street?.close());

  it('notices a stranger, an inline style and what a page complains about', async () => {
    const { page, watch } = tab;
    await page.route('**/strange', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'none'; img-src http://stranger.invalid" },
        body: '<p style="color: red">x</p><img src="http://stranger.invalid/x.png">',
      }),
    );
    await page.goto('/strange');
    expect(watch.strangers).toEqual(['http://stranger.invalid/x.png']);
    expect(watch.complaints.join('\n')).toContain('Content Security Policy');
  });

  it('finds what is wrong with a page', async () => {
    const { page } = await street.tab();
    await page.setContent('<html lang="en"><h1>a</h1><h1 style="color: #ddd">badly seen</h1><p>c<img src="x">');
    await page.locator('p').evaluate((p) => p.insertAdjacentHTML('beforeend', '<pre>' + 'wide '.repeat(400)));
    const faults = (await inspect(page, 'bad', 'th')).join('\n');
    for (const fault of ['inline', 'too wide', '2 h1', 'lang is "en"', '0 trial', 'image-alt', 'color-contrast']) {
      expect(faults).toContain(fault);
    }
  });
});
