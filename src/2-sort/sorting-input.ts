import { Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { RefusalGroundCode } from '../agencies/codes';
import { REFUSAL_GROUNDS } from '../agencies/codes';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { CorruptionAlleged } from '../cases/codes';
import { CORRUPTION_ALLEGED } from '../cases/codes';
import { formBoolean, formList } from '../platform/http/form';
import { NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { ClassifiedFields } from './classified-fields';
import { formNumber } from './form-number';
import type { ChecklistItem, UrgentBecause } from './sorting.rules';
import { CHECKLIST, URGENT_BECAUSE } from './sorting.rules';

const toBeSaid = (input: SortingInput, value: unknown): boolean => input.outcome === 'accept' || value !== undefined;

/** `POST /cases/:number/sorting`. Left out of an ending: as it was. */
export class SortingInput extends ClassifiedFields {
  @IsIn(['accept', 'end'], tell('กรุณาเลือกรับไว้หรือเสนอยุติ', 'Choose to accept or to end.'))
  readonly outcome: 'accept' | 'end';

  @ValidateIf((input: SortingInput, value) => toBeSaid(input, value))
  @MaxLength(40)
  @IsString(tell('กรุณาเลือกประเภทเรื่อง', 'Choose the type.'))
  readonly type?: string;

  @ValidateIf((input: SortingInput, value) => toBeSaid(input, value))
  @IsIn(CORRUPTION_ALLEGED, tell('กรุณาตอบว่ากล่าวหาว่าทุจริตหรือไม่', 'Say whether corruption is alleged.'))
  readonly corruptionAlleged?: CorruptionAlleged;

  /** 1 (light) to 3 (grave). */
  @Transform(formNumber)
  @IsOptional()
  @IsInt(tell('ความร้ายแรงต้องเป็น 1, 2 หรือ 3', 'Severity is 1, 2 or 3.'))
  @Min(1, tell('ความร้ายแรงต้องเป็น 1, 2 หรือ 3', 'Severity is 1, 2 or 3.'))
  @Max(3, tell('ความร้ายแรงต้องเป็น 1, 2 หรือ 3', 'Severity is 1, 2 or 3.'))
  readonly severity?: number;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly urgent?: boolean;

  @Transform(formList)
  @IsOptional()
  @IsArray()
  @IsIn(URGENT_BECAUSE, { each: true })
  readonly urgentBecause?: readonly UrgentBecause[];

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly specificEnough?: boolean;

  /** The number of the case that this one repeats. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly repeatOf?: string;

  /** Code of the agency that has the power this desk lacks. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly competentBody?: string;

  /** Of an anonymous report: what it tells. */
  @Transform(formList)
  @IsOptional()
  @IsArray()
  @IsIn(CHECKLIST, { each: true })
  readonly checklist?: readonly ChecklistItem[];

  @Transform(cleanText)
  @IsString(tell('กรุณาเขียนเหตุผล', 'Write the reasons.'))
  @Length(1, LONGEST_TEXT, tell('กรุณาเขียนเหตุผล (ไม่เกิน 20,000 ตัวอักษร)', 'Write the reasons (up to 20,000 characters).'))
  readonly reasons: string;

  @IsOptional()
  @IsIn(REFUSAL_GROUNDS, tell('กรุณาเลือกเหตุยุติจากรายการ', 'Choose a ground from the list.'))
  readonly ground?: RefusalGroundCode;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @NoSecretCode()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly wordToReporter?: string;
}
