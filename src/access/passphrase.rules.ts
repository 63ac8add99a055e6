import { randomInt } from 'node:crypto';
import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { PASSPHRASE_WORDS } from './passphrase-words';

export const SHORTEST_PASSPHRASE = 16;
export const LONGEST_PASSPHRASE = 200;

const WORDS_ISSUED = 6;
/** What must be left when everything well known is taken out. */
const OWN_CHARACTERS = 8;
const DIFFERENT_CHARACTERS = 6;

/** The same passphrase however it was typed: widths and spaces alike, an issued one also in capitals or with dashes. */
export function canonicalPassphrase(text: string): string {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const words = plain.toLowerCase().split(/[\s-]+/);
  const issued = words.length === WORDS_ISSUED && words.every((word) => KNOWN.has(word));
  return issued ? words.join(' ') : plain;
}

/** Six words, 66 bits (KEYS K5). */
export const issuePassphrase = (): string =>
  Array.from({ length: WORDS_ISSUED }, () => PASSPHRASE_WORDS[randomInt(PASSPHRASE_WORDS.length)]).join(' ');

/** What is wrong with a passphrase that somebody chose; null when it will do. */
export function passphraseFault(passphrase: string, username: string): Say | null {
  const plain = canonicalPassphrase(passphrase);
  const length = [...plain].length;
  if (length < SHORTEST_PASSPHRASE) return TOO_SHORT;
  if (length > LONGEST_PASSPHRASE) return TOO_LONG;
  const lower = plain.toLowerCase();
  if (new Set(lower).size < DIFFERENT_CHARACTERS || repeats(lower)) return TOO_EVEN;
  return length - wellKnownIn(lower, username) < OWN_CHARACTERS ? TOO_KNOWN : null;
}

const KNOWN = new Set(PASSPHRASE_WORDS);

const TOO_SHORT = say(
  'รหัสผ่านต้องมีอย่างน้อย ๑๖ ตัวอักษร ใช้คำหลายคำต่อกันจะจำง่าย',
  'A passphrase needs at least 16 characters. Several words in a row are easy to remember.',
);
const TOO_LONG = say('รหัสผ่านต้องไม่เกิน ๒๐๐ ตัวอักษร', 'A passphrase has at most 200 characters.');
const TOO_EVEN = say(
  'รหัสผ่านนี้มีตัวอักษรซ้ำกันมากเกินไป กรุณาใช้คำหลายคำที่ไม่เกี่ยวกัน',
  'This passphrase repeats itself. Use several words that have nothing to do with each other.',
);
const TOO_KNOWN = say(
  'รหัสผ่านนี้เดาได้ง่าย (มีชื่อผู้ใช้หรือคำที่รู้จักกันทั่วไป) กรุณาเปลี่ยนคำ',
  'This passphrase is easy to guess: it holds the username or well-known words. Use other words.',
);

/** Said in either language before anything else is thought of. */
const PHRASES: readonly string[] = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'administrator',
  'passphrase',
  'password',
  'passw0rd',
  'iloveyou',
  'letmein',
  'welcome',
  'narathiwat',
  'thailand',
  'phitak',
  'พิทักษ์',
  'นราธิวาส',
  'ประเทศไทย',
  'รหัสผ่าน',
  'ผู้ดูแลระบบ',
  'ศูนย์รับเรื่อง',
];

/** Any four neighbours of these are as good as none. */
const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
];
const SHORTEST_RUN = 4;

/** How many characters of the text are the username, well-known phrases or runs. */
function wellKnownIn(text: string, username: string): number {
  const bare = withoutJoints(text);
  const own = withoutJoints(username.toLowerCase());
  let rest = bare;
  for (const phrase of [own, ...PHRASES]) {
    if (phrase.length >= SHORTEST_RUN) rest = rest.replaceAll(phrase, ' ');
  }
  return bare.length - [...rest].filter((one, at) => one !== ' ' && !inRun(rest, at)).length;
}

const withoutJoints = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** Whether this character stands in four or more that follow each other in a run. */
function inRun(text: string, at: number): boolean {
  for (let from = Math.max(0, at - SHORTEST_RUN + 1); from <= at; from++) {
    const piece = text.slice(from, from + SHORTEST_RUN);
    if (piece.length === SHORTEST_RUN && RUNS.some((run) => run.includes(piece))) return true;
  }
  return false;
}

/** `abcabcabc…`: the same few characters over and over. */
function repeats(text: string): boolean {
  for (let period = 1; period < OWN_CHARACTERS; period++) {
    if (
      text ===
      text
        .slice(0, period)
        .repeat(Math.ceil(text.length / period))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}
