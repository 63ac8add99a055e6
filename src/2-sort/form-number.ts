import { toArabic } from '../platform/thai/digits';

/** For `@Transform`: forms send digits as text, Thai or Arabic. */
export const formNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\s*[0-9๐-๙]+\s*$/.test(value) ? Number(toArabic(value)) : value;
