import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { IdentityKind, ReporterKind } from '../cases/codes';
import { IDENTITY_KINDS, REPORTER_KINDS } from '../cases/codes';
import { formBoolean } from '../platform/http/form';
import { MailAddress, REFERENCE_NO, cleanText, emptyIsAbsent, tell } from '../platform/http/validation';

const LONGEST = 20_000;
const TELL_WHAT = tell(
  'กรุณาเล่าเหตุการณ์อย่างน้อยหนึ่งประโยค (ไม่เกิน ๒๐,๐๐๐ ตัวอักษร)',
  'Please tell what happened, in at least one sentence (at most 20,000 characters).',
);
const tooLong = (n: number): ReturnType<typeof tell> => tell(`ไม่เกิน ${n} ตัวอักษร`, `At most ${n} characters.`);

/** A text that may be left out. */
function Optional(longest: number): PropertyDecorator {
  return (target, key) => {
    Transform(emptyIsAbsent)(target, key);
    Transform(cleanText)(target, key);
    IsOptional()(target, key);
    IsString(tell('ต้องเป็นข้อความ', 'Must be text.'))(target, key);
    Length(1, longest, tooLong(longest))(target, key);
  };
}

/** How the reporter can be reached; sealed with the identity. */
export class Contact {
  @Optional(200) readonly name?: string;
  @Optional(500) readonly address?: string;
  @Optional(200) readonly phone?: string;
  @Optional(200) readonly email?: string;
  @Optional(200) readonly line?: string;
  /** When and how it is safe to reach her. */
  @Optional(500) readonly safely?: string;
  /** Anything she wrote in one line. */
  @Optional(1_000) readonly note?: string;
}

/** One free line is a contact too. */
const oneLine = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? (value.trim() ? Object.assign(new Contact(), { note: value.trim() }) : undefined) : value;

/** `POST /complaints`: only `allegation` is required (DOMAIN §2, PROCESS §4). */
export class ComplaintInput {
  @Transform(cleanText)
  @IsString(TELL_WHAT)
  @Length(1, LONGEST, TELL_WHAT)
  readonly allegation: string;

  @Optional(2_000) readonly where?: string;
  @Optional(500) readonly when?: string;
  @Optional(2_000) readonly who?: string;
  @Optional(5_000) readonly proof?: string;
  @Optional(5_000) readonly want?: string;
  @Optional(2_000) readonly told?: string;

  @Optional(40) readonly type?: string;
  @Optional(40) readonly agencyCode?: string;
  @Optional(40) readonly district?: string;
  /** A day as people write it; `parseDay` reads it. */
  @Optional(40) readonly occurredOn?: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(IDENTITY_KINDS)
  readonly identity?: IdentityKind;

  /** `anonymous: true` is read as `identity: 'anonymous'`. */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly anonymous?: boolean;

  @Transform(oneLine)
  @IsOptional()
  @IsObject(tell('ข้อมูลติดต่อต้องเป็นกลุ่มข้อมูล', 'Must be an object of contact fields.'))
  @ValidateNested()
  @Type(() => Contact)
  readonly contact?: Contact;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly reprisalFeared?: boolean;

  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly protectionAsked?: boolean;

  /** It concerns somebody at this office: sealed to the alternative unit alone (KEYS K11). */
  @Transform(formBoolean)
  @IsOptional()
  @IsBoolean()
  readonly concernsDesk?: boolean;

  /** Made by the form: 32 random bytes, base64url. The same key twice makes one case. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{43}$/, tell('กรุณาเปิดแบบฟอร์มใหม่', 'Open the form again.'))
  readonly submissionKey?: string;
}

/** From the reporter herself. What the desk types never holds an address for notices: the desk would know it. */
export class PublicComplaintInput extends ComplaintInput {
  /** Where she wants to be told that there is something new (KEYS K13); apart from `contact`, which is for the desk. */
  @Transform(emptyIsAbsent)
  @IsOptional()
  @MailAddress()
  readonly noticeEmail?: string;
}

/** `POST /desk/complaints` */
export class DeskComplaintInput extends ComplaintInput {
  @IsString(tell('กรุณาเลือกช่องทาง', 'Choose the channel.'))
  @Length(1, 40)
  readonly channel: string;

  /** An instant with offset or a day; the time may stand apart in `receivedTime`. */
  @IsString(tell('กรุณาใส่วันที่รับเรื่อง', 'Enter when it was received.'))
  @Length(1, 40, tell('กรุณาใส่วันที่รับเรื่อง', 'Enter when it was received.'))
  readonly receivedAt: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Matches(/^([01]?\d|2[0-3])[:.][0-5]\d$/, tell('เวลา เช่น 14:30', 'A time such as 14:30.'))
  readonly receivedTime?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @MaxLength(40)
  @Matches(REFERENCE_NO, tell('เลขรับหนังสือไม่ถูกรูปแบบ', 'Not a registry number.'))
  readonly registryNo?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @Matches(/^\p{L}{0,3}-?\p{N}{1,16}$/u, tell('เลขบัตรคิวไม่ถูกรูปแบบ', 'Not a queue ticket.'))
  readonly ticket?: string;

  @Transform(emptyIsAbsent)
  @IsOptional()
  @IsIn(REPORTER_KINDS)
  readonly reporterKind?: ReporterKind;
}
