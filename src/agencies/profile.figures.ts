import { IsIn, IsInt, IsNumber, IsOptional, IsPositive, IsString, Max, Min } from 'class-validator';
import { BASES, CONFIDENCES, INDICATORS } from './codes';
import type { Basis, Confidence, IndicatorCode } from './codes';
import { OrNull, Part, Text } from './profile.parts';

export const GOOD_DIRECTIONS = ['fall', 'not_above', 'up', 'at_least'] as const;
export type GoodDirection = (typeof GOOD_DIRECTIONS)[number];

export const TARGET_KINDS = ['reduction', 'at_most', 'at_least', 'promised'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/**
 * `reduction`: percent below the base year · `at_most`, `at_least`: percent of a share
 * · `promised`: the number each agency itself promised (`agency.promise.channels`), `value` unused and 0.
 */
export class Target {
  @IsIn(TARGET_KINDS) readonly kind: TargetKind;
  @IsNumber() @Min(0) @Max(100) readonly value: number;
}

/** An indicator as this province prints it. The way of counting is code, named by `definitionVersion`. */
export class IndicatorProfile {
  @IsIn(INDICATORS) readonly code: IndicatorCode;
  @IsIn([2, 3]) readonly goal: 2 | 3;
  @Text() readonly titleTh: string;
  @Text() readonly titleEn: string;
  @Text() readonly unitTh: string;
  @IsIn(GOOD_DIRECTIONS) readonly good: GoodDirection;
  /** null: no target set. */
  @OrNull() @Part(() => Target) readonly target: Target | null;
  /** Fiscal year BE to compare with; null: none printed, the secretariat types one in. */
  @OrNull() @IsInt() @Min(2500) @Max(2700) readonly baseYear: number | null;
  /** Whose target it is; null exactly when `target` is null. */
  @OrNull() @Text() readonly ownerTh: string | null;
  @OrNull() @Text() readonly ownerEn: string | null;
  @Text() readonly source: string;
  @IsIn(BASES) readonly basis: Basis;
  @IsIn(CONFIDENCES) readonly confidence: Confidence;
  @IsInt() @IsPositive() readonly definitionVersion: number;
}

export const O_TOPICS = ['guideline', 'channels', 'statistics'] as const;
export type OTopic = (typeof O_TOPICS)[number];

/** The number the integrity assessment gives a topic in a year: fiscal year × framework × topic → number. */
export class ONumber {
  @IsInt() @Min(2500) @Max(2700) readonly fiscalYear: number;
  @Text() readonly framework: string;
  @IsIn(O_TOPICS) readonly topic: OTopic;
  @Text() readonly number: string;
  @IsIn(CONFIDENCES) readonly confidence: Confidence;
  @IsOptional() @IsString() readonly source?: string;
}
