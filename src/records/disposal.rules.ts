/** Why a case cannot be disposed of now. */
export type Obstacle = 'open' | 'merged' | 'notYet' | 'held' | 'undecided';

interface Standing {
  readonly open: boolean;
  readonly status: string;
  /** Of the rule it falls under; null where there is none yet. */
  readonly keeping: { readonly isPast: boolean } | null;
  /** A legal hold stands on it, or on a case merged into it. */
  readonly isHeld: boolean;
  /** Something asked about it is not decided, or a proceeding that belongs to it has not ended. */
  readonly isUndecided: boolean;
}

/**
 * PDPA s.37(3): what is past its time is destroyed; what is needed for a legal claim is not (s.33 with s.24). Asked when
 * it is proposed, and again of the locked case when it is granted.
 */
export function obstacleTo({ open, status, keeping, isHeld, isUndecided }: Standing): Obstacle | null {
  if (open) return 'open';
  if (status === 'merged') return 'merged';
  if (!keeping?.isPast) return 'notYet';
  if (isHeld) return 'held';
  return isUndecided ? 'undecided' : null;
}
