import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { NoSecretCode, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import type { HoldKind } from './legal-hold.entity';
import { HOLD_KINDS } from './legal-hold.entity';

const LONGEST = 5_000;
const SAY_WHY = tell('กรุณาเขียนเหตุผล', 'Say why.');

/** `POST /cases/:number/holds` and `/cases/:number/hold-liftings` */
export class HoldInput {
  @IsIn(HOLD_KINDS, tell('กรุณาเลือกเหตุ', 'Choose what it is held for.'))
  readonly kind: HoldKind;

  @Transform(cleanText)
  @NoSecretCode()
  @IsString(SAY_WHY)
  @Length(1, LONGEST, SAY_WHY)
  readonly reason: string;
}

/** `POST /cases/:number/disposal` */
export class DisposalInput {
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @NoSecretCode()
  @IsString()
  @Length(1, LONGEST)
  readonly reason?: string;
}
