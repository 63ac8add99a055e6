import type { Officer } from '../access/officer.entity';
import type { Role } from '../access/roles';
import type { ClockCertificate } from './clock-certificate.entity';

interface Figures extends Pick<ClockCertificate, 'due' | 'fired' | 'passed' | 'latestLateness' | 'failedNotices'> {
  /** Whole days that the oldest unsorted case had waited when the day was certified, never its instant; null: none waits. */
  readonly oldestUnsortedDays: number | null;
}

/** A day of the clockwork as a page tells it. */
export interface CertifiedDay extends Pick<ClockCertificate, 'day' | 'madeAt' | 'deadMinutes'> {
  /** Whatever was due was told, or a higher rung spoke in its stead. */
  readonly isWhole: boolean;
  /** Null for whom a case may be hidden: a count over all cases, twin by twin, tells that there is one (KEYS K11). */
  readonly figures: Figures | null;
}

export interface ClockworkState {
  /** UTC instant; null before the first. */
  readonly lastBeat: string | null;
  /** Newest first. */
  readonly certificates: readonly CertifiedDay[];
  /** Offices that the ladder climbs to and nobody holds; said of the accounts alone, so it tells of no case. */
  readonly vacant: readonly Role[];
}

const CLIMBED_TO: readonly Role[] = ['desk_head', 'executive'];

/** @param people who have an account today. The alternative unit's head is not the desk's. */
export const vacantOffices = (people: readonly Pick<Officer, 'roles' | 'deskUnit'>[]): readonly Role[] =>
  CLIMBED_TO.filter((office) => !people.some(({ roles, deskUnit }) => roles.includes(office) && deskUnit === null));

/** @param seesFigures whoever reads the audit trail sees every case's clocks there anyway. */
export function certified(one: ClockCertificate, seesFigures: boolean): CertifiedDay {
  const { day, madeAt, deadMinutes, due, fired, passed, latestLateness, failedNotices } = one;
  const counted = { due, fired, passed, latestLateness, failedNotices };
  const figures = seesFigures ? { ...counted, oldestUnsortedDays: daysWaited(one) } : null;
  return { day, madeAt, deadMinutes, isWhole: due === fired + passed, figures };
}

const DAY_MS = 86_400_000;

const daysWaited = ({ oldestUnsortedAt, madeAt }: ClockCertificate): number | null =>
  oldestUnsortedAt === null ? null : Math.floor((Date.parse(madeAt) - Date.parse(oldestUnsortedAt)) / DAY_MS);
