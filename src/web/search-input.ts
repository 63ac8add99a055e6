import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import { cleanText, tell } from '../platform/http/validation';
import { PageInput } from './worklist-input';

const LONG = tell('พิมพ์คำค้น ๑ ถึง ๒๐๐ ตัวอักษร', 'Type 1 to 200 characters to search for.');

/** `POST /search`: what is sought travels in the body, for an address is kept by browsers, proxies and logs. */
export class SearchInput extends PageInput {
  @Transform(cleanText)
  @IsString(LONG)
  @Length(1, 200, LONG)
  readonly q!: string;
}
