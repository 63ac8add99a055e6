import type { Looker } from '../access/looker';

/**
 * Who holds keys together (KEYS K9): the desk, those who verify, the executives, the custodians, the alternative, and
 * each agency for what was referred to it. Codes: `desk`, `investigation`, …, `agency:NWT-LAND`.
 */
export type UnitCode = 'desk' | 'investigation' | 'executive' | 'alternative' | 'custodian' | `agency:${string}`;

const OF_THE_PROVINCE: readonly string[] = ['desk', 'investigation', 'executive', 'alternative', 'custodian'];

export const isUnit = (text: string): text is UnitCode =>
  OF_THE_PROVINCE.includes(text) || /^agency:[A-Z]{3}-[A-Z0-9_]{2,24}$/.test(text);

/** The units that handle a case: what concerns the desk's own people is the alternative unit's alone (KEYS K11). */
export const handlersOf = ({ handledBy }: { readonly handledBy?: 'alternative' | null }): readonly UnitCode[] =>
  handledBy === 'alternative' ? ['alternative'] : ['desk', 'investigation'];

/** Every unit that may handle a case, and so has an index of its own to search in (KEYS K10). */
export const HANDLERS: readonly UnitCode[] = ['desk', 'investigation', 'alternative'];

/** A province takes complaints once each of these has two members (KEYS K9). */
export const CORE: readonly UnitCode[] = ['desk', 'alternative', 'custodian'];
export const ENOUGH_MEMBERS = 2;

type Holder = Pick<Looker, 'roles' | 'agencyCode' | 'deskUnit'>;

/** The units an officer belongs to by his roles. The routes decide what he may ask for, this only which keys are his. */
export function unitsOf({ roles, agencyCode, deskUnit }: Holder): readonly UnitCode[] {
  const units = new Set<UnitCode>();
  for (const role of roles) {
    if (role === 'desk_officer' || role === 'desk_head') units.add(deskUnit ?? 'desk');
    if (role === 'investigator') units.add('investigation');
    if (role === 'executive') units.add('executive');
    if (role === 'custodian') units.add('custodian');
    if (role === 'agency_contact' && agencyCode) units.add(`agency:${agencyCode}`);
  }
  return [...units];
}

/** A unit as a reader of compartments. */
export const readerNameOf = (unit: UnitCode): string => `unit:${unit}`;

/** One key of one reader: what a grant is sealed to. */
export const readerKey = (reader: string, epoch: number): string => `${reader}#${epoch}`;
