import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { AnswerKind } from './answer.rules';
import { ANSWER_KINDS } from './answer.rules';

/** `POST /cases/:number/referrals/:id/answers` */
export class AnswerInput {
  @IsIn(ANSWER_KINDS, tell('กรุณาเลือกว่าตอบอย่างไร', 'Choose what kind of answer this is.'))
  readonly kind: AnswerKind;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly text?: string;

  /** With "not ours": whose it is. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly toAgencyCode?: string;
}

/** `POST /cases/:number/referrals/:id/withdrawal` */
export class RecallInput {
  @Transform(cleanText)
  @IsString()
  @Length(1, LONGEST_TEXT, tell('กรุณาบอกเหตุผลที่เรียกเรื่องคืน', 'Say why it is called back.'))
  readonly reason: string;
}
