import type { ExtensionRule, Grantor, Span } from '../agencies/profile.clocks';
import type { Looker } from '../access/looker';
import { reach } from '../access/matrix';
import type { Role } from '../access/roles';
import type { Run } from './clock-events.rules';

/** Why more time cannot even be asked for. */
export type ExtensionRefusal = 'never' | 'too_often' | 'too_long' | 'waiting';

interface Earlier {
  readonly state: 'asked' | 'granted' | 'refused' | 'undone';
}

/** PROCESS §3 "extension (cap, by)": how often, how long at once, in the clock's own unit. */
export function refusalOf(
  rule: ExtensionRule | null,
  earlier: readonly Earlier[],
  asked: Span,
): ExtensionRefusal | null {
  if (!rule) return 'never';
  if (earlier.some(({ state }) => state === 'asked')) return 'waiting';
  if (granted(earlier) >= rule.times) return 'too_often';
  return asked.unit !== rule.cap.unit || asked.amount > rule.cap.amount ? 'too_long' : null;
}

/** Who decides the next one: as the clock says; what the head asks herself, the executive decides (PROCESS §2). */
export function grantorOf(rule: ExtensionRule, earlier: readonly Earlier[], asker: readonly Role[]): Grantor {
  const byRule = rule.grantors[granted(earlier)] ?? rule.grantors.at(-1) ?? 'executive';
  return byRule === 'desk_head' && asker.includes('desk_head') ? 'executive' : byRule;
}

export const mayDecide = (roles: readonly Role[], grantor: Grantor): boolean => roles.includes(grantor);

const granted = (earlier: readonly Earlier[]): number => earlier.filter(({ state }) => state === 'granted').length;

/** The desk asks for any clock, an agency for its own answer, an investigator for the verification. */
export function mayAskFor(looker: Pick<Looker, 'roles'>, run: Pick<Run, 'clock' | 'referralId'>): boolean {
  const scopes = reach(looker, 'case.extend.ask');
  return (
    scopes.includes('yes') ||
    (scopes.includes('assigned') && run.clock === 'verify') ||
    (scopes.includes('own') && run.referralId !== null)
  );
}
