import type { Say } from '../platform/errors';
import { DomainError, say } from '../platform/errors';

/** A backup that cannot be made, or one that cannot be taken; nothing was written. */
export class BackupRefused extends DomainError {
  readonly status = 409;
}

export const BROKEN = say(
  'แฟ้มสำรองนี้เสียหาย ขาดหาย หรือถูกแก้ไข จึงไม่มีการเขียนข้อมูลใด ๆ',
  'This backup is damaged, cut short or changed. Nothing was written.',
);
export const FOREIGN = say('แฟ้มนี้ไม่ใช่แฟ้มสำรองของระบบพิทักษ์', 'This file is not a backup of Phitak. Nothing was written.');

export const refused = (sentence: Say): BackupRefused => new BackupRefused(sentence);
