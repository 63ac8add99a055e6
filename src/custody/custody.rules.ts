/** Why somebody who handles a case may ask to know who spoke; the reporter is told which. */
export const ASKED_REASONS = ['reach_reporter', 'protect_reporter', 'hear_witness', 'criminal_case'] as const;
export type AskedReason = (typeof ASKED_REASONS)[number];

/** `required_by_law`: a court or a law orders disclosure, which has a path and a paper of its own. */
export type OpeningReason = AskedReason | 'required_by_law';

/** For how long a grant may be asked, hours: an afternoon, a day, three days. */
export const OPENING_HOURS = [4, 24, 72] as const;
export type OpeningHours = (typeof OPENING_HOURS)[number];

/** UTC instant at which a grant ends. */
export const endOf = (from: string, hours: number): string =>
  new Date(Date.parse(from) + hours * 3_600_000).toISOString();

interface Standing {
  readonly state: 'asked' | 'granted' | 'denied';
  readonly untilAt: string | null;
}

/** A request as it stands now: a grant ends by itself. */
export const standingOf = ({ state, untilAt }: Standing, now: string): 'asked' | 'granted' | 'denied' | 'over' =>
  state === 'granted' && untilAt !== null && untilAt <= now ? 'over' : state;
