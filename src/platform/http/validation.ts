import type { ValidationError } from 'class-validator';
import { ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { Say } from '../errors';
import { WrongFields, say } from '../errors';
import { holdsSecretCode } from '../crypto/codes';
import { readMailAddress } from '../mail/mail-address.rules';
import { normaliseThai } from '../thai/normalise';

/** Option for a class-validator decorator: the sentence a person reads when this rule is broken. */
export const tell = (th: string, en: string): { context: Say } => ({ context: say(th, en) });

const GENERIC: Readonly<Record<string, Say>> = {
  whitelistValidation: say('ไม่รู้จักช่องนี้', 'This field is not known.'),
  isString: say('ต้องเป็นข้อความ', 'Must be text.'),
  isNotEmpty: say('กรุณากรอกช่องนี้', 'Please fill this in.'),
  isBoolean: say('ต้องเป็นใช่หรือไม่ใช่', 'Must be true or false.'),
  isInt: say('ต้องเป็นจำนวนเต็ม', 'Must be a whole number.'),
  isNumber: say('ต้องเป็นตัวเลข', 'Must be a number.'),
  isArray: say('ต้องเป็นรายการ', 'Must be a list.'),
  isIn: say('ไม่มีตัวเลือกนี้', 'This is not one of the choices.'),
  maxLength: say('ข้อความยาวเกินไป', 'Too long.'),
  minLength: say('ข้อความสั้นเกินไป', 'Too short.'),
};
const FALLBACK = say('กรุณาตรวจช่องนี้', 'Please check this field.');

/** Unknown fields are refused by name, wrong ones are named with what to do, in the reader's language. */
export const edgeValidation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) => new WrongFields(errors.flatMap((error) => fieldsOf(error, ''))),
});

function fieldsOf(error: ValidationError, parent: string): { field: string; say: Say }[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const children = (error.children ?? []).flatMap((child) => fieldsOf(child, field));
  const rule = Object.keys(error.constraints ?? {})[0];
  if (rule === undefined) return children;
  const contexts: Readonly<Record<string, Say>> | undefined = error.contexts;
  const context = contexts?.[rule];
  return [{ field, say: context ?? GENERIC[rule] ?? FALLBACK }, ...children];
}

/**
 * A letter's, file's or register's number: a digit, and no run of letters long enough for a name. The column is readable,
 * so no words may hide in it.
 */
export const REFERENCE_NO = /^(?!.*[\p{L}\p{M}]{7})(?=.*\p{N})[\p{L}\p{M}\p{N} ./()-]{1,60}$/u;

/** Text for somebody else's eyes: a receipt or claim code in it would open the case to whoever reads it. */
export const NoSecretCode = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'noSecretCode',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || !holdsSecretCode(value),
        // Without a message of its own the sentence below is not kept.
        defaultMessage: () => 'holds a secret code',
      },
    },
    tell(
      'ข้อความมีรหัสลับ หรือตัวเลข ๑๖ หรือ ๒๐ ตัวติดกัน กรุณาลบออก ไม่ต้องบอกรหัสแก่ผู้ใด ถ้าเป็นเลขอื่น ให้เขียนคำคั่นระหว่างเลข',
      'This text holds a secret code, or 16 or 20 digits in a row. Please remove it: the code is for nobody else. If they are other numbers, put a word between them.',
    ),
  );

/** An e-mail address, as it will be written to. */
export const MailAddress = (): PropertyDecorator => {
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (readMailAddress(value) ?? value) : value,
  );
  const check = ValidateBy(
    {
      name: 'mailAddress',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && readMailAddress(value) !== null,
        defaultMessage: () => 'not an address',
      },
    },
    tell('กรุณากรอกที่อยู่อีเมล เช่น name@example.org', 'Enter an e-mail address, such as name@example.org.'),
  );
  return (target, key) => {
    read(target, key);
    check(target, key);
  };
};

/** For `@Transform`: text as it is stored: normalised, without control characters, trimmed; anything else untouched. */
export const cleanText = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? normaliseThai(value).trim() : value;

/** For `@Transform` on optional fields: an empty form field is an absent one. */
export const emptyIsAbsent = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
