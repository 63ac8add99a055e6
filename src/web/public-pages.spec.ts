import { brotliDecompressSync } from 'node:zlib';
import { Province } from '../agencies/agencies';
import { loadProfile } from '../agencies/profile.loader';
import { FONT, STYLE } from '../layout/assets';
import type { Lang } from '../platform/http/language';
import { channelsPage } from './channels-page';
import { homePage } from './home-page';
import type { PublicFrame } from './public-frame';
import { safetyPage } from './safety-page';

const province = new Province(loadProfile('narathiwat'));
const LANGS: readonly Lang[] = ['th', 'en', 'ms'];
const PAGES = { home: homePage, channels: channelsPage, safety: safetyPage };
const all = LANGS.flatMap((lang) =>
  [true, false].flatMap((trialMode) =>
    Object.entries(PAGES).map(([name, draw]) => {
      return { name, lang, trialMode, html: draw({ lang, trialMode, province } satisfies PublicFrame) };
    }),
  ),
);

describe.each(all)('the $name page in $lang (trial: $trialMode)', ({ lang, html }) => {
  it('weighs at most 30 kB with its style and font, and needs no script', () => {
    const style = STYLE.brotli?.length ?? STYLE.body.length;
    expect(Buffer.byteLength(html) + style + FONT.body.length).toBeLessThanOrEqual(30_000);
    expect(brotliDecompressSync(STYLE.brotli ?? Buffer.alloc(0)).length).toBe(STYLE.body.length);
    expect(html).not.toMatch(/<script|onclick|https?:\/\/(?!www\.tmd\.go\.th)/);
    expect(html).toContain(`lang="${lang}"`);
  });

  it('says whom to call in danger and that this is no police report', () => {
    expect(html).toContain('191');
    expect(html).toContain('1669');
  });

  it('never promises more than the system keeps (KEYS "Claim")', () => {
    expect(html).not.toMatch(/no one can read|nobody can read|end-to-end|ไม่มีใครอ่านได้|tiada siapa boleh membaca/i);
  });
});

describe('the home page', () => {
  const html = homePage({ lang: 'th', trialMode: false, province });

  it('has three doors before anything else', () => {
    const doors = [...html.matchAll(/class="button \w+" href="([^"]+)"/g)].map(([, href]) => href);
    expect(doors).toEqual(['/complaints/new', '/status', '/channels']);
  });

  it('promises the answer within the time the province’s own clock says', () => {
    expect(html).toContain('ภายใน ๓ วันทำการ');
  });
});

describe('the safety page', () => {
  it.each(LANGS)('says in %s during a trial that the server itself holds the key, and later no longer', (lang) => {
    const words = {
      th: 'เครื่องแม่ข่ายยังถือกุญแจไว้เอง',
      en: 'The server itself still holds the key',
      ms: 'Pelayan masih menyimpan kunci',
    };
    expect(safetyPage({ lang, trialMode: true, province })).toContain(words[lang]);
    expect(safetyPage({ lang, trialMode: false, province })).not.toContain(words[lang]);
  });

  it('names the running server, office devices, Tor, style, courts and lost receipts', () => {
    const html = safetyPage({ lang: 'th', trialMode: false, province });
    for (const word of ['เครื่องแม่ข่าย', 'ที่ทำงาน', 'Tor Browser', 'สำนวน', 'ศาล', 'รหัสลับที่หาย'])
      expect(html).toContain(word);
  });
});

describe('the channels page', () => {
  it('shows the province’s open ways in, in the profile’s order', () => {
    const html = channelsPage({ lang: 'en', trialMode: false, province });
    const shown = [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, name]) => name);
    expect(shown).toEqual(province.openChannels().map(({ nameEn }) => nameEn));
  });
});
