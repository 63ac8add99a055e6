import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { CONFIDENCES } from './codes';
import type { Confidence } from './codes';
import { OrNull, Parts, Text } from './profile.parts';

export const HOLIDAY_KINDS = [
  'fixed',
  'lunar',
  'substitution',
  'special_cabinet',
  'royal_ploughing',
  'provincial',
  'labour',
  'disputed',
] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

export class Holiday {
  /** `YYYY-MM-DD`, or null when not announced yet: listed, not loaded. */
  @OrNull() @IsString() readonly date: string | null;
  /** Year CE of a day without a date. */
  @IsOptional() @IsInt() @Min(2000) @Max(2200) readonly year?: number;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsIn(HOLIDAY_KINDS) readonly kind: HolidayKind;
  /** false: listed, but government offices are open (Labour Day, disputed days). */
  @IsBoolean() readonly closed: boolean;
  @IsIn(CONFIDENCES) readonly confidence: Confidence;
  /** Codes of the provinces that keep the day; empty: the whole country. */
  @IsString({ each: true }) readonly provinces: readonly string[];
  @IsOptional() @IsString() readonly source?: string;
}

/** The file of holidays. `version` goes into the explanation of every due date. */
export class HolidayFile {
  @Text() readonly version: string;
  @Text() readonly source: string;
  @Parts(() => Holiday) readonly holidays: readonly Holiday[];
}
