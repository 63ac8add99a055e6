import { at, calendarWith } from '../deadlines/testing/calendars';
import { REPORTER_LETTER, officersLetter } from './letters';
import { KINDS } from './notice.rules';
import type { ReportersLine } from './post.rules';
import {
  FEWEST_ATTEMPTS,
  backOffMs,
  checkInKind,
  errorCodeOf,
  giveUpAt,
  isGivenUp,
  isOfficeTime,
  isToReporter,
  postingTime,
  serverIsAway,
  tellsReporter,
} from './post.rules';
import { noticeSays } from './words';

describe('when a notice is posted', () => {
  const calendar = calendarWith(['2026-12-07']);

  it.each([
    ['in office hours at once', '2026-11-20 10:00', '2026-11-20 10:00'],
    ['at midnight', '2026-11-20 00:00', '2026-11-20 08:30'],
    ['over lunch', '2026-11-20 12:10', '2026-11-20 13:00'],
    ['at the close', '2026-11-20 16:30', '2026-11-23 08:30'],
    ['on a Sunday', '2026-11-22 11:00', '2026-11-23 08:30'],
    ['before a holiday on a Monday', '2026-12-04 20:00', '2026-12-08 08:30'],
  ])('%s', (_, from, then) => {
    expect(postingTime(calendar, at(from), false)).toBe(at(then));
    expect(isOfficeTime(calendar, at(from))).toBe(from === then);
  });

  it('is any hour for what the profile marks urgent', () => {
    expect(postingTime(calendar, at('2026-11-22 03:00'), true)).toBe(at('2026-11-22 03:00'));
  });
});

describe('a failure', () => {
  it('is tried again after 1, 5, 15 and 30 minutes, then every hour', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map((attempts) => backOffMs(attempts) / 60_000)).toEqual([1, 5, 15, 30, 60, 60, 60]);
  });

  it('is given up after the set hours, but never for a weekend alone', () => {
    const friday = at('2026-11-20 16:00');
    const until = giveUpAt(friday, 24);
    expect(until).toBe(at('2026-11-21 16:00'));
    expect(isGivenUp(3, until, at('2026-11-23 08:30'))).toBe(false);
    expect(isGivenUp(FEWEST_ATTEMPTS, until, at('2026-11-23 10:30'))).toBe(true);
    expect(isGivenUp(50, until, at('2026-11-21 15:59'))).toBe(false);
  });

  it('leaves a code and never a sentence, for servers quote addresses', () => {
    expect(errorCodeOf({ responseCode: 550, code: 'EENVELOPE', response: '550 <mali@example.org> unknown' })).toBe(
      '550',
    );
    expect(errorCodeOf({ code: 'ETIMEDOUT' })).toBe('ETIMEDOUT');
    for (const strange of [
      null,
      'mali@example.org',
      { code: 'mali@example.org' },
      { code: 'A'.repeat(21) },
      new Error(),
    ])
      expect(errorCodeOf(strange)).toBe('UNKNOWN');
  });

  it('of the server stops the turn, of a recipient does not', () => {
    expect(['ESOCKET', 'EAUTH', 'ETLS', 'EDNS'].every((code) => serverIsAway({ code }))).toBe(true);
    expect([{ code: 'EENVELOPE', responseCode: 550 }, null, {}].some(serverIsAway)).toBe(false);
  });
});

describe('what a reporter is told of (KEYS K13)', () => {
  const line = (more: Partial<ReportersLine>): ReportersLine => ({
    kind: 'commented',
    itemId: 'item',
    byKind: 'officer',
    toStatus: null,
    ...more,
  });

  it.each([
    ['a word from the desk', line({ kind: 'wordSent' }), true],
    ['the answer', line({ kind: 'answerTold' }), true],
    ['closing', line({ kind: 'recorded', itemId: null, toStatus: 'recorded' }), true],
    ['an end in sorting', line({ kind: 'ended', itemId: null, toStatus: 'ended' }), true],
    ['what she wrote herself', line({ kind: 'reporterWrote', byKind: 'reporter' }), false],
    ['a comment', line({}), false],
    ['a move that closes nothing', line({ kind: 'sorted', toStatus: 'sorted' }), false],
    ['imported history', line({ kind: 'imported', byKind: 'import', toStatus: 'recorded' }), false],
  ])('%s: %s', (_, told, expected) => expect(tellsReporter(told)).toBe(expected));

  it('stands under kinds that no officer has', () => {
    expect(isToReporter(checkInKind(30))).toBe(true);
    expect(KINDS.filter(isToReporter)).toEqual([]);
  });
});

describe('the letters', () => {
  it('tell a reporter’s mailbox nothing of a complaint: no number, no office, no link, Thai and English', () => {
    const said = `${REPORTER_LETTER.subject}\n${REPORTER_LETTER.text}`;
    expect(said).not.toMatch(/ร้องเรียน|ร้องทุกข์|เบาะแส|แจ้งเรื่อง|พิทักษ์|จังหวัด|เรื่องของท่าน/);
    expect(said).not.toMatch(/complain|report|whistle|phitak|province|case|officer|https?:|www\.|[0-9๐-๙]/i);
    expect(said).toMatch(/ใส่รหัส/);
    expect(said).toMatch(/enter the code/);
  });

  it('tell an officer number and kind, in both languages, and keep the number off a locked screen', () => {
    const says = { th: noticeSays('th', 'new_case', null), en: noticeSays('en', 'new_case', null) };
    const { subject, text } = officersLetter({ number: { th: 'นธ ๑/๑', en: 'NWT-1' }, says });
    expect(text).toMatch(/นธ ๑\/๑ · มีเรื่องใหม่[^]*NWT-1 · New case/);
    expect(subject).not.toMatch(/NWT|นธ/);
  });

  it('have words for every kind', () => {
    for (const kind of KINDS) {
      expect(noticeSays('th', kind, null)).not.toBe(kind);
      expect(noticeSays('en', kind, null)).not.toBe(kind);
    }
  });
});
