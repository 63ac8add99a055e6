import { sha256 } from '../platform/crypto/kdf';

/** Crockford's base 32: no I, L, O, U; what looks alike is read alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Check symbols for the remainder by 37. */
const CHECK = `${ALPHABET}*~$=U`;
const SHARE_BYTES = 32;
const SHARE_SYMBOLS = 52;

/** 32 bytes as 52 symbols and a check symbol, by fours: what stands on a recovery sheet (KEYS K9). */
export function writeShare(share: Uint8Array): string {
  let number = numberOf(share);
  const check = CHECK[Number(number % 37n)] ?? '';
  let symbols = '';
  for (let at = 0; at < SHARE_SYMBOLS; at++) {
    symbols = (ALPHABET[Number(number & 31n)] ?? '') + symbols;
    number >>= 5n;
  }
  return (symbols + check).match(/.{1,4}/g)?.join('-') ?? '';
}

/** The share as it was typed: small letters, spaces, dashes and look-alikes are taken. Null when it cannot be one. */
export function readShare(typed: string): Buffer | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (symbols.length !== SHARE_SYMBOLS + 1) return null;
  let number = 0n;
  for (const symbol of symbols.slice(0, SHARE_SYMBOLS)) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return null;
    number = (number << 5n) | BigInt(value);
  }
  if (CHECK[Number(number % 37n)] !== symbols[SHARE_SYMBOLS] || number >> 256n !== 0n) return null;
  return Buffer.from(number.toString(16).padStart(SHARE_BYTES * 2, '0'), 'hex');
}

/** Before a share of the server secret, so that nobody types it where a unit's or the backup's share belongs. */
const OF_SERVER = 'S';

/** As a share, with an S in front: what the sheets carry of the server secret (KEYS K1). */
export const writeServerShare = (share: Uint8Array): string => `${OF_SERVER}-${writeShare(share)}`;

/** A share of the server secret as it was typed; null when it is none, or mistyped. */
export const readServerShare = (typed: string): Buffer | null =>
  isServerShare(typed) ? readShare(typed.trim().slice(OF_SERVER.length)) : null;

/** Whether this was meant as a share of the server secret: an S in front, and one symbol more than any other. */
export function isServerShare(typed: string): boolean {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '');
  return symbols.startsWith(OF_SERVER) && symbols.length > SHARE_SYMBOLS + 1;
}

/** Two shares that are worth nothing one without the other: `key = first XOR second`. */
export function splitKey(key: Buffer, random: Buffer): readonly [Buffer, Buffer] {
  return [random, xor(key, random)];
}

export const joinShares = (first: Buffer, second: Buffer): Buffer => xor(first, second);

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** Twenty hex digits by fours: short enough to compare by eye. */
export const fingerprintOf = (publicKey: Buffer): string =>
  sha256(publicKey).toString('hex').slice(0, 20).toUpperCase().match(/.{4}/g)?.join(' ') ?? '';
