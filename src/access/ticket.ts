import { randomBytes } from 'node:crypto';
import { hkdf, hmac, sha256 } from '../platform/crypto/kdf';
import type { ServerSecret } from '../platform/crypto/server-secret';

const ID_BYTES = 16;
const SECRET_BYTES = 32;
const COOKIE_VALUE = /^[\w-]{64}$/;

/** What a session's cookie holds: 16 bytes that name the session and 32 that open it (KEYS K5). */
export interface Ticket {
  /** Hex of SHA-256(id): what the database keeps instead of the id. */
  readonly idHash: string;
  readonly secret: Buffer;
}

/** Base64url of id ‖ secret: the value of a new cookie. */
export const newTicketCookie = (): string => randomBytes(ID_BYTES + SECRET_BYTES).toString('base64url');

/** Null when it is no ticket at all. */
export function readTicket(cookie: string): Ticket | null {
  if (!COOKIE_VALUE.test(cookie)) return null;
  const bytes = Buffer.from(cookie, 'base64url');
  return { idHash: sha256(bytes.subarray(0, ID_BYTES)).toString('hex'), secret: bytes.subarray(ID_BYTES) };
}

/** The key under which the database keeps what this session opens; `info` keeps officers and reporters apart. */
export const ticketKey = (secret: ServerSecret, ticket: Ticket, info: string): Buffer =>
  hkdf(hmac(secret.subkey('session'), ticket.secret), info);
