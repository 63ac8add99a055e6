import { IsBoolean, IsIn, IsInt, IsPositive } from 'class-validator';
import { BASES, LIMIT_STAGES } from './codes';
import type { Basis, LimitStage } from './codes';
import { Offset, Span } from './profile.clocks';
import { OrNull, Part, Parts, Text } from './profile.parts';

/** What is said, by code; the words are the program's. */
export const LIMIT_NOTICES = ['legal_limit_near', 'legal_limit_past'] as const;

/** One step of the ladder, told to the desk's own house alone: the system writes to no body about its limit. */
export class LimitRungRule {
  @IsInt() @IsPositive() readonly rung: number;
  @Part(() => Offset) readonly after: Offset;
  @IsIn(['desk_head', 'head_of_office']) readonly who: 'desk_head' | 'head_of_office';
  @IsIn(LIMIT_NOTICES) readonly notice: (typeof LIMIT_NOTICES)[number];
}

/** How often a body may extend its legal limit, and by how much at most; null: no bound is known. */
export class LegalExtensionRule {
  @OrNull() @IsInt() @IsPositive() readonly times: number | null;
  /** Longest single extension. */
  @OrNull()
  @Part(() => Span)
  readonly cap: Span | null;
}

/**
 * What the law gives a body for one stage of its proceeding (DOMAIN §4 "legal limits"). A default for whoever types the
 * body's letter, and what her entry is held against; the letter is the fact.
 */
export class LegalLimitRule {
  @IsIn(LIMIT_STAGES) readonly code: LimitStage;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  /** Null: only the letter can say. */
  @OrNull()
  @Part(() => Span)
  readonly span: Span | null;
  @Part(() => LegalExtensionRule) readonly extension: LegalExtensionRule;
  @Parts(() => LimitRungRule) readonly ladder: readonly LimitRungRule[];
  @IsIn(BASES) readonly basis: Basis;
  @Text() readonly sourceTh: string;
  @Text() readonly source: string;
  /** false: believed; nobody has compared it with the text of the law. */
  @IsBoolean() readonly verified: boolean;
  @IsInt() @IsPositive() readonly version: number;
}
