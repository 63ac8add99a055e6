import { addDays } from '../platform/thai/dates';

/** Who may order a disclosure. `other_by_law`: any other office that a law names. */
export const AUTHORITIES = ['court', 'police', 'prosecutor', 'nacc', 'pacc', 'other_by_law'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/**
 * The longest the notice to the reporter may be put off, calendar days. She is told before disclosure unless that would
 * jeopardise the investigation (benchmark: Directive (EU) 2019/1937, art. 16(3)); the number is ours, unverified.
 */
export const LONGEST_DEFERRAL = 180;

/** Whether a notice may first be told on this local day: tomorrow at the earliest, 180 days from today at the latest. */
export const mayTellFrom = (day: string, today: string): boolean =>
  day > today && day <= addDays(today, LONGEST_DEFERRAL);
