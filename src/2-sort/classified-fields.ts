import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { AccusedKind, RiskArea, Secrecy } from '../cases/codes';
import { ACCUSED_KINDS, RISK_AREAS, SECRECY } from '../cases/codes';

/** Who is accused and where, as the sorting sheet first says it and a later look may change it (DOMAIN §3 "Classification"). */
export abstract class ClassifiedFields {
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
}
