import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { SignedAs } from '../cases/codes';
import { SIGNED_AS } from '../cases/codes';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { ReportOrderKind } from './report.rules';
import { REPORT_ORDERS } from './report.rules';

/** `POST /cases/:number/report` */
export class ReportInput {
  @Transform(cleanText)
  @Length(1, LONGEST_TEXT, tell('กรุณาสรุปผลการดำเนินการ', 'Write the summary.'))
  readonly summary: string;

  /** What the executive is asked to order. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly proposal?: string;
}

/** `POST /cases/:number/report/order` */
export class ReportOrderInput {
  @IsIn(REPORT_ORDERS, tell('กรุณาเลือก: รับทราบ สั่งการ หรือให้ตรวจสอบเพิ่ม', 'Choose: acknowledged, ordered or look_again.'))
  readonly order: ReportOrderKind;

  /** Needed unless the report is only acknowledged. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Length(1, LONGEST_TEXT)
  readonly text?: string;

  /** In which capacity it is signed; `self` when left out. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(SIGNED_AS, tell('กรุณาเลือกฐานะที่ลงนาม', 'Choose: self, on_behalf or acting.'))
  readonly capacity?: SignedAs;
}
