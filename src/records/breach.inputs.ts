import { Transform } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { formList } from '../platform/http/form';
import { NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { toArabic } from '../platform/thai/digits';
import type { BreachKind, BreachRisk } from './breach.entity';
import { BREACH_KINDS, BREACH_RISKS } from './breach.entity';

const SAY_DAY = tell('กรุณากรอกวันที่', 'Enter the day.');
const SAY_TIME = tell('กรุณากรอกเวลา เช่น ๑๔.๓๐', 'Enter the time, such as 14:30.');
const SAY_NUMBER = tell('กรุณากรอกจำนวนคนเป็นตัวเลข', 'Enter the number of persons.');

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(toArabic(value.trim())) ? Number(toArabic(value.trim())) : value;

/** `POST /records/breaches`, and of a correction `POST /records/breaches/:id/lines`: always everything that is known. */
export class BreachInput {
  @Transform(cleanText)
  @IsString(SAY_DAY)
  @Length(1, 40, SAY_DAY)
  readonly noticedOn: string;

  @Transform(cleanText)
  @IsString(SAY_TIME)
  @Length(1, 10, SAY_TIME)
  readonly noticedTime: string;

  @Transform(formList)
  @ArrayNotEmpty(tell('กรุณาเลือกอย่างน้อยหนึ่งข้อ', 'Choose at least one.'))
  @ArrayUnique()
  @IsIn(BREACH_KINDS, { each: true })
  readonly kinds: readonly BreachKind[];

  /** Left out: not known yet. */
  @Transform(number)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsInt(SAY_NUMBER)
  @Min(0, SAY_NUMBER)
  @Max(100_000_000, SAY_NUMBER)
  readonly persons?: number;

  @IsIn(BREACH_RISKS, tell('กรุณาเลือกความเสี่ยง', 'Choose the risk.'))
  readonly risk: BreachRisk;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 40)
  readonly regulatorToldOn?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 10)
  readonly regulatorToldTime?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 40)
  readonly personsToldOn?: string;

  /** What happened and what was done about it. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @NoSecretCode()
  @Length(1, 20_000)
  readonly words?: string;
}
