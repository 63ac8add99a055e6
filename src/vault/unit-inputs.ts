import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import { formList } from '../platform/http/form';
import { tell } from '../platform/http/validation';

const LONGEST = 200;

/** `POST /units/:unit/members` */
export class AdmissionInput {
  @MaxLength(LONGEST)
  @IsString(tell('กรุณาเลือกผู้ที่จะรับเข้า', 'Choose who is to be admitted.'))
  readonly username: string;

  /** 18 digits, as the newcomer read them out. */
  @MaxLength(LONGEST)
  @IsString(tell('กรุณากรอกรหัสที่ผู้สมัครอ่านให้ฟัง', 'Type the code that the newcomer reads out.'))
  readonly code: string;
}

/** `POST /units/:unit/rotation` */
export class RotationInput {
  /** Usernames of those who leave. */
  @Transform(formList)
  @IsOptional()
  @IsString({ each: true })
  @MaxLength(LONGEST, { each: true })
  @ArrayMaxSize(100)
  readonly without?: readonly string[];
}

/** `POST /units/:unit/recovery` */
export class RecoveryInput {
  @MaxLength(LONGEST)
  @IsString(tell('กรุณากรอกรหัสบนใบที่ ๑', 'Type what stands on sheet 1.'))
  readonly first: string;

  @MaxLength(LONGEST)
  @IsString(tell('กรุณากรอกรหัสบนใบที่ ๒', 'Type what stands on sheet 2.'))
  readonly second: string;
}
