import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { may, reach } from '../access/matrix';
import type { ApprovalKind } from '../cases/approval.entity';
import type { LineData, LineKind } from '../cases/story-line';

/**
 * How much of one case a looker sees (PROCESS §2, rows "worklist" and "allegation, papers").
 *
 * handling: everything but the identity · report: metadata, clocks and story without a text (the step-5 report has its
 * own page) · own: what was referred to her agency and nothing else
 */
export type Sight = 'handling' | 'report' | 'own';

interface Held {
  readonly assignee: string | null;
  readonly investigator: string | null;
}

/** The widest of her reaches that covers this case; the case is known to be within one of them. */
export function sightOf(looker: Looker, file: Held): Sight {
  const scopes = reach(looker, 'case.content');
  if (scopes.includes('unit')) return 'handling';
  const isHers = file.assignee === looker.officerId || file.investigator === looker.officerId;
  if (scopes.includes('assigned') && isHers) return 'handling';
  return scopes.includes('report') ? 'report' : 'own';
}

interface ToldLine {
  readonly kind: LineKind;
  readonly data: LineData;
}

/** An agency's contact is told what happened to its own referrals; nobody else's, and nothing before them. */
export const isTold = (sight: Sight, ownReferrals: readonly string[], { data }: ToldLine): boolean =>
  sight !== 'own' || (typeof data.referralId === 'string' && ownReferrals.includes(data.referralId));

/** Sealed to the agency it came from as well; the desk reads them with step 3. */
const ANSWERS: readonly LineKind[] = ['referralAccepted', 'referralInterim', 'referralFinal', 'referralNotOurs'];

/** Whether the text of a line is opened on the case file. */
export function isTextOpened(sight: Sight, { kind }: ToldLine): boolean {
  if (sight === 'own') return ANSWERS.includes(kind);
  return sight === 'handling' && !kind.startsWith('referral');
}

interface Asked {
  readonly kind: ApprovalKind;
  readonly askedBy: string;
  readonly data: LineData;
}

/** Whether this person may be the second one (PROCESS §2); the act itself asks again. */
export function mayDecide(looker: Looker, { kind, askedBy, data }: Asked): boolean {
  return askedBy !== looker.officerId && isDecider(looker, kind, data.byHead === true);
}

function isDecider(looker: Looker, kind: ApprovalKind, byHead: boolean): boolean {
  switch (kind) {
    case 'end':
    case 'record': {
      const scopes = reach(looker, kind === 'end' ? 'case.end.grant' : 'case.record.grant');
      return scopes.includes('yes') || (scopes.includes('heads') && byHead);
    }
    case 'withdrawal':
      return hasRole(looker, 'desk_head');
    case 'reopening':
      return reach(looker, 'case.reopen').includes('approve');
    case 'disposal': {
      const scopes = reach(looker, 'records.dispose.grant');
      return scopes.includes('yes') || (scopes.includes('heads') && byHead);
    }
    case 'ruling':
    case 'overturning':
      return may(looker, 'case.rule') !== null;
  }
}
