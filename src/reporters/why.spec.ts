import type { DueQuestion } from '../deadlines/due.rules';
import { dueOf } from '../deadlines/due.rules';
import { at, calendarWith, ruleWith } from '../deadlines/testing/calendars';
import type { Lang } from '../platform/http/language';
import type { PromiseOf } from './promises.rules';
import { tellWhy } from './why';
import { reasonsOf } from './why.rules';

const HOLIDAY = { day: '2026-12-10', nameTh: 'วันรัฐธรรมนูญ', nameEn: 'Constitution Day' };
const calendar = calendarWith([HOLIDAY.day]);
const holidayOf = (day: string) => (day === HOLIDAY.day ? HOLIDAY : null);

function why(lang: Lang, question: Omit<DueQuestion, 'calendar'>, now = at('2026-11-26 10:00')): readonly string[] {
  const { dueAt, lines } = dueOf({ calendar, ...question });
  return tellWhy(lang, { of: 'step', by: dueAt, late: false, reasons: reasonsOf(lines, now, holidayOf) });
}
const days = (amount: number) => ruleWith({ unit: 'c', amount, officialAccused: { unit: 'c', amount: 30 } });

describe('why a reporter is given this date', () => {
  const question = { rule: days(15), start: at('2026-11-25 10:00') };

  it.each([
    [
      'th',
      [
        'เรานับ ๑๕ วัน จากวันที่ ๒๕ พฤศจิกายน ๒๕๖๙ โดยไม่นับวันแรก',
        'วันที่สำนักงานปิด: ๑๐ ธันวาคม ๒๕๖๙ (วันรัฐธรรมนูญ)',
        'วันที่ ๑๐ ธันวาคม ๒๕๖๙ ตรงกับวันหยุด จึงเลื่อนไปเป็นวันทำการถัดไป',
        'กำหนดจึงเป็นวันที่ ๑๑ ธันวาคม ๒๕๖๙',
      ],
    ],
    [
      'en',
      [
        'We count 15 days from 25 November 2026. The first day is not counted.',
        'Days when the office is closed: 10 December 2026 (Constitution Day).',
        '10 December 2026 is a day off, so the date moves to the next working day.',
        'So the date is 11 December 2026.',
      ],
    ],
    [
      'ms',
      [
        'Kami mengira 15 hari dari 25 November 2026. Hari pertama tidak dikira.',
        'Hari pejabat ditutup: 10 Disember 2026 (Constitution Day).',
        '10 Disember 2026 ialah hari cuti, jadi tarikh itu beralih ke hari bekerja berikutnya.',
        'Maka tarikhnya ialah 11 Disember 2026.',
      ],
    ],
  ] as const)('is told in plain words (%s)', (lang, lines) => {
    expect(why(lang, question)).toEqual(lines);
  });

  it('says when the count stood still for her answer, and when it still does', () => {
    const pauses = [{ from: at('2026-11-27 09:00'), until: at('2026-11-30 09:00'), maxUntil: null }];
    expect(why('en', { ...question, pauses }, at('2026-12-01 10:00'))).toContain(
      'The count stood still from 27 November 2026 to 30 November 2026 while we waited for your answer.',
    );
    const open = [{ from: at('2026-11-27 09:00'), until: null, maxUntil: at('2026-12-12 09:00') }];
    expect(why('en', { ...question, pauses: open }, at('2026-12-01 10:00'))).toContain(
      'The count has stood still since 27 November 2026 while we wait for your answer. It goes on when you answer; without an answer, by itself after 12 December 2026.',
    );
  });

  it('says that more time was granted, once and until when', () => {
    const extensions = [
      { unit: 'c', amount: 15 },
      { unit: 'c', amount: 3 },
    ] as const;
    const told = why('en', { ...question, extensions });
    expect(told.filter((line) => line.startsWith('We were given'))).toEqual([
      'We were given more time, until 31 December 2026.',
    ]);
    expect(told.at(-1)).toBe('So the date is 31 December 2026.');
  });

  it('counts working days with the weekends and holidays between, and the limit that comes first', () => {
    const told = why('en', { rule: ruleWith({ unit: 'w', amount: 3 }), start: at('2026-12-08 10:00') });
    expect(told[1]).toBe('Days when the office is closed: 2 weekend days · 10 December 2026 (Constitution Day).');
    const limited = why('en', {
      rule: ruleWith({ unit: 'w', amount: 5, latest: { months: 3, from: 'acknowledgement', orFromDay: 7 } }),
      start: at('2026-11-19 10:00'),
      limitFrom: { from: 'acknowledgement', day: '2026-08-21' },
    });
    expect(limited).toContain('It may not take longer than 3 months from 21 August 2026.');
  });

  it('says that a year’s holidays are not all known', () => {
    const start = at('2028-12-25 10:00');
    expect(why('th', { rule: days(15), start })).toContain('วันหยุดราชการของปี ๒๕๗๒ ยังประกาศไม่ครบ กำหนดนี้จึงอาจเลื่อนได้');
  });

  it('tells nothing of the office: not who is accused, no version, no hours, no clock by its name', () => {
    for (const lang of ['th', 'en', 'ms'] as const) {
      const told = why(lang, { ...question, officialAccused: true }).join('\n');
      expect(told).toMatch(/30|๓๐/);
      expect(told).not.toMatch(/เจ้าหน้าที่ของรัฐ|ผู้ถูกร้อง|ข้อกำหนด|ฉบับ|official|accused|version|test|16[:.]30|sort/i);
    }
  });

  it.each(['th', 'en', 'ms'] as const)('a late one is an apology with a new day and names no other (%s)', (lang) => {
    const of: PromiseOf = 'step';
    const told = tellWhy(lang, { of, by: at('2026-12-17 10:00'), late: true, reasons: [] });
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/ขออภัย|sorry|memohon maaf/);
    expect(told[1]).toMatch(/๑๗ ธันวาคม ๒๕๖๙|17 December 2026|17 Disember 2026/);
  });
});
