import type { RetentionClass } from '../agencies/codes';

/** Not taken up is kept shortest; what accuses somebody, in doubt as well, longest. */
export function retentionClassOf(one: { readonly status: string; readonly accuses: boolean }): RetentionClass {
  if (one.status === 'ended') return 'ended';
  return one.accuses ? 'accusation' : 'grievance';
}

/** The last local day on which it must be there. Closed on 29 February is kept until 28 February. */
export function keptUntil(years: number, closedOn: string): string {
  const [year = 0, month = 0, day = 0] = closedOn.split('-').map(Number);
  const target = year + years;
  return dayOf(target, month, Math.min(day, new Date(Date.UTC(target, month, 0)).getUTCDate()));
}

/** Everything closed before this local day is past its time `today`. */
export function closedBefore(years: number, today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return dayOf(year - years, month, day);
}

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
