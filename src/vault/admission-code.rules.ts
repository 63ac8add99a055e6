import { createHash } from 'node:crypto';

/** Digits of the spoken code: 60 bits of SHA-256 over key, member and unit (KEYS K8). */
export const ADMISSION_DIGITS = 18;

/** What the newcomer reads out and the admitting member types: it speaks for this key, this person and this unit. */
export function admissionCode(publicKey: Buffer, officerId: string, unit: string): string {
  const hash = createHash('sha256').update(publicKey).update(`|${officerId}|${unit}`).digest();
  const sixtyBits = hash.readBigUInt64BE(0) >> 4n;
  return (sixtyBits % 10n ** BigInt(ADMISSION_DIGITS)).toString().padStart(ADMISSION_DIGITS, '0');
}
