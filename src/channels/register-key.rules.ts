import { say } from '../platform/errors';
import type { Say } from '../platform/errors';
import { searchKey } from '../platform/thai/normalise';

const LONGEST = 80;

/** What makes a row unique within its register for ever. */
export function keyOf(parts: readonly string[]): { readonly key: string } | { readonly rejected: Say } {
  if (parts.every((part) => part === '')) return { rejected: NO_KEY };
  const key = parts.map((part) => searchKey(part).replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join('|');
  return key.length > LONGEST ? { rejected: LONG_KEY } : { key };
}

const NO_KEY = say('ไม่มีเลขลำดับของแถว', 'unreadable: it has no key');
const LONG_KEY = say('เลขลำดับของแถวยาวเกิน ๘๐ ตัวอักษร', 'unreadable: its key is longer than 80 characters');
