import type { Lang } from './http/language';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What an error may add to its answer: codes, never texts of a case. */
export interface ErrorDetails {
  readonly allowed?: readonly string[];
  readonly fields?: readonly { readonly field: string; readonly say: Say }[];
  readonly retryAfterSeconds?: number;
  /** Said in the trail, in dots, once the request was rolled back: something is wrong that no person did at this door. */
  readonly alarm?: string;
  /** Where a browser is led instead of an error page: a path of ours. */
  readonly leadTo?: string;
}

export interface Say {
  readonly th: string;
  readonly en: string;
}

/** Both languages of one sentence, side by side where the sentence belongs. */
export const say = (th: string, en: string): Say => ({ th, en });

export const sayIn = (lang: Lang, sentence: Say): string => (lang === 'th' ? sentence.th : sentence.en);

/**
 * An error in the office's words. Rooms extend it: `class CaseNotFound extends DomainError`.
 * The HTTP edge turns it into `{error, message, allowed?, fields?}` with this status; nothing else reaches the outside.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  readonly code: string;

  constructor(
    readonly says: Say,
    readonly details: ErrorDetails = {},
  ) {
    super(says.en);
    this.code = this.constructor.name;
  }
}

/** 400: a field or several cannot be taken as they are. */
export class WrongFields extends DomainError {
  readonly status = 400;
  constructor(fields: NonNullable<ErrorDetails['fields']>) {
    super(say('กรุณาตรวจข้อมูลที่กรอก', 'Please check what was entered.'), { fields });
  }

  static one(field: string, sentence: Say): WrongFields {
    return new WrongFields([{ field, say: sentence }]);
  }
}

/** 503: more work is waiting than can be done soon; nothing was written. */
export class Busy extends DomainError {
  readonly status = 503;
  constructor(retryAfterSeconds = 5) {
    super(say('ขณะนี้มีผู้ใช้งานมาก กรุณาลองใหม่ในอีกสักครู่', 'The service is busy. Please try again in a moment.'), {
      retryAfterSeconds,
    });
  }
}

export class NotFound extends DomainError {
  readonly status = 404;
  constructor(sentence: Say = say('ไม่พบหน้าที่ต้องการ', 'Not found.')) {
    super(sentence);
  }
}

export class Conflict extends DomainError {
  readonly status = 409;
}

export class Forbidden extends DomainError {
  readonly status = 403;
  constructor(sentence: Say = say('ท่านไม่มีสิทธิ์ทำรายการนี้', 'You may not do this.'), details: ErrorDetails = {}) {
    super(sentence, details);
  }
}

export class SignInNeeded extends DomainError {
  readonly status = 401;
  constructor(sentence: Say = say('กรุณาเข้าสู่ระบบ', 'Please sign in.'), details: ErrorDetails = {}) {
    super(sentence, details);
  }
}
