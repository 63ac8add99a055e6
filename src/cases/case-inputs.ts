import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { ApprovalKind } from './approval.entity';
import { APPROVAL_KINDS } from './approval.entity';

export const LONGEST_TEXT = 20_000;

/** `POST /cases/:number/approval` */
export class ApprovalInput {
  @IsIn(['grant', 'refuse'], tell('กรุณาเลือกอนุมัติหรือไม่อนุมัติ', 'Choose grant or refuse.'))
  readonly decision: 'grant' | 'refuse';

  @IsOptional()
  @IsIn(APPROVAL_KINDS)
  readonly kind?: ApprovalKind;

  @IsOptional()
  @Matches(/^[0-9a-z]{26}$/)
  readonly subjectId?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}

/** `POST /cases/:number/assignment` */
export class AssignmentInput {
  @Transform(cleanText)
  @IsString()
  @Length(1, 64, tell('กรุณาเลือกเจ้าหน้าที่', 'Choose an officer.'))
  readonly username: string;
}

/** `POST /cases/:number/comments` */
export class CommentInput {
  @Transform(cleanText)
  @NoSecretCode()
  @IsString()
  @Length(1, LONGEST_TEXT, tell('กรุณาเขียนบันทึก', 'Write the note.'))
  readonly text: string;
}
