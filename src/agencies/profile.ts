import {
  ArrayNotEmpty,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { BASES, CHANNELS, REFUSAL_GROUNDS, RETENTION_CLASSES, STAFF_ROLES } from './codes';
import type { Basis, ChannelCode, RefusalGroundCode, RetentionClass, StaffRole, TypeCode } from './codes';
import { ClockRule } from './profile.clocks';
import { IndicatorProfile, ONumber } from './profile.figures';
import { LegalLimitRule } from './profile.limits';
import { Part, Parts, Text } from './profile.parts';

export const AGENCY_KINDS = [
  'desk',
  'provincial',
  'central',
  'independent',
  'district',
  'police',
  'local',
  'court',
  'state_enterprise',
  'education',
  'military',
  'other_province',
  'company',
  'civil',
  'collective',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** What an agency promised in public. `channels` counts them as its own list does. */
export class AgencyPromise {
  @IsInt() @IsPositive() readonly channels: number;
  /** How many of them are publicity only (a notice board), no true way in. */
  @IsInt() @Min(0) readonly publicityOnly: number;
  @IsArray() @IsIn(CHANNELS, { each: true }) readonly open: readonly ChannelCode[];
  @Text() readonly source: string;
}

export class Agency {
  /** Province code, dash, stable office code: `NWT-LAND`. */
  @Matches(/^[A-Z]{3}-[A-Z0-9_]{2,24}$/) readonly code: string;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsOptional() @Text() readonly abbrTh?: string;
  @IsIn(AGENCY_KINDS) readonly kind: AgencyKind;
  /** Ways the name is written elsewhere, misprints included; no alias may point to two agencies. */
  @IsArray() @IsString({ each: true }) readonly aliases: readonly string[];
  /** false: by common knowledge, not seen in a document of the province. */
  @IsBoolean() readonly verified: boolean;
  @IsOptional() @IsString() readonly source?: string;
  /** Code of the district it serves (district offices, stations, local authorities). */
  @IsOptional() @IsString() readonly district?: string;
  /** The complaint desk itself; exactly one. */
  @IsOptional() @IsBoolean() readonly isDesk?: boolean;
  /** Stands for many offices ("all agencies"): old registers name it, a new referral never does. */
  @IsOptional() @IsBoolean() readonly isCollective?: boolean;
  @IsOptional() @Part(() => AgencyPromise) readonly promise?: AgencyPromise;
}

export class District {
  /** National four-digit code, or `outside` / `unknown`. */
  @Matches(/^(\d{4}|outside|unknown)$/) readonly code: string;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsArray() @IsString({ each: true }) readonly aliases: readonly string[];
}

export const CHANNEL_KINDS = ['person', 'paper', 'voice', 'online', 'body'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export class Channel {
  @IsIn(CHANNELS) readonly code: ChannelCode;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsOptional() @IsString() readonly nameMs?: string;
  @IsIn(CHANNEL_KINDS) readonly kind: ChannelKind;
  /** Channels of one group count as one where the office's own list counts them so. */
  @Text() readonly group: string;
  @IsBoolean() readonly open: boolean;
  @IsBoolean() readonly publicityOnly: boolean;
  @IsOptional() @IsString() readonly address?: string;
}

export class ComplaintType {
  @Matches(/^(general|service|misconduct|corruption|procurement|personnel|ethics|unsorted|local_[a-z_]{2,30})$/)
  readonly code: TypeCode;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsOptional() @IsString() readonly nameMs?: string;
  /** The reporter's words; absent: not offered on the public form. */
  @IsOptional() @IsString() readonly publicTh?: string;
  @IsOptional() @IsString() readonly publicEn?: string;
  @IsOptional() @IsString() readonly publicMs?: string;
  /** An accusation is never explained away and never withdrawn without the desk head. */
  @IsBoolean() readonly accusation: boolean;
}

/** A ground for ending at step 2. Cabinet resolution 22 Dec 1998: no ground mentions that the reporter is anonymous. */
export class RefusalGround {
  @IsIn(REFUSAL_GROUNDS) readonly code: RefusalGroundCode;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  @IsIn(BASES) readonly basis: Basis;
}

export class ReviewRule {
  @IsInt() @IsPositive() readonly days: number;
  @IsIn(BASES) readonly basis: Basis;
  @Text() readonly source: string;
  @IsBoolean() readonly verified: boolean;
}

/**
 * Who else may not see a case that names somebody of this role: those of her own office (the centre, its alternative
 * unit, or one agency) who hold one of the roles in `with`, above her or below (DOMAIN §5).
 */
export class ChainRule {
  @IsIn(STAFF_ROLES) readonly named: StaffRole;
  @ArrayNotEmpty() @IsIn(STAFF_ROLES, { each: true }) readonly with: readonly StaffRole[];
  @IsIn(BASES) readonly basis: Basis;
  @Text() readonly source: string;
  @IsBoolean() readonly verified: boolean;
}

/** How long a closed case of one class is kept (PDPA s.37(3); the office's own schedule). */
export class RetentionRule {
  @IsIn(RETENTION_CLASSES) readonly code: RetentionClass;
  /** Full years from the day the case was closed. */
  @IsInt() @Min(1) @Max(100) readonly years: number;
  @IsIn(BASES) readonly basis: Basis;
  @Text() readonly sourceTh: string;
  @Text() readonly source: string;
  /** false: believed; nobody has compared it with the schedule of the office. */
  @IsBoolean() readonly verified: boolean;
}

/** Bangkok wall-clock times, `HH:MM`. */
export class OfficeHours {
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly from: string;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly to: string;
}

/** Everything that makes one province different from another. */
export class Profile {
  @Matches(/^[A-Z]{3}$/) readonly code: string;
  @Matches(/^\d{2}$/) readonly nationalCode: string;
  @Text() readonly nameTh: string;
  @Text() readonly nameEn: string;
  /** Names of other provinces printed for this one by mistake. */
  @IsArray() @IsString({ each: true }) readonly misprints: readonly string[];
  /** Stands before the case number on paper, and after office names: `นธ`. */
  @Matches(/^[ก-ฮ]{2,3}$/) readonly numberPrefix: string;
  @Equals('Asia/Bangkok') readonly timezone: 'Asia/Bangkok';
  @ArrayNotEmpty()
  @Parts(() => OfficeHours)
  readonly officeHours: readonly OfficeHours[];
  /** Days without office, 0 = Sunday … 6 = Saturday. */
  @ArrayNotEmpty()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(6, { each: true })
  readonly weekend: readonly number[];
  /** File of holidays beside this one. */
  @Matches(/^[a-z0-9-]+\.json$/) readonly holidays: string;
  @Parts(() => Agency) readonly agencies: readonly Agency[];
  @Parts(() => District) readonly districts: readonly District[];
  @Parts(() => Channel) readonly channels: readonly Channel[];
  @Parts(() => ComplaintType) readonly types: readonly ComplaintType[];
  @Parts(() => ClockRule) readonly clocks: readonly ClockRule[];
  @Parts(() => LegalLimitRule) readonly legalLimits: readonly LegalLimitRule[];
  @Parts(() => IndicatorProfile)
  readonly indicators: readonly IndicatorProfile[];
  @Parts(() => ONumber) readonly onumbers: readonly ONumber[];
  @Parts(() => RefusalGround)
  readonly refusalGrounds: readonly RefusalGround[];
  @Part(() => ReviewRule) readonly review: ReviewRule;
  /** Left out: nobody but those who are named. */
  @IsOptional() @Parts(() => ChainRule) readonly chains?: readonly ChainRule[];
  @Parts(() => RetentionRule) readonly retention: readonly RetentionRule[];
  /** Calendar days after closing on which a reporter at risk is asked whether she is safe; left out: 30, 90, 180. */
  @IsOptional()
  @ArrayNotEmpty()
  @IsInt({ each: true })
  @IsPositive({ each: true })
  readonly safetyDays?: readonly number[];
  /** Kinds of notices that are posted at any hour; left out: none, everything waits for office hours. */
  @IsOptional()
  @IsArray()
  @Matches(/^[a-z][a-z0-9_]{1,39}$/, { each: true })
  readonly urgentNotices?: readonly string[];
}
