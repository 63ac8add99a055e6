import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, Length, ValidateNested } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { LetterNo, WrittenDay } from '../platform/http/letters';
import type { Body } from './bodies';
import { BODIES, readBody } from './bodies';

const TELL_BODY = tell('กรุณาเลือกองค์กรที่ดำเนินการ', 'Choose the body that conducts it.');

/** `POST /proceedings` */
export class ProceedingInput {
  @Transform(readBody)
  @IsIn(BODIES, TELL_BODY)
  readonly body: Body;

  @LetterNo()
  readonly reference: string;

  @WrittenDay()
  readonly openedOn: string;

  /** The legal limit, as the body's letter says. */
  @WrittenDay()
  readonly dueOn: string;

  /** The case it grew out of. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 40)
  readonly caseNumber?: string;

  /** Somebody sued those who investigate. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly counterSuit?: boolean;
}

/** What the body's letter says about an extension of the legal limit. */
export class ExtensionInput {
  @WrittenDay()
  readonly until: string;

  @LetterNo()
  readonly letterNo: string;

  @WrittenDay()
  readonly letterDate: string;
}

/** `PATCH /proceedings/:id`: what is left out stays as it is. */
export class ProceedingChange {
  /** One more extension. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ExtensionInput)
  readonly extension?: ExtensionInput;

  /** Takes the last extension back: it was typed in by mistake. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly withoutLastExtension?: boolean;

  @IsOptional()
  @WrittenDay()
  readonly endedOn?: string;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly counterSuit?: boolean;

  @IsOptional()
  @WrittenDay()
  readonly openedOn?: string;

  @IsOptional()
  @WrittenDay()
  readonly dueOn?: string;
}
