import type { Compartment, GrantPart } from './vault.entities';
import type { UnitMember } from './unit.entities';

/** AAD and box contexts, exactly version|province|case|compartment|epoch|item|field (KEYS K3). */
const bindingOf = (c: Compartment): string => `v1|${c.province}|${c.caseId}|${c.kind}:${c.part}:${c.id}|${c.epoch}`;

export const itemContext = (c: Compartment, item: string, field: string): string => `${bindingOf(c)}|${item}|${field}`;

export const grantContext = (c: Compartment, reader: string, part: GrantPart): string =>
  `${bindingOf(c)}|${reader}|${part}`;

/** Whose public key it is, for the directory's MAC (KEYS K4). */
export const ownerOf = (c: Pick<Compartment, 'province' | 'caseId' | 'kind' | 'part' | 'id'>): string =>
  `compartment|${c.province}|${c.caseId}|${c.kind}:${c.part}|${c.id}`;

export const unitOwner = (province: string, unit: string): string => `unit|${province}|${unit}`;

/** The private half that the server holds in trial mode. */
export const trialContext = (province: string, unit: string, epoch: number): string =>
  `v1|${unitOwner(province, unit)}|${epoch}|private`;

/** The private half that a member holds. */
export const memberContext = (m: Pick<UnitMember, 'province' | 'unit' | 'epoch' | 'officerId' | 'keyEpoch'>): string =>
  `v1|${unitOwner(m.province, m.unit)}|${m.epoch}|member|${m.officerId}|${m.keyEpoch}`;

/** Of a block of a unit's search index, or of that index's key. */
export const indexContext = (province: string, unit: string, epoch: number, what: string): string =>
  `v1|index|${province}|${unit}|${epoch}|${what}`;

export const indexOwner = (province: string, unit: string, epoch: number): string =>
  `index|${province}|${unit}|${epoch}`;
