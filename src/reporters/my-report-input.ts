import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsEmpty, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { MailAddress, NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';

const LONGEST = 20_000;
const TELL_WRITE = tell(
  'กรุณาเขียนข้อความ (ไม่เกิน ๒๐,๐๐๐ ตัวอักษร)',
  'Please write the message (at most 20,000 characters).',
);

/** Message, review, withdrawal, reprisal: words alone. */
export class LetterInput {
  @Transform(cleanText)
  @NoSecretCode()
  @IsString(TELL_WRITE)
  @Length(1, LONGEST, TELL_WRITE)
  readonly text: string;
}

/** Words that may be left out. */
class MaybeWords {
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @NoSecretCode()
  @IsString(TELL_WRITE)
  @Length(1, LONGEST, TELL_WRITE)
  readonly text?: string;
}

const TELL_SCORE = tell('กรุณาเลือกคะแนน ๑ ถึง ๕', 'Choose a score from 1 to 5.');

export class RatingInput extends MaybeWords {
  @Type(() => Number)
  @IsInt(TELL_SCORE)
  @Min(1, TELL_SCORE)
  @Max(5, TELL_SCORE)
  readonly score: number;
}

/** Where she may be told that there is something new. */
export class AddressInput {
  @Transform(emptyIsAbsent)
  @MailAddress()
  readonly email: string;
}

/** A button alone. */
export class NothingInput {
  @IsEmpty() readonly nothing?: undefined;
}

const TELL_SAFE = tell('กรุณาตอบว่าปลอดภัยหรือไม่', 'Please answer whether you are safe.');

export class SafetyInput extends MaybeWords {
  @Type(() => Number)
  @IsInt(TELL_SAFE)
  @Min(1, TELL_SAFE)
  @Max(3_650, TELL_SAFE)
  readonly day: number;

  @Transform(formBoolean)
  @IsBoolean(TELL_SAFE)
  readonly safe: boolean;
}
