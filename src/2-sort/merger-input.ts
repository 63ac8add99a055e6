import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';

/** `POST /cases/:number/merger` */
export class MergerInput {
  /** `NWT-2569-4829137` or นธ ๒๕๖๙/๔๘๒๙๑๓๗. */
  @Transform(cleanText)
  @IsString()
  @Length(1, 40, tell('กรุณากรอกเลขเรื่องหลัก', 'Enter the number of the main case.'))
  readonly mainNumber: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}
