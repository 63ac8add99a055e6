import type { Status } from '../cases/moves.rules';

/** proposed → made → overturned · proposed → refused. Two persons for each of the first two (PROCESS §1). */
export const RULING_STATES = ['proposed', 'made', 'overturned', 'refused'] as const;
export type RulingState = (typeof RULING_STATES)[number];

interface Ruled {
  readonly status: Status;
  readonly reopenedCount: number;
}

/**
 * PROCESS §1: any time after sorting, also after closing. A reopened case was sorted once. A merged one is ruled on in
 * its main case, for a ruling counts once per complaint.
 */
export const mayBeRuled = ({ status, reopenedCount }: Ruled): boolean =>
  status !== 'merged' && (status !== 'received' || reopenedCount > 0);

export const mayBeOverturned = (state: RulingState): boolean => state === 'made';
