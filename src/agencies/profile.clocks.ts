import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsPositive, Min } from 'class-validator';
import { BASES, CLOCKS, STARTS, UNITS } from './codes';
import type { Basis, ClockCode, StartCode, Unit } from './codes';
import { OrNull, Part, Parts, Text } from './profile.parts';

export const LADDER_WHO = ['officer', 'desk_head', 'head_of_office', 'governor_list', 'agency'] as const;
export type LadderWho = (typeof LADDER_WHO)[number];

export const GRANTORS = ['desk_head', 'executive'] as const;
export type Grantor = (typeof GRANTORS)[number];

/** A length of time; `amount` is a whole number of `unit`. */
export class Span {
  @IsIn(UNITS) readonly unit: Unit;
  @IsInt() @Min(0) readonly amount: number;
}

/** Distance of a rung from the due date: 0 on the day itself, negative before it. */
export class Offset {
  @IsIn(UNITS) readonly unit: Unit;
  @IsInt() readonly amount: number;
}

/** One step of the ladder: who is told, when, by which notice. `rung` counts from 1. */
export class Rung {
  @IsInt() @IsPositive() readonly rung: number;
  @Part(() => Offset) readonly after: Offset;
  @IsIn(LADDER_WHO) readonly who: LadderWho;
  @Text() readonly notice: string;
}

export class PauseRule {
  @IsBoolean() readonly allowed: boolean;
  /** Calendar days in all; null: no limit set. */
  @OrNull() @IsInt() @IsPositive() readonly maxDays: number | null;
  /** The clock pauses by itself while a question to the reporter is open. */
  @IsOptional() @IsIn(['waiting_reporter']) readonly auto?: 'waiting_reporter';
}

export class ExtensionRule {
  @IsInt() @IsPositive() readonly times: number;
  /** Longest single extension. */
  @Part(() => Span) readonly cap: Span;
  /** Who grants the first, the second …; as many as `times`. */
  @IsArray() @ArrayMaxSize(5) @IsIn(GRANTORS, { each: true }) readonly grantors: readonly Grantor[];
}

/** An outer limit: `months` from the acknowledgement, or from the end of day `orFromDay` after receipt if there was none. */
export class LatestRule {
  @IsInt() @IsPositive() readonly months: number;
  @IsIn(['acknowledgement']) readonly from: 'acknowledgement';
  @IsInt() @IsPositive() readonly orFromDay: number;
}

/** One clock as data. Source: DOMAIN §4, PROCESS §3. What stops it is the story's, not the profile's. */
export class ClockRule {
  @IsIn(CLOCKS) readonly code: ClockCode;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsIn([...new Set(Object.values(STARTS).flat())]) readonly start: StartCode;
  @IsIn(UNITS) readonly unit: Unit;
  @IsInt() @Min(0) readonly amount: number;
  /** Used instead when a state official is accused. */
  @IsOptional() @Part(() => Span) readonly officialAccused?: Span;
  /** Working days before the due date from which the case counts as near due. */
  @IsInt() @Min(0) readonly nearDue: number;
  @Parts(() => Rung) readonly ladder: readonly Rung[];
  @Part(() => PauseRule) readonly pause: PauseRule;
  @OrNull()
  @Part(() => ExtensionRule)
  readonly extension: ExtensionRule | null;
  @IsOptional() @Part(() => LatestRule) readonly latest?: LatestRule;
  @IsIn(BASES) readonly basis: Basis;
  @Text() readonly source: string;
  @IsBoolean() readonly verified: boolean;
  /** To be raised with every change of what counts: a run keeps the version it began with. */
  @IsInt() @IsPositive() readonly version: number;
}
