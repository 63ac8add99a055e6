import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { CorruptionAlleged } from '../cases/codes';
import { CORRUPTION_ALLEGED } from '../cases/codes';
import { cleanText, emptyIsAbsent } from '../platform/http/validation';
import { ClassifiedFields } from './classified-fields';

/** `POST /cases/:number/classification`: what is left out stays as it is. */
export class ClassificationInput extends ClassifiedFields {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly type?: string;

  @IsOptional()
  @IsIn(CORRUPTION_ALLEGED)
  readonly corruptionAlleged?: CorruptionAlleged;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}
