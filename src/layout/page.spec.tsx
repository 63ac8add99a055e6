import { gzipSync } from 'node:zlib';
import type { Lang } from '../platform/http/language';
import { FONT, STYLE } from './assets';
import { Radios } from './choices';
import { Field, TextArea } from './field';
import { Form, Submit } from './form';
import { staffNav } from './nav';
import { Page, renderPage, type PageProps } from './page';
import { words } from './words/words';

const page = (props: Partial<PageProps> = {}) =>
  renderPage(<Page lang="th" title="แจ้งเรื่อง" path="/complaints/new" area="public" trialMode={false} {...props} />);

const staff = () =>
  page({
    area: 'staff',
    path: '/desk',
    trialMode: true,
    nav: staffNav('th', ['all', 'mine']),
    looker: { name: 'เจ้าหน้าที่ <ก>', roles: ['เจ้าหน้าที่รับเรื่อง'] },
  });

describe('a page', () => {
  it.each(['th', 'en', 'ms'] as const)('says its language (%s) and has one heading', (lang: Lang) => {
    const html = page({ lang });
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}">`));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<main id="content"');
    expect(html).toContain('href="#content"');
  });

  it('has no script, no inline style, and fetches one sheet and one font from here', () => {
    for (const html of [page(), staff()]) {
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(
        html.match(/<(?:link|img)[^>]*(?:href|src)="\/[^"]*"/g)?.filter((tag) => !tag.includes('icon')),
      ).toHaveLength(2);
      expect(html.match(/<link[^>]*href="http/g)).toBeNull();
    }
  });

  it('shows the trial banner when told, on both kinds of page, and else never', () => {
    const banner = words('th').app.trial;
    expect(page({ trialMode: true })).toContain(banner);
    expect(staff()).toContain(banner);
    expect(page()).not.toContain(banner);
  });

  it('lets a reporter leave at once without telling where she came from', () => {
    expect(page()).toMatch(/<a class="leave" href="https:[^"]+" rel="noreferrer noopener">/);
  });

  it('marks where one is and offers each language', () => {
    const html = page();
    expect(html).toContain('<a href="/complaints/new" aria-current="page">');
    for (const lang of ['th', 'en', 'ms']) expect(html).toContain(`href="/complaints/new?lang=${lang}"`);
  });

  it('escapes whatever it is given', () => {
    const html = page({ title: '<b>"x"</b>', path: '/"><script>', flash: { text: '<i>' } });
    expect(html).not.toMatch(/<b>"x"|<script>|<i>/);
    expect(staff()).toContain('เจ้าหน้าที่ &lt;ก>');
  });

  it('shows an officer the menu in its own order and a way to sign out by post', () => {
    const html = staff();
    expect(html.indexOf('งานของฉัน')).toBeLessThan(html.indexOf('ทุกเรื่อง'));
    expect(html).toContain('<form class="who" method="post" action="/sign-out">');
  });

  it('weighs at most 30 kB in three requests with a full form, even uncompressed', () => {
    const { field, type } = words('th');
    const html = page({
      children: (
        <Form action="/complaints">
          <TextArea name="what" label={field.what} hint={field.whatHint} />
          <Field name="where" label={field.where} />
          <Radios
            name="type"
            label={field.type}
            options={Object.entries(type).map(([value, label]) => ({ value, label }))}
          />
          <Submit label="ส่งเรื่อง" />
        </Form>
      ),
    });
    expect(Buffer.byteLength(html) + STYLE.body.length + FONT.body.length).toBeLessThan(30_000);
    expect(gzipSync(html).length + (STYLE.gzip?.length ?? 0) + FONT.body.length).toBeLessThan(18_000);
  });
});
