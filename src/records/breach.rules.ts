import type { BreachRisk } from './breach.entity';

const HOURS = 72;

interface Known {
  readonly noticedAt: string;
  readonly risk: BreachRisk;
  readonly regulatorToldAt: string | null;
  readonly personsToldOn: string | null;
}

/** none: no notice needed · due: time is left · late: it is not · told: in time · toldLate: after it */
export type NoticeState = 'none' | 'due' | 'late' | 'told' | 'toldLate';

/** PDPA s.37(4): without delay and, where feasible, within 72 hours of becoming aware. Wall-clock hours, no day is left out. */
export const dueAt = (noticedAt: string): string => new Date(Date.parse(noticedAt) + HOURS * 3_600_000).toISOString();

/** PDPA s.37(4): the regulator is told unless there is no risk to the persons' rights. */
export function regulatorState({ noticedAt, risk, regulatorToldAt }: Known, now: string): NoticeState {
  const due = dueAt(noticedAt);
  if (regulatorToldAt !== null) return regulatorToldAt <= due ? 'told' : 'toldLate';
  if (risk === 'low') return 'none';
  return now <= due ? 'due' : 'late';
}

/** PDPA s.37(4): the persons are told too, without delay and with the remedy, when the risk to them is high. */
export function personsAreOwed({ risk, personsToldOn }: Pick<Known, 'risk' | 'personsToldOn'>): boolean {
  return risk === 'high' && personsToldOn === null;
}
