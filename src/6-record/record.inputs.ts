import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Length, ValidateIf } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { Outcome } from '../cases/codes';
import { OUTCOMES } from '../cases/codes';
import { formBoolean } from '../platform/http/form';
import { NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';

/** `POST /cases/:number/record` */
export class RecordInput {
  @IsIn(OUTCOMES, tell('กรุณาเลือกผลการยุติเรื่อง', 'Choose how the case closes.'))
  readonly outcome: Outcome;

  /** It led to an improvement; left out: no. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly improvement?: boolean;

  @ValidateIf(({ improvement, improvementText }: RecordInput) => improvement === true || improvementText !== undefined)
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาบอกว่าปรับปรุงอะไร', 'Say what was improved.'))
  readonly improvementText?: string;

  /** The same thing had been complained about before. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly repeated?: boolean;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly lessons?: string;

  /** The final answer to the reporter, told to her once the record is granted. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @NoSecretCode()
  @Length(1, LONGEST_TEXT)
  readonly answer?: string;
}

/** `POST /cases/:number/reopening` */
export class ReopeningInput {
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาบอกเหตุผลที่เปิดเรื่องใหม่', 'Say why the case is reopened.'))
  readonly reason: string;
}

/** `POST /cases/:number/withdrawal` */
export class WithdrawalInput {
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาบอกเหตุผลที่ผู้ร้องขอถอนเรื่อง', 'Say why the reporter withdraws.'))
  readonly reason: string;

  /** The reporter was asked whether anybody presses her; an accusation needs `true`. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly pressureAsked?: boolean;
}
