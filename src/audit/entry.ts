/** Who did it. `reporter` and `public` carry no id: whoever that was is nobody's business. */
export interface AuditActor {
  readonly kind: 'officer' | 'agency' | 'reporter' | 'public' | 'command' | 'system';
  readonly id: string | null;
}

export const SYSTEM: AuditActor = { kind: 'system', id: null };
export const PUBLIC: AuditActor = { kind: 'public', id: null };
export const REPORTER: AuditActor = { kind: 'reporter', id: null };
export const COMMAND: AuditActor = { kind: 'command', id: null };

type Plain = string | number | boolean | null;

/** Codes, ids, dates and numbers; a text with a space or a letter outside ASCII is refused. */
export type AuditData = Readonly<Record<string, Plain | readonly Plain[]>>;

export interface AuditEntry {
  readonly actor: AuditActor;
  /** What was done, in dots: `case.sort`, `session.refused`. */
  readonly act: string;
  /** What it was done to: `case`, `officer`, `referral`. */
  readonly subjectKind: string;
  readonly subjectId?: string | null;
  readonly data?: AuditData;
}

/** Somebody tried to write words into the trail. A mistake in the program, never in what a person typed. */
export class WordsInAudit extends Error {
  constructor(where: string) {
    super(`The audit trail takes codes, ids, dates and numbers only: ${where}`);
  }
}

const CODE = /^[\w.:|/+-]{1,64}$/;
const LENGTHS = { act: 64, subjectKind: 32, subjectId: 64 } as const;

/** @throws WordsInAudit naming the field, never its value. */
export function assertCodesOnly(entry: AuditEntry): void {
  for (const field of ['act', 'subjectKind', 'subjectId'] as const) {
    const value = entry[field] ?? null;
    if (value !== null && (!CODE.test(value) || value.length > LENGTHS[field])) throw new WordsInAudit(field);
  }
  if (entry.actor.id !== null && !CODE.test(entry.actor.id)) throw new WordsInAudit('actor');
  for (const [key, value] of Object.entries(entry.data ?? {})) {
    const values: readonly Plain[] = Array.isArray(value) ? (value as readonly Plain[]) : [value as Plain];
    if (!CODE.test(key) || values.some((one) => typeof one === 'string' && !CODE.test(one))) {
      throw new WordsInAudit(`data.${CODE.test(key) ? key : '?'}`);
    }
  }
}
