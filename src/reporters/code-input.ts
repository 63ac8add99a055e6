import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import { cleanText, tell } from '../platform/http/validation';

/** `POST /status` */
export class ReceiptInput {
  @Transform(cleanText)
  @IsString(tell('กรุณาใส่รหัสลับติดตามเรื่อง', 'Enter the secret follow-up code.'))
  @Length(1, 100, tell('กรุณาใส่รหัสลับติดตามเรื่อง', 'Enter the secret follow-up code.'))
  readonly receipt: string;
}

/** `POST /claims` */
export class ClaimInput {
  @Transform(cleanText)
  @IsString(tell('กรุณาใส่รหัสเปิดครั้งแรก', 'Enter the first-opening code.'))
  @Length(1, 100, tell('กรุณาใส่รหัสเปิดครั้งแรก', 'Enter the first-opening code.'))
  readonly claimCode: string;
}
