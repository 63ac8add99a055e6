import type { Looker } from './looker';
import type { Role } from './roles';

/**
 * How far an act reaches, strongest first where one includes the other.
 *
 * all · unit (the desk's cases) · own (own agency's referrals, pack, figures; of the desk: referrals to the desk itself) ·
 * assigned (cases given to this person) · clocks_reports (how late, and step-5 reports; no allegation) · report (the
 * step-5 report alone) · no_crossings (all figures, small crossings hidden) · public (what anyone may see) ·
 * yes · approve (the second person) · heads (only what the desk head asked, or what the clock gives to the executive) ·
 * ordered (when the head ordered it) · propose (a second person decides)
 */
export const SCOPES = [
  'all',
  'unit',
  'own',
  'assigned',
  'clocks_reports',
  'report',
  'no_crossings',
  'public',
  'yes',
  'approve',
  'heads',
  'ordered',
  'propose',
] as const;
export type Scope = (typeof SCOPES)[number];

type Row = Readonly<Partial<Record<Role, Scope>>>;

const DESK = { desk_officer: 'yes', desk_head: 'yes' } as const satisfies Row;
const GRANT = { desk_head: 'yes', executive: 'heads' } as const satisfies Row;

/** Who may (PROCESS §2): every act × role. A role that is not named may not. */
export const MATRIX = {
  'case.list': {
    desk_officer: 'unit',
    desk_head: 'all',
    agency_contact: 'own',
    investigator: 'assigned',
    executive: 'clocks_reports',
  },
  'case.read': {
    desk_officer: 'unit',
    desk_head: 'all',
    agency_contact: 'own',
    investigator: 'assigned',
    executive: 'clocks_reports',
  },
  'case.content': {
    desk_officer: 'unit',
    desk_head: 'unit',
    agency_contact: 'own',
    investigator: 'assigned',
    executive: 'report',
  },
  'case.enter': DESK,
  'case.acknowledge': DESK,
  'case.sort': DESK,
  'case.refer': DESK,
  'case.word': { ...DESK, investigator: 'assigned' },
  'case.report': DESK,
  'case.comment': { desk_officer: 'unit', desk_head: 'unit', investigator: 'assigned' },
  'case.exhibit': { desk_officer: 'unit', desk_head: 'unit', investigator: 'assigned' },
  'case.pause': DESK,
  'case.end.propose': DESK,
  'case.end.grant': GRANT,
  'case.record.propose': DESK,
  'case.record.grant': GRANT,
  'case.extend.ask': { ...DESK, agency_contact: 'own', investigator: 'assigned' },
  'case.extend.grant': GRANT,
  'case.assign': { desk_head: 'yes' },
  'referral.answer': { desk_officer: 'own', desk_head: 'own', agency_contact: 'own' },
  'case.verify': { desk_officer: 'ordered', investigator: 'yes' },
  'case.verify.order': { desk_head: 'yes' },
  'case.sendBack': { desk_officer: 'ordered', desk_head: 'yes', investigator: 'yes' },
  'case.rule': DESK,
  'case.merge': DESK,
  'case.withdraw': DESK,
  'case.classify': DESK,
  'case.order': { executive: 'yes' },
  'case.reopen': { desk_officer: 'propose', desk_head: 'approve' },
  'identity.ask': { ...DESK, investigator: 'assigned' },
  'identity.grant': { custodian: 'yes' },
  'statistics.full': {
    desk_officer: 'all',
    desk_head: 'all',
    executive: 'all',
    committee: 'no_crossings',
    plan_officer: 'no_crossings',
  },
  'statistics.own': { agency_contact: 'own' },
  'indicators.see': {
    desk_officer: 'yes',
    desk_head: 'yes',
    executive: 'yes',
    committee: 'yes',
    plan_officer: 'yes',
  },
  'indicators.own': { agency_contact: 'own' },
  'indicators.sign': { committee: 'yes' },
  'indicators.type': { plan_officer: 'yes' },
  'audit.read': { auditor: 'all' },
  'people.manage': { administrator: 'yes' },
  'province.manage': { administrator: 'yes' },
  'calendar.approve': { desk_head: 'yes' },
  'import.register': { desk_head: 'yes' },
  'records.keep': { desk_head: 'all' },
  'records.hold': { desk_head: 'yes' },
  'records.dispose.propose': DESK,
  'records.dispose.grant': GRANT,
  'breaches.keep': { desk_head: 'yes', executive: 'yes' },
  'breaches.read': { desk_head: 'yes', executive: 'yes', auditor: 'yes' },
  'notices.resend': { desk_head: 'all' },
} as const satisfies Readonly<Record<string, Row>>;

export type Act = keyof typeof MATRIX;

export const ACTS = Object.keys(MATRIX) as readonly Act[];

export const isAct = (name: string): name is Act => Object.hasOwn(MATRIX, name);

/** What one role may, or null. */
export const scopeOf = (role: Role, act: Act): Scope | null => (MATRIX[act] as Row)[role] ?? null;

/** Every reach this person has for an act, strongest first: someone with two roles sees the cases of both. */
export function reach(looker: Pick<Looker, 'roles'>, act: Act): readonly Scope[] {
  const granted = new Set(looker.roles.map((role) => scopeOf(role, act)));
  return SCOPES.filter((scope) => granted.has(scope));
}

/** The strongest reach of any of the roles, or null: this person may not. */
export const may = (looker: Pick<Looker, 'roles'>, act: Act): Scope | null => reach(looker, act)[0] ?? null;
