import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { LONGEST_TEXT } from '../cases/case-inputs';
import type { AccusedKind, CorruptionAlleged, RiskArea, Secrecy } from '../cases/codes';
import { ACCUSED_KINDS, CORRUPTION_ALLEGED, RISK_AREAS, SECRECY } from '../cases/codes';
import { cleanText, emptyIsAbsent } from '../platform/http/validation';

/** `POST /cases/:number/classification`: what is left out stays as it is. */
export class ClassificationInput {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly type?: string;

  @IsOptional()
  @IsIn(CORRUPTION_ALLEGED)
  readonly corruptionAlleged?: CorruptionAlleged;

  @IsOptional()
  @IsIn(ACCUSED_KINDS)
  readonly accusedKind?: AccusedKind;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly agencyCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(12)
  readonly district?: string;

  @IsOptional()
  @IsIn(RISK_AREAS)
  readonly riskArea?: RiskArea;

  @IsOptional()
  @IsIn(SECRECY)
  readonly secrecy?: Secrecy;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_TEXT)
  readonly reason?: string;
}
