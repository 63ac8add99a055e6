import { bangkokDay } from '../platform/thai/dates';

export type DueKind = 'later' | 'near' | 'today' | 'overdue';

export interface DueStanding {
  readonly kind: DueKind;
  /** Whole calendar days between today and the due day in Bangkok, never negative. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** How a due instant stands to now. `near` is the clock's own warning time, which only `deadlines` knows. */
export function dueStanding(due: string, now: string, near: boolean): DueStanding {
  const days = Math.round((Date.parse(bangkokDay(due)) - Date.parse(bangkokDay(now))) / DAY_MS);
  if (Date.parse(due) < Date.parse(now)) return { kind: 'overdue', days: Math.abs(days) };
  if (days === 0) return { kind: 'today', days };
  return { kind: near ? 'near' : 'later', days };
}
