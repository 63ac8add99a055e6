import type { TypeCode } from '../../agencies/codes';
import type { AccusedKind, CorruptionAlleged, RiskArea } from '../../cases/codes';

/** Whose work it is, or whose official is accused: the place's own authority, or an agency by the end of its code. */
export type OfficeName = 'LOCAL' | 'DISTRICT' | 'STATION' | (string & {});

/**
 * What people complain about, with what they and the officers write. Slots in braces are filled for each case:
 * {place} {road} {soi} {day} {amount} {big} {n} {months} {time} {agency} {shop} {item}.
 */
export interface Topic {
  readonly code: string;
  readonly type: Exclude<TypeCode, 'unsorted'>;
  /** As a letter's subject names it. */
  readonly subject: string;
  /** How often, against the others. */
  readonly weight: number;
  /** Calendar months (1–12) in which it comes more often, and how much. */
  readonly season?: Readonly<Record<number, number>>;
  readonly offices: readonly OfficeName[];
  readonly corruption: CorruptionAlleged;
  readonly accused?: AccusedKind;
  readonly risk?: RiskArea;
  /** The reporter's account. */
  readonly tells: readonly string[];
  readonly wants: readonly string[];
  /** The agency's final answer: what was done, or the facts of an accusation. */
  readonly answers: readonly string[];
  /** What was seen and heard when the facts were checked. */
  readonly seen: readonly string[];
  readonly lesson: string;
}
