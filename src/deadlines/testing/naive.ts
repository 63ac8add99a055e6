import type { Unit } from '../../agencies/codes';

/** A second, slow way to a due date, for the tests alone: it walks minute by minute and shares no line with the rules. */
export interface NaiveQuestion {
  /** Minutes since 1970, Bangkok time. */
  readonly start: number;
  readonly spans: readonly { readonly unit: Unit; readonly amount: number }[];
  /** From, until: minutes since 1970, Bangkok time. */
  readonly pauses: readonly (readonly [number, number])[];
  /** Days since 1970. */
  readonly closed: ReadonlySet<number>;
  readonly weekend: ReadonlySet<number>;
  /** Minutes of the day. */
  readonly office: readonly (readonly [number, number])[];
}

const DAY = 1440;

export function naiveDue(question: NaiveQuestion): number {
  return question.spans.reduce((from, span) => walk(question, from, span.unit, span.amount), question.start);
}

function walk(q: NaiveQuestion, from: number, unit: Unit, amount: number): number {
  const closing = q.office.at(-1)![1];
  const isDays = unit !== 'h' && unit !== 'wh';
  const officeOnly = unit === 'w' || unit === 'wh';
  let minute = isDays ? Math.floor(from / DAY) * DAY + closing : from;
  let left = minutesOf(q, Math.floor(from / DAY), unit, amount);
  while (left > 0) {
    if (!isPaused(q, minute) && (!officeOnly || isOffice(q, minute))) left--;
    minute++;
  }
  while (isDays && !(minute % DAY === closing && isOpen(q, minute) && !isPaused(q, minute - 1))) minute++;
  return minute;
}

function minutesOf(q: NaiveQuestion, day: number, unit: Unit, amount: number): number {
  if (unit === 'h' || unit === 'wh') return amount * 60;
  if (unit === 'c') return amount * DAY;
  if (unit === 'w') return amount * q.office.reduce((sum, [opens, closes]) => sum + closes - opens, 0);
  return (sameDate(day, unit === 'm' ? amount : amount * 12) - day) * DAY;
}

/** Walks whole months from the first of the month, then down from the wished date until the month has it. */
function sameDate(day: number, months: number): number {
  const date = new Date(day * DAY * 60_000);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  for (let wished = date.getUTCDate(); ; wished--) {
    const tried = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), wished));
    if (tried.getUTCMonth() === target.getUTCMonth()) return tried.getTime() / 60_000 / DAY;
  }
}

const isPaused = (q: NaiveQuestion, minute: number): boolean =>
  q.pauses.some(([from, until]) => minute >= from && minute < until);

const isOpen = (q: NaiveQuestion, minute: number): boolean => {
  const day = Math.floor(minute / DAY);
  return !q.closed.has(day) && !q.weekend.has((day + 4) % 7);
};

const isOffice = (q: NaiveQuestion, minute: number): boolean =>
  isOpen(q, minute) && q.office.some(([opens, closes]) => minute % DAY >= opens && minute % DAY < closes);
