import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { cleanText } from '../platform/http/validation';
import { tell } from '../platform/http/validation';
import { ROLES } from './roles';

/** Of whatever a person types into one line. */
export const LONGEST_TYPED = 400;
const TYPED = LONGEST_TYPED;
/** An envelope of ours. */
const SEALED = 2000;

/* The rule nearest to the field is asked first. */

export class SignInBody {
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกชื่อผู้ใช้', 'Enter the username.')) readonly username: string;
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกรหัสผ่าน', 'Enter the passphrase.')) readonly password: string;
  /** Six digits or a recovery code; not asked for until a second factor is enrolled. */
  @IsOptional() @MaxLength(TYPED) @IsString() readonly otp?: string;
}

export class ConfirmationBody {
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกรหัสผ่าน', 'Enter the passphrase.')) readonly password: string;
  @IsOptional() @MaxLength(TYPED) @IsString() readonly otp?: string;
}

export class OwnPassphraseBody {
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกรหัสผ่าน', 'Enter the passphrase.')) readonly current: string;
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกรหัสผ่าน', 'Enter the passphrase.')) readonly password: string;
}

/** Empty or null: none any more. */
export class OwnAddressBody {
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly email?: string | null;
}

export class EnrolmentBody {
  /** As the offer gave it. */
  @MaxLength(SEALED) @IsString() readonly offer: string;
  @MaxLength(TYPED) @IsString(tell('กรุณากรอกรหัสหกหลัก', 'Enter the six digits.')) readonly code: string;
}

export class NewOfficerBody {
  @MaxLength(TYPED) @IsString() readonly username: string;
  @Transform(cleanText) @MaxLength(TYPED) @IsString() readonly name: string;
  @IsString({ each: true }) @ArrayMaxSize(ROLES.length) @IsArray() readonly roles: readonly string[];
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly agencyCode?: string | null;
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly deskUnit?: string | null;
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly email?: string | null;
  /** Left out: one is issued and stands in the answer, once. */
  @IsOptional() @MaxLength(TYPED) @IsString() readonly password?: string;
}

/** What is left out stays. */
export class OfficerChangeBody {
  @IsOptional() @Transform(cleanText) @MaxLength(TYPED) @IsString() readonly name?: string;
  @IsOptional() @IsString({ each: true }) @ArrayMaxSize(ROLES.length) @IsArray() readonly roles?: readonly string[];
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly agencyCode?: string | null;
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly deskUnit?: string | null;
  @ValidateIf(isGiven) @MaxLength(TYPED) @IsString() readonly email?: string | null;
  @IsOptional() @IsBoolean() readonly active?: boolean;
  /** `issue`: a new passphrase stands in the answer, once. */
  @IsOptional() @IsIn(['issue']) readonly passphrase?: 'issue';
}

function isGiven(_body: object, value: unknown): boolean {
  return value !== undefined && value !== null;
}
