import { Transform } from 'class-transformer';
import { IsString, Length, MaxLength } from 'class-validator';
import { cleanText, tell } from '../platform/http/validation';

const SAY_WHY = tell('กรุณาเขียนเหตุผล', 'Say why.');

/** `POST /cases/:number/wall` */
export class WallInput {
  @IsString(tell('กรุณาเลือกเจ้าหน้าที่', 'Choose the officer.'))
  @MaxLength(40)
  readonly username: string;

  @Transform(cleanText)
  @IsString(SAY_WHY)
  @Length(1, 5_000, SAY_WHY)
  readonly reason: string;
}

/** `POST /cases/:number/recusal` and `/cases/:number/handover` */
export class ReasonInput {
  @Transform(cleanText)
  @IsString(SAY_WHY)
  @Length(1, 5_000, SAY_WHY)
  readonly reason: string;
}
