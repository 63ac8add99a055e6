import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsISO8601, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { emptyIsAbsent, tell } from '../platform/http/validation';

const TELL_OVER = tell(
  'อ่านใบรับนี้ไม่ได้ เรื่องของท่านยังอยู่ เปิดดูได้ด้วยรหัสลับ',
  'This slip cannot be read. Your report is safe; open it with your code.',
);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What stands on the slip and comes back from the reporter's own page, never in an address. */
export class SlipInput {
  @Matches(/^[A-Z]{3}-2[45]\d\d-\d{7}$/, TELL_OVER)
  readonly number: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsISO8601({ strict: true }, TELL_OVER)
  @Matches(INSTANT, TELL_OVER)
  readonly by?: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @Matches(/^\d{20}$/, TELL_OVER)
  readonly receipt?: string;
}

/** `POST /receipts/file` */
export class SlipFileInput extends SlipInput {
  @Matches(/^\d{20}$/, TELL_OVER)
  declare readonly receipt: string;
}

/** `POST /receipts/confirmation`: one group typed back, or a tick. */
export class ConfirmationInput extends SlipInput {
  @Type(() => Number)
  @IsInt(TELL_OVER)
  @Min(1, TELL_OVER)
  @Max(5, TELL_OVER)
  readonly group: number;

  @Matches(/^[\w-]{22}$/, TELL_OVER) readonly nonce: string;
  @Matches(INSTANT, TELL_OVER) readonly until: string;
  @Matches(/^[\w-]{43}$/, TELL_OVER) readonly mac: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly digits?: string;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly noted?: boolean;
}
