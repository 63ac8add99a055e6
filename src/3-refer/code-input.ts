import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import { cleanText, tell } from '../platform/http/validation';

/** `POST /agency/sessions` */
export class AgencyCodeInput {
  @Transform(cleanText)
  @IsString(tell('กรุณาใส่รหัสในหนังสือ', 'Enter the code of the letter.'))
  @Length(1, 100, tell('กรุณาใส่รหัสในหนังสือ', 'Enter the code of the letter.'))
  readonly code: string;
}
