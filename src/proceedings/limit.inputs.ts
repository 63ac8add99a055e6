import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LIMIT_STAGES } from '../agencies/codes';
import type { LimitStage } from '../agencies/codes';
import { LetterNo, WrittenDay } from '../platform/http/letters';
import { emptyIsAbsent, tell } from '../platform/http/validation';
import { toArabic } from '../platform/thai/digits';
import { LETTER_ENDS, MISTAKES } from './limit-reasons';
import type { MistakeReason } from './limit-reasons';

/** Letters give days, working days, months or years; never hours. */
export const TERM_UNITS = ['c', 'w', 'm', 'y'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\s*[0-9๐-๙]+\s*$/.test(value) ? Number(toArabic(value)) : value;

const TELL_STAGE = tell('กรุณาเลือกขั้นตอน', 'Choose the stage.');

const Optional = (): PropertyDecorator => (target, key) => {
  Transform(emptyIsAbsent)(target, key);
  IsOptional()(target, key);
};

/** A length of time as a letter gives it. */
class TermInput {
  @Transform(number)
  @IsOptional()
  @Max(3_660, tell('จำนวนมากเกินไป', 'Too much at once.'))
  @Min(1, tell('กรุณากรอกจำนวนตั้งแต่ ๑ ขึ้นไป', 'One at least.'))
  @IsInt(tell('กรุณากรอกจำนวนเป็นตัวเลข', 'Write a whole number.'))
  readonly amount?: number;

  /** Left out: the unit of the stage's rule. */
  @Optional()
  @IsIn(TERM_UNITS, tell('กรุณาเลือกหน่วยเวลา', 'Choose days, months or years.'))
  readonly unit?: TermUnit;
}

class LimitFields extends TermInput {
  /** The day the law begins to count, as the letter says; left out: the day the proceeding was opened. */
  @Optional()
  @WrittenDay()
  readonly startsOn?: string;

  /** The last day, where the letter names it instead of a length. */
  @Optional()
  @WrittenDay()
  readonly dueOn?: string;
}

/** `PATCH /proceedings/:id/limits/:no`: what is left out stays as it is. */
export class LimitChange extends LimitFields {
  @Optional()
  @IsIn(LIMIT_STAGES, TELL_STAGE)
  readonly stage?: LimitStage;

  @Optional()
  @LetterNo()
  readonly letterNo?: string;

  @Optional()
  @WrittenDay()
  readonly letterDate?: string;
}

/** `POST /proceedings/:id/limits`: with neither length nor day, the length of the stage's rule. */
export class LimitInput extends LimitFields {
  @IsIn(LIMIT_STAGES, TELL_STAGE)
  readonly stage: LimitStage;

  @LetterNo()
  readonly letterNo: string;

  @WrittenDay()
  readonly letterDate: string;
}

/** `POST /proceedings/:id/limits/:no/extensions`: what the body's own letter says; a length or the new last day. */
export class LegalExtensionInput extends TermInput {
  @Optional()
  @WrittenDay()
  readonly until?: string;

  @LetterNo()
  readonly letterNo: string;

  @WrittenDay()
  readonly letterDate: string;

  /** The day the desk received it. */
  @Optional()
  @WrittenDay()
  readonly receivedOn?: string;
}

/** `POST /proceedings/:id/limits/:no/ending`; again: corrects it. */
export class EndingInput {
  @IsIn(LETTER_ENDS, tell('กรุณาเลือกว่าสิ้นสุดอย่างไร', 'Choose how it ended.'))
  readonly reason: (typeof LETTER_ENDS)[number];

  @WrittenDay()
  readonly endedOn: string;

  @LetterNo()
  readonly letterNo: string;

  @WrittenDay()
  readonly letterDate: string;
}

/** Why an entry is taken back: it stays on record and counts no more. */
export class MistakeInput {
  @IsIn(MISTAKES, tell('กรุณาเลือกเหตุที่ยกเลิกรายการ', 'Choose why the entry is taken back.'))
  readonly reason: MistakeReason;
}
