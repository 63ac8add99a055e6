/** RFC 5321 §4.5.3.1: 64 before the @, 254 in all. */
export const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL = 64;

/** What mailboxes really look like: no quotes, comments, brackets or line ends, so that no header can be smuggled in. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

/** An e-mail address as it will be written to, its domain in lower case; null when it is none. */
export function readMailAddress(text: string): string | null {
  const trimmed = text.normalize('NFKC').trim();
  const at = trimmed.lastIndexOf('@');
  const [local, domain] = [trimmed.slice(0, Math.max(at, 0)), trimmed.slice(at + 1)];
  if (trimmed.length > LONGEST_ADDRESS || local.length > LONGEST_LOCAL) return null;
  return LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain.toLowerCase()}` : null;
}
