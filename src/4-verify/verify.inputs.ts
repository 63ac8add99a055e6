import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length, ValidateIf } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { Finding } from '../cases/codes';
import { FINDINGS } from '../cases/codes';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { VerificationMode } from './verify.rules';
import { VERIFICATION_MODES } from './verify.rules';

const TELL_MODE = tell(
  'กรุณาเลือกวิธีตรวจสอบ: ลงพื้นที่ จากเอกสาร หรือโดยไม่เปิดเผย',
  'Choose how: visit, documents or discreet.',
);

const TELL_FINDING = tell('กรุณาเลือกผลการตรวจสอบ', 'Choose the finding: founded, unfounded or insufficient.');
const TELL_GROUNDS = tell('กรุณาเขียนข้อเท็จจริงและเหตุผลของผลการตรวจสอบ', 'Write the facts and the grounds.');

const isOrder = (input: VerificationInput): boolean => input.finding === undefined;

/** `POST /cases/:number/verification`: with `finding` it records the finding, without it orders the verification. */
export class VerificationInput {
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(FINDINGS, TELL_FINDING)
  readonly finding?: Finding;

  /** Finding: its grounds. */
  @ValidateIf((input: VerificationInput) => !isOrder(input))
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, TELL_GROUNDS)
  readonly text?: string;

  /** Order: how the facts are checked. */
  @ValidateIf(isOrder)
  @IsIn(VERIFICATION_MODES, TELL_MODE)
  readonly mode?: VerificationMode;

  /** Order: why this way. */
  @ValidateIf(isOrder)
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาบอกเหตุผลที่ใช้วิธีนี้', 'Say why it is done this way.'))
  readonly reason?: string;

  /** Order of a visit about an accusation: how it will not show who spoke. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly cover?: string;

  /** Order: user name of whoever verifies; left out: the desk. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 64)
  readonly investigator?: string;
}

/** The page's form of the finding alone. */
export class FindingInput {
  @IsIn(FINDINGS, TELL_FINDING)
  readonly finding: Finding;

  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, TELL_GROUNDS)
  readonly text: string;
}

/** `POST /cases/:number/verification/records` */
export class VisitInput {
  @IsIn(VERIFICATION_MODES, TELL_MODE)
  readonly mode: VerificationMode;

  /** The day it was done, as people write it. */
  @Transform(cleanText)
  @Length(1, 40, tell('กรุณากรอกวันที่ตรวจสอบ', 'Give the day it was done.'))
  readonly date: string;

  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาบันทึกสิ่งที่ตรวจพบ', 'Write what was seen and heard.'))
  readonly text: string;
}
