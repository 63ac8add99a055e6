import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import { LetterNo, WrittenDay } from '../platform/http/letters';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { asNumber } from './custody.inputs';
import type { OpeningHours } from './custody.rules';
import { OPENING_HOURS } from './custody.rules';
import type { Authority } from './disclosure.rules';
import { AUTHORITIES } from './disclosure.rules';

const TELL_EXHIBIT = tell('ไม่มีพยานหลักฐานรายการนี้', 'There is no such exhibit.');

/** `POST /cases/:number/disclosures` */
export class DisclosureOrderInput {
  @IsIn(AUTHORITIES, tell('กรุณาเลือกหน่วยงานที่สั่ง', 'Choose who orders it.'))
  readonly authority: Authority;

  @LetterNo()
  readonly reference: string;

  @WrittenDay()
  readonly orderedOn: string;

  /** What is demanded, by which law, and why it cannot be refused. */
  @Transform(cleanText)
  @IsString(tell('กรุณาเขียนว่าสั่งให้เปิดเผยอะไร ตามกฎหมายใด', 'Say what is demanded and by which law.'))
  @Length(
    10,
    5_000,
    tell(
      'กรุณาเขียนว่าสั่งให้เปิดเผยอะไร ตามกฎหมายใด อย่างน้อยหนึ่งประโยค',
      'Say what is demanded and by which law, in a sentence at least.',
    ),
  )
  readonly words: string;

  /** Left out: the shortest. */
  @Transform(asNumber)
  @IsOptional()
  @IsIn(OPENING_HOURS, tell('เลือก ๔ ๒๔ หรือ ๗๒ ชั่วโมง', 'Choose 4, 24 or 72 hours.'))
  readonly hours?: OpeningHours;

  /** No. of the exhibit whose original is demanded; left out: who spoke. */
  @Transform(asNumber)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsInt(TELL_EXHIBIT)
  @Min(1, TELL_EXHIBIT)
  readonly exhibit?: number;

  /** The day from which the reporter may be told; left out: she is told at once. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @WrittenDay()
  readonly tellFrom?: string;

  /** Why she may not be told yet. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 5_000)
  readonly deferral?: string;
}

/** `POST /cases/:number/disclosures/:id/giving` */
export class GivingInput {
  @WrittenDay()
  readonly on: string;

  @LetterNo()
  readonly letter: string;
}
