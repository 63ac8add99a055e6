import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { emptyIsAbsent } from '../platform/http/validation';
import { PageInput } from './worklist-input';

export class NoticesInput extends PageInput {
  /** How many were queued anew a moment ago. */
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  readonly again?: number;
}

export class AgainInput {
  /** Left out: all of them. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-z]{26}$/)
  readonly id?: string;
}
