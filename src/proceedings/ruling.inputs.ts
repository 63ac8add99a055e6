import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { AccusedKind } from '../cases/codes';
import { ACCUSED_KINDS } from '../cases/codes';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { LetterNo, WrittenDay } from '../platform/http/letters';
import type { RulingKind } from '../statistics/facts.rules';
import type { Body } from './bodies';
import { RULING_BODIES, readBody } from './bodies';

export const RULING_KINDS = ['discipline', 'corruption', 'both'] as const satisfies readonly RulingKind[];

/** `POST /cases/:number/rulings` */
export class RulingInput {
  @Transform(readBody)
  @IsIn(RULING_BODIES, tell('กรุณาเลือกผู้ชี้มูล: ป.ป.ช. ป.ป.ท. หรือต้นสังกัด', 'Choose who ruled: NACC, PACC or discipline.'))
  readonly body: Body;

  @LetterNo()
  readonly reference: string;

  /** Day of the ruling: it counts in the fiscal year of this day. */
  @WrittenDay()
  readonly date: string;

  @IsIn(RULING_KINDS, tell('กรุณาเลือกว่าชี้มูลเรื่องใด', 'Choose the kind: discipline, corruption or both.'))
  readonly kind: RulingKind;

  /** Whose official it was; the case's agency when left out. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, 40)
  readonly agencyCode?: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(ACCUSED_KINDS)
  readonly accusedKind?: AccusedKind;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly note?: string;
}

/** `POST /cases/:number/rulings/:id/overturning` */
export class OverturningInput {
  @LetterNo()
  readonly reference: string;

  @WrittenDay()
  readonly date: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}

/** `POST /cases/:number/rulings/:id/approval` */
export class RulingApprovalInput {
  @IsIn(['grant', 'refuse'], tell('กรุณาเลือกอนุมัติหรือไม่อนุมัติ', 'Choose grant or refuse.'))
  readonly decision: 'grant' | 'refuse';

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}
