import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { Purpose, SignedAs } from '../cases/codes';
import { PURPOSES, SIGNED_AS } from '../cases/codes';
import { formBoolean, formList } from '../platform/http/form';
import { REFERENCE_NO, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { parseDay } from '../platform/thai/dates';
import type { Asked, RecipientKind } from './recipients.rules';
import { RECIPIENT_KINDS } from './recipients.rules';

const MOST = 20;

/** One who is asked. */
export class RecipientInput {
  /** An agency's code, or `self`. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly agencyCode?: string;

  @IsOptional()
  @IsIn(RECIPIENT_KINDS)
  readonly kind?: RecipientKind;

  @IsOptional()
  @IsIn(PURPOSES)
  readonly purpose?: Purpose;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly lead?: boolean;

  /** Of a section or a person; sealed with what is sent. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly name?: string;
}

/** A code alone stands for a recipient. */
const recipients = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value)
    ? value.map((one: unknown) =>
        typeof one === 'string' ? plainToInstance(RecipientInput, { agencyCode: one }) : one,
      )
    : value;

const day = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? (parseDay(value) ?? '') : value);

/** Ticked boxes are text. */
const numbers = (params: { value: unknown }): unknown => {
  const list = formList(params);
  return Array.isArray(list)
    ? list.map((one: unknown) => (typeof one === 'string' && /^\d{1,6}$/.test(one) ? Number(one) : one))
    : list;
};

/** `POST /cases/:number/referrals`: `to`, or in short one agency or several with the same words for all. */
export class ReferralsInput extends RecipientInput {
  @Transform(recipients)
  @Type(() => RecipientInput)
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty(tell('กรุณาเลือกผู้รับเรื่อง', 'Choose who is asked.'))
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  readonly to?: readonly RecipientInput[];

  @Transform(formList)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  readonly agencyCodes?: readonly string[];

  /** What is sent and what is asked; sealed for each recipient. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT, tell('กรุณาเขียนข้อความไม่เกิน 20,000 ตัวอักษร', 'Write up to 20,000 characters.'))
  readonly message?: string;

  /** The reporter's account goes along, never who told it. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly includeAllegation?: boolean;

  /** Numbers of exhibits whose cleaned copies go along. */
  @Transform(numbers)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsInt({ each: true })
  @Min(1, { each: true })
  readonly exhibits?: readonly number[];

  /** Each agency that may be given one gets a code to open this with (KEYS K6). */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly withCode?: boolean;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Matches(REFERENCE_NO, tell('กรุณากรอกเลขที่หนังสือ เช่น นธ 0017.1/123', 'A letter number such as 0017.1/123.'))
  readonly letterNo?: string;

  @Transform(emptyIsAbsent)
  @Transform(day)
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, tell('กรุณากรอกวันที่ที่มีอยู่จริง เช่น ๓ ธ.ค. ๖๗', 'Enter a day, like 2024-12-03.'))
  readonly letterDate?: string;

  @IsOptional()
  @IsIn(SIGNED_AS)
  readonly signedAs?: SignedAs;

  /** Name and post of who signed; sealed with what is sent. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly signatory?: string;

  /** The superior's order to refer; sealed in the desk's work. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly order?: string;

  /** Needed to send a case back from verification. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}

/** Either form, as a list with the place of each in the input. */
export function askedOf(input: ReferralsInput): readonly Asked[] {
  if (input.to) return input.to.map((one, at) => ({ ...one, field: `to.${at}.agencyCode` }));
  const { kind, purpose, lead, name, agencyCode, agencyCodes } = input;
  if (!agencyCodes) return [{ kind, purpose, lead, name, agencyCode, field: 'agencyCode' }];
  const codes = agencyCode === undefined ? agencyCodes : [agencyCode, ...agencyCodes];
  return codes.map((code, at) => ({
    kind,
    purpose,
    name,
    lead: lead && at === 0,
    agencyCode: code,
    field: `agencyCodes.${at}`,
  }));
}
