import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { formBoolean } from '../platform/http/form';
import { NoSecretCode, cleanText, tell } from '../platform/http/validation';

/** `POST /cases/:number/words` */
export class WordInput {
  @Transform(cleanText)
  @NoSecretCode()
  @IsString(tell('กรุณาเขียนข้อความถึงผู้ร้อง', 'Write the message to the reporter.'))
  @Length(1, 20_000, tell('กรุณาเขียนข้อความถึงผู้ร้อง', 'Write the message to the reporter.'))
  readonly text: string;

  /** A question: the desk waits for the reporter. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly question?: boolean;

  /** The final answer, told once the executive has ordered. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly final?: boolean;
}
