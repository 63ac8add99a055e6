import type { ChannelCode } from '../agencies/codes';
import { addDays, bangkokDay, instantAt } from '../platform/thai/dates';
import type { OfficeTime } from './office-time';
import type { Random } from './random';

/** How and when a complaint comes; the public's own form is entered by nobody. */
export interface Arrival {
  readonly channel: ChannelCode;
  readonly receivedAt: string;
  readonly enteredAt: string | null;
}

export const DAYS = 365;
/** From the first day of the made-up year to the last, more and more people dare to tell. */
const GROWTH = 0.55;

const CHANNELS: readonly (readonly [ChannelCode, number])[] = [
  ['website', 30],
  ['walk_in', 17],
  ['telephone', 15],
  ['social', 9],
  ['letter', 8],
  ['hotline', 6],
  ['referred', 5],
  ['box', 4],
  ['email', 3],
  ['mobile_unit', 2],
  ['information_centre', 1],
];
/** Channels that ask for no office to be open. */
const AT_ANY_HOUR: readonly ChannelCode[] = ['website', 'social', 'email', 'hotline'];

/** Days after receipt until the desk has typed it in; hardly ever more. */
const TYPED_AFTER: Readonly<Partial<Record<ChannelCode, readonly (readonly [number, number])[]>>> = {
  letter: [[0, 5], [1, 4], [6, 1]],
  referred: [[0, 6], [1, 3], [5, 1]],
  mobile_unit: [[1, 6], [2, 2]],
}; // prettier-ignore

interface Day {
  readonly day: string;
  readonly month: number;
  /** How much comes on it in any season: more and more, and little when offices are closed. */
  readonly weight: number;
}

export function daysOfTheYear(time: OfficeTime): readonly Day[] {
  const last = addDays(bangkokDay(time.end), -1);
  return Array.from({ length: DAYS }, (_, ago) => {
    const day = addDays(last, -ago);
    const grown = 1 + GROWTH * (1 - ago / DAYS);
    return { day, month: Number(day.slice(5, 7)), weight: grown * (time.calendar.isWorkingDay(day) ? 1 : 0.3) };
  });
}

/** @param season how much more often it comes in a calendar month; 1 where nothing is said. */
export const drawDay = (
  days: readonly Day[],
  season: Readonly<Record<number, number>> | undefined,
  random: Random,
): string => random.weighted(days.map(({ day, month, weight }) => [day, weight * (season?.[month] ?? 1)] as const));

/** How it comes on about this day; a box is emptied and a letter opened when the office is open. */
export function arrivalOn(day: string, time: OfficeTime, random: Random, only?: ChannelCode): Arrival {
  const channel = only ?? random.weighted(CHANNELS);
  const atAnyHour = AT_ANY_HOUR.includes(channel);
  const receivedAt = atAnyHour ? anyHour(day, random) : time.onOrAfter(day, random);
  if (channel === 'website') return { channel, receivedAt, enteredAt: null };
  const later = random.weighted(TYPED_AFTER[channel] ?? [[0, 1]]);
  return { channel, receivedAt, enteredAt: time.after(receivedAt, later, random) };
}

/** People write in the evening. */
function anyHour(day: string, random: Random): string {
  const hour = random.weighted([[8, 2], [10, 3], [12, 3], [15, 2], [18, 4], [20, 6], [22, 3]]); // prettier-ignore
  return new Date(
    Date.parse(instantAt(day, `${String(hour).padStart(2, '0')}:00`)) + random.whole(0, 6_600_000),
  ).toISOString();
}
