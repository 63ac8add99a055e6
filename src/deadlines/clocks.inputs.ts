import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { CLOCKS, UNITS } from '../agencies/codes';
import type { ClockCode, Unit } from '../agencies/codes';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { toArabic } from '../platform/thai/digits';
import { PAUSE_REASONS } from './deadline-pause.entity';
import type { PauseReason } from './deadline-pause.entity';

const ID = /^[0-9a-z]{26}$/;
const LONGEST_REASON = 4_000;

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\s*[0-9๐-๙]+\s*$/.test(value) ? Number(toArabic(value)) : value;

/** Which clock: the run's id, or the clock's code when only one of them runs. */
class WhichInput {
  @IsOptional()
  @Matches(ID)
  readonly deadline?: string;

  @IsOptional()
  @IsIn(CLOCKS)
  readonly clock?: ClockCode;
}

/** `POST /cases/:number/pauses` */
export class PauseInput extends WhichInput {
  @IsIn(PAUSE_REASONS, tell('กรุณาเลือกเหตุที่หยุดนับ', 'Choose why the clock stands still.'))
  readonly reason: PauseReason;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_REASON)
  readonly why?: string;
}

/** `POST /cases/:number/extensions` */
export class ExtensionInput extends WhichInput {
  @Transform(number)
  @Max(400, tell('จำนวนมากเกินไป', 'Too much at once.'))
  @Min(1, tell('กรุณากรอกจำนวนตั้งแต่ ๑ ขึ้นไป', 'Ask for one at least.'))
  @IsInt(tell('กรุณากรอกจำนวนเป็นตัวเลข', 'Write a whole number.'))
  readonly amount: number;

  /** The unit of the clock's cap; left out, that one is meant. */
  @IsOptional()
  @IsIn(UNITS)
  readonly unit?: Unit;

  @Transform(cleanText)
  @Length(1, LONGEST_REASON, tell('กรุณาบอกเหตุผล', 'Give the reason.'))
  @IsString(tell('กรุณาบอกเหตุผล', 'Give the reason.'))
  readonly reason: string;
}

/** `POST /cases/:number/extensions/:id/approval` */
export class ExtensionApprovalInput {
  @IsIn(['grant', 'refuse'], tell('กรุณาเลือกอนุมัติหรือไม่อนุมัติ', 'Choose grant or refuse.'))
  readonly decision: 'grant' | 'refuse';

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_REASON)
  readonly reason?: string;
}
