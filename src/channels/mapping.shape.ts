import { ArrayNotEmpty, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { Part, Text } from '../agencies/profile.parts';
import { ENCODINGS } from './register-file';
import type { Encoding } from './register-file';

/** Several names in one cell, and what stands between them. */
export class AgenciesColumn {
  @Text() readonly column: string;
  @IsOptional() @IsString() @IsNotEmpty() readonly split?: string;
}

/** Our field → their column. What is not named is not read. */
export class Columns {
  @Text() readonly receivedOn: string;
  @Text() readonly channel: string;
  @IsOptional() @Text() readonly type?: string;
  @IsOptional() @Text() readonly district?: string;
  @IsOptional() @Text() readonly identity?: string;
  @IsOptional() @Text() readonly reporterKind?: string;
  @IsOptional() @Text() readonly accusedKind?: string;
  /** The agency complained about; `agencies` are those it was sent to. */
  @IsOptional() @Text() readonly accusedAgency?: string;
  @IsOptional() @Text() readonly corruptionAlleged?: string;
  @IsOptional() @Part(() => AgenciesColumn) readonly agencies?: AgenciesColumn;
  @IsOptional() @Text() readonly registryNo?: string;
  @IsOptional() @Text() readonly occurredOn?: string;
  @IsOptional() @Text() readonly letterOn?: string;
  @IsOptional() @Text() readonly dueOn?: string;
  @IsOptional() @Text() readonly statusReportedOn?: string;
  @IsOptional() @Text() readonly reminder1On?: string;
  @IsOptional() @Text() readonly reminder2On?: string;
  @IsOptional() @Text() readonly reminder3On?: string;
  @IsOptional() @Text() readonly status?: string;
  /** Free text: sealed, never stored as it is. */
  @IsOptional() @Text() readonly allegation?: string;
}

/** Their word → our code; `*` for every other word, an empty cell included. */
export type Words = Readonly<Record<string, string>>;

export class Values {
  @IsOptional() @IsObject() readonly channel?: Words;
  @IsOptional() @IsObject() readonly type?: Words;
  @IsOptional() @IsObject() readonly district?: Words;
  @IsOptional() @IsObject() readonly identity?: Words;
  @IsOptional() @IsObject() readonly reporterKind?: Words;
  @IsOptional() @IsObject() readonly accusedKind?: Words;
  @IsOptional() @IsObject() readonly accusedAgency?: Words;
  @IsOptional() @IsObject() readonly corruptionAlleged?: Words;
  @IsOptional() @IsObject() readonly agencies?: Words;
  @IsOptional() @IsObject() readonly status?: Words;
}

/** How one register is read (PROCESS §5). */
export class RegisterMapping {
  /** With the key it makes a row unique for ever. */
  @Matches(/^[a-z0-9][a-z0-9._-]{0,63}$/) readonly register: string;
  @IsOptional() @Text() readonly nameTh?: string;
  /** The only province it is for. */
  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly province?: string;
  /** Columns that tell rows apart; never their content, for equal rows are real. */
  @ArrayNotEmpty() @IsString({ each: true }) readonly key: readonly string[];
  @IsIn(ENCODINGS) readonly encoding: Encoding;
  /** Year first, or day first as Thai offices write. */
  @IsIn(['iso', 'thai']) readonly dates: 'iso' | 'thai';
  @Part(() => Columns) readonly columns: Columns;
  @Part(() => Values) readonly values: Values;
}
