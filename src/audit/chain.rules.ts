import { hmac } from '../platform/crypto/kdf';
import type { AuditRow } from './audit-row.entity';

export type Links = Omit<AuditRow, 'mac'>;

/** What stands before the first row. */
export const BEFORE_ALL = '0'.repeat(64);

/** Hex of HMAC(audit subkey, previous MAC ‖ canonical row) (KEYS K14). */
export const macOf = (subkey: Buffer, previous: string, row: Links): string =>
  hmac(subkey, Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(canonical(row))])).toString('hex');

/** The same row always gives the same bytes: a fixed order of fields, sorted keys in the data. */
export function canonical(row: Links): string {
  const data = Object.entries(row.data).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    row.province,
    row.no,
    row.at,
    row.actorKind,
    row.actorId,
    row.act,
    row.subjectKind,
    row.subjectId,
    data,
  ]);
}
