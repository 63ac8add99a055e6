import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Length } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { LetterNo, WrittenDay } from '../platform/http/letters';
import type { Body } from './bodies';
import { BODIES, readBody } from './bodies';
import { LimitChange } from './limit.inputs';

const TELL_BODY = tell('กรุณาเลือกองค์กรที่ดำเนินการ', 'Choose the body that conducts it.');

/** `POST /proceedings`: a proceeding with its first legal limit. */
export class ProceedingInput extends LimitChange {
  @Transform(readBody)
  @IsIn(BODIES, TELL_BODY)
  readonly body: Body;

  @LetterNo()
  readonly reference: string;

  @WrittenDay()
  readonly openedOn: string;

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

/** `PATCH /proceedings/:id`: what is left out stays as it is. */
export class ProceedingChange {
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
}
