import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { reach } from '../access/matrix';
import type { LineData } from '../cases/story-line';

/** Noted with every request, for the matrix lets the executive grant only what the desk head asked. */
export const askedAs = (looker: Pick<Looker, 'roles'>): { readonly byHead: boolean } => ({
  byHead: hasRole(looker, 'desk_head'),
});

/** PROCESS §2: the head grants her officers' closings, the executive the head's. */
export function mayGrantRecord(looker: Pick<Looker, 'roles'>, data: LineData): boolean {
  const scopes = reach(looker, 'case.record.grant');
  return scopes.includes('yes') || (scopes.includes('heads') && data.byHead === true);
}

/** PROCESS §2: an officer proposes to reopen, a head approves; what a head asks another head approves. */
export const mayGrantReopening = (looker: Pick<Looker, 'roles'>): boolean =>
  reach(looker, 'case.reopen').includes('approve');

/** PROCESS §1: the desk head agrees to the withdrawal of an accusation. */
export const mayGrantWithdrawal = (looker: Pick<Looker, 'roles'>): boolean => hasRole(looker, 'desk_head');
