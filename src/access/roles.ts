import { STAFF_ROLES } from '../agencies/codes';

export const ROLES = STAFF_ROLES;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

const DESK: readonly Role[] = ['desk_officer', 'desk_head'];

/** Who must not be the same person (PROCESS §2): the left role with any of the right ones. */
const APART: readonly (readonly [Role, readonly Role[]])[] = [
  ['custodian', [...DESK, 'agency_contact', 'investigator']],
  ['auditor', ROLES.filter((role) => role !== 'auditor')],
  ['administrator', [...DESK, 'investigator', 'custodian']],
];

/** The first two roles that one person may not hold together, or null. */
export function forbiddenPair(roles: readonly Role[]): readonly [Role, Role] | null {
  for (const [one, others] of APART) {
    const other = roles.includes(one) ? roles.find((role) => others.includes(role)) : undefined;
    if (other) return [one, other];
  }
  return null;
}

export const isAtTheDesk = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'desk_officer' || role === 'desk_head');
