import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { toArabic } from '../platform/thai/digits';

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, a new code every 30 seconds. */
const CODE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** One step early or late: clocks of telephones differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** Ten codes for the day the telephone is lost: 16 characters of 5 bits each. */
const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 16;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The second factor as the keyring holds it. */
export interface SecondFactor {
  /** Base32, 160 bits. */
  readonly secret: string;
  /** The last step (30 s since 1970) whose code was taken; none at or before it is taken again. */
  readonly step: number;
  /** Hex of HMAC(member subkey, officer|code): those not used yet. */
  readonly recovery: readonly string[];
}

export const newSecret = (): string => base32Of(randomBytes(SECRET_BYTES));

/** For the QR code: what an authenticator app takes. */
export const uriOf = (secret: string, issuer: string, username: string): string =>
  new TOTP({ ...CODE, secret: Secret.fromBase32(secret), issuer, label: username }).toString();

/** The step whose code this is, within one step of now; null when it is none. */
export function stepOf(secret: string, typed: string, atMs: number): number | null {
  const token = toArabic(typed).replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = TOTP.validate({
    ...CODE,
    token,
    secret: Secret.fromBase32(secret),
    timestamp: atMs,
    window: WINDOW,
  });
  return delta === null ? null : Math.floor(atMs / 1000 / CODE.period) + delta;
}

/**
 * What is left of the factor when this code is taken; null when it opens nothing: wrong, used before, or none.
 * @param macOf HMAC of a recovery code.
 */
export function spend(
  factor: SecondFactor,
  typed: string,
  atMs: number,
  macOf: (recoveryCode: string) => string,
): SecondFactor | null {
  const step = stepOf(factor.secret, typed, atMs);
  if (step !== null) return step > factor.step ? { ...factor, step } : null;
  const code = readRecoveryCode(typed);
  const mac = code === null ? null : macOf(code);
  if (mac === null || !factor.recovery.includes(mac)) return null;
  return { ...factor, recovery: factor.recovery.filter((one) => one !== mac) };
}

export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(RECOVERY_LENGTH)].map((byte) => CROCKFORD[byte % CROCKFORD.length]).join(''),
  );

/** As it was issued, however it was typed: capitals or not, with dashes, O for 0 and I or L for 1. */
export function readRecoveryCode(typed: string): string | null {
  const plain = toArabic(typed).normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const code = plain.replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === RECOVERY_LENGTH && [...code].every((one) => CROCKFORD.includes(one)) ? code : null;
}

/** By fours, for eyes: `ABCD-EFGH-…`. */
export const byFoursOf = (code: string, joint: string): string => (code.match(/.{1,4}/g) ?? []).join(joint);

const base32Of = (bytes: Buffer): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
