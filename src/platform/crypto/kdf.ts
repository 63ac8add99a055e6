import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Bytes → 32 bytes (KEYS "Primitives"). `info` is the purpose and is never shared between two uses. */
export const hkdf = (key: Uint8Array, info: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, length));

/** HKDF-Expand alone, one block of 32 bytes (RFC 5869): for keys that are already uniform. */
export const hkdfExpand = (key: Uint8Array, info: string): Buffer => hmac(key, Buffer.from(`${info}\x01`, 'latin1'));

export const hmac = (key: Uint8Array, message: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(message).digest();

export const sha256 = (message: string | Uint8Array): Buffer => createHash('sha256').update(message).digest();

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
