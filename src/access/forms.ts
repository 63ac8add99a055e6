import type { FieldError } from '../platform/errors';
import { DomainError, sayIn } from '../platform/errors';
import type { Lang } from '../platform/http/language';
import { LONGEST_TYPED } from './bodies';

/** A form as the browser sent it: nothing is known of it yet. */
export type Sent = Readonly<Record<string, unknown>>;

/** One field as text; empty when it is missing or was sent twice. */
export function textOf(sent: Sent, field: string): string {
  const value = sent[field];
  return typeof value === 'string' ? value : '';
}

/** The same, no longer than anybody types into one line. */
export const typedOf = (sent: Sent, field: string): string => textOf(sent, field).slice(0, LONGEST_TYPED);

/** A field that may be ticked several times. */
export function textsOf(sent: Sent, field: string): readonly string[] {
  const value = sent[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** What to show beside the fields; an error without fields stands at `field`. Anything but a DomainError is thrown on. */
export function mendable(error: unknown, field: string, lang: Lang): readonly FieldError[] {
  if (!(error instanceof DomainError)) throw error;
  const { fields } = error.details;
  if (!fields) return [{ field, message: sayIn(lang, error.says) }];
  return fields.map((one) => ({ field: one.field, message: sayIn(lang, one.say) }));
}

export const statusOf = (error: unknown): number => (error instanceof DomainError ? error.status : 500);
