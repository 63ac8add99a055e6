import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, MaxLength, Min } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { AskedReason, OpeningHours } from './custody.rules';
import { ASKED_REASONS, OPENING_HOURS } from './custody.rules';

export const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;

/** `POST /cases/:number/identity-requests` */
export class IdentityRequestInput {
  @IsIn(ASKED_REASONS, tell('กรุณาเลือกเหตุผล', 'Choose a reason.'))
  readonly reason: AskedReason;

  @Transform(cleanText)
  @IsString(tell('กรุณาเขียนว่าทำไมจำเป็นต้องรู้', 'Say why you need to know.'))
  @Length(
    10,
    5_000,
    tell('กรุณาเขียนว่าทำไมจำเป็นต้องรู้ อย่างน้อยหนึ่งประโยค', 'Say why you need to know, in a sentence at least.'),
  )
  readonly words: string;

  /** Left out: the shortest. */
  @Transform(asNumber)
  @IsOptional()
  @IsIn(OPENING_HOURS, tell('เลือก ๔ ๒๔ หรือ ๗๒ ชั่วโมง', 'Choose 4, 24 or 72 hours.'))
  readonly hours?: OpeningHours;

  /** No. of the exhibit whose original is needed; left out: who spoke is asked for. */
  @Transform(asNumber)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsInt(tell('ไม่มีพยานหลักฐานรายการนี้', 'There is no such exhibit.'))
  @Min(1, tell('ไม่มีพยานหลักฐานรายการนี้', 'There is no such exhibit.'))
  readonly exhibit?: number;
}

/** `POST /identity-requests/:id/decision` */
export class IdentityDecisionInput {
  @Transform(formBoolean)
  @IsBoolean(tell('กรุณาเลือกอนุญาตหรือไม่อนุญาต', 'Choose to grant or to deny.'))
  readonly grant: boolean;

  @Transform(cleanText)
  @IsString(tell('กรุณาเขียนเหตุผลของท่าน', 'Give your reason.'))
  @Length(1, 5_000, tell('กรุณาเขียนเหตุผลของท่าน', 'Give your reason.'))
  readonly words: string;
}

/** `POST /cases/:number/identity-openings` and `/original-openings` */
export class IdentityOpeningInput {
  @IsString() @MaxLength(26) readonly request: string;
}
