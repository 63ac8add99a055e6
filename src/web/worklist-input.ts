import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { ChannelCode } from '../agencies/codes';
import { CHANNELS } from '../agencies/codes';
import { formBoolean } from '../platform/http/form';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { toArabic } from '../platform/thai/digits';

const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\s*[0-9๐-๙]{1,9}\s*$/.test(value) ? Number(toArabic(value)) : value;

/** A page of a list. */
export class PageInput {
  /** From 1. */
  @Transform(asNumber)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsInt(tell('หน้าต้องเป็นจำนวนเต็มตั้งแต่ ๑', 'The page is a whole number from 1.'))
  @Min(1, tell('หน้าต้องเป็นจำนวนเต็มตั้งแต่ ๑', 'The page is a whole number from 1.'))
  @Max(10_000, tell('ไปได้ไม่เกินหน้า ๑๐,๐๐๐', 'No page beyond 10,000.'))
  readonly page?: number;

  /** Language of the page; not a filter. */
  @IsOptional()
  @IsString()
  readonly lang?: string;
}

/** `GET /cases`: every filter may be left out; an empty one is left out. */
export class WorklistInput extends PageInput {
  /** The step that is open, 1–6. */
  @Transform(asNumber)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn([1, 2, 3, 4, 5, 6], tell('ขั้นต้องเป็น ๑ ถึง ๖', 'The step is 1 to 6.'))
  readonly step?: number;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(CHANNELS, tell('ไม่มีช่องทางนี้', 'There is no such channel.'))
  readonly channel?: ChannelCode;

  /** That is complained about, or to which the case was sent. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @Matches(/^[A-Z]{3}-[A-Z0-9_]{2,24}$/, tell('ไม่มีหน่วยงานนี้', 'There is no such agency.'))
  readonly agency?: string;

  /** Open cases whose next due date has passed, or has not. */
  @Transform(formBoolean)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsBoolean()
  readonly overdue?: boolean;

  /** true: closed cases instead of open ones · false: open ones, also when searching. */
  @Transform(formBoolean)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsBoolean()
  readonly closed?: boolean;

  /** Over numbers and metadata; finds closed cases as well. */
  @Transform(cleanText)
  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly q?: string;
}
