/** How long a closed case is kept, by what it was. */
export type RetentionClass = 'accusation' | 'grievance' | 'ended';

export interface Retention {
  /** Full years from the day the case was closed. */
  readonly years: number;
  /** [U]: not verified; to be confirmed against the office's retention schedule (ระเบียบงานสารบรรณ, PDPA s.37(3)). */
  readonly basis: 'U';
}

export const RETENTION: Readonly<Record<RetentionClass, Retention>> = {
  accusation: { years: 10, basis: 'U' },
  grievance: { years: 5, basis: 'U' },
  ended: { years: 2, basis: 'U' },
};

export const RETENTION_CLASSES = Object.keys(RETENTION) as readonly RetentionClass[];

/** Not taken up is kept shortest; what accuses somebody, in doubt as well, longest. */
export function retentionClassOf(one: { readonly status: string; readonly accuses: boolean }): RetentionClass {
  if (one.status === 'ended') return 'ended';
  return one.accuses ? 'accusation' : 'grievance';
}

/** The last local day on which it must be there. Closed on 29 February is kept until 28 February. */
export function keptUntil(kind: RetentionClass, closedOn: string): string {
  const [year = 0, month = 0, day = 0] = closedOn.split('-').map(Number);
  const target = year + RETENTION[kind].years;
  return dayOf(target, month, Math.min(day, new Date(Date.UTC(target, month, 0)).getUTCDate()));
}

/** Everything of this class closed before this local day is past its time `today`. */
export function closedBefore(kind: RetentionClass, today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return dayOf(year - RETENTION[kind].years, month, day);
}

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
