import type { Lang } from '../../platform/http/language';
import { words } from './words';

const DAY = '2026-11-25';
const LANGS: readonly Lang[] = ['th', 'en', 'ms'];

/** Every sentence of a dictionary with its key, functions called with a day where they take text and 3 where a number. */
function sentences(value: unknown, key: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') return [[key, said(value as (...given: unknown[]) => string)]];
  return Object.entries(value as object).flatMap(([name, part]) => sentences(part, key ? `${key}.${name}` : name));
}

function said(sentence: (...given: unknown[]) => string): string {
  try {
    return sentence(DAY, DAY, 3);
  } catch {
    return sentence(3, DAY, DAY);
  }
}

const all = (lang: Lang) => sentences(words(lang), '');

describe('words', () => {
  it.each(LANGS)('leave no key of %s empty', (lang) => {
    for (const [key, text] of all(lang)) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('have the same keys in every language', () => {
    const keys = all('th').map(([key]) => key);
    for (const lang of LANGS) expect(all(lang).map(([key]) => key)).toEqual(keys);
  });

  it('are Thai in Thai, but for the phrases that have no letters', () => {
    for (const [key, text] of all('th')) expect([key, /[ก-๛]/.test(text)]).toEqual([key, true]);
  });

  it('hold no Thai in English and in the Malay of the reporter', () => {
    const own = (lang: Lang) => all(lang).filter(([key]) => lang === 'en' || !/^(staff|caseFile)\./.test(key));
    for (const lang of ['en', 'ms'] as const)
      for (const [key, text] of own(lang)) expect([key, /[ก-๛]/.test(text)]).toEqual([key, false]);
  });

  it('write days and numbers as each language does', () => {
    expect(words('th').told.closedSolved(30)).toContain('ภายใน ๓๐ วัน');
    expect(words('th').told.received(DAY)).toMatch(/ภายในวันที่ ๒๕ พฤศจิกายน ๒๕๖๙$/);
    expect(words('en').told.received(DAY)).toContain('by 25 November 2026');
    expect(words('ms').told.received(DAY)).toContain('25 November 2026');
    expect(words('th').staff.due.overdue(12)).toBe('เกินกำหนด ๑๒ วัน');
  });

  it('say one thing for a wrong, unknown, used and expired code', () => {
    expect(words('th').told.unknownCode()).toBe('ไม่พบเรื่องที่ตรงกับรหัสนี้ กรุณาตรวจตัวเลขอีกครั้ง');
  });

  it('never call the reporter an accuser or the accused a wrongdoer', () => {
    for (const [key, text] of all('th')) expect([key, /ผู้กล่าวหา|ผู้กระทำผิด/.test(text)]).toEqual([key, false]);
  });
});
