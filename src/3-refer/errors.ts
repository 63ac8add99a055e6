import { Conflict, NotFound, SignInNeeded, say } from '../platform/errors';
import type { CodeRefusal } from './agency-code.rules';
import { agencyWords } from './agency-words';
import type { AnswerKind } from './answer.rules';

/** Not there, of another case, or another agency's. */
export class ReferralNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบการส่งเรื่องนี้', 'There is no such referral.'));
  }
}

/** 409: the agency still has the case on its desk. */
export class AlreadyReferred extends Conflict {
  constructor() {
    super(
      say(
        'หน่วยงานนี้ได้รับเรื่องไปแล้วและยังไม่ตอบผลสุดท้าย กรุณารอคำตอบหรือเรียกเรื่องคืนก่อน',
        'This agency has the case already and has not given its final answer. Wait for it, or call the referral back.',
      ),
    );
  }
}

/** 409: the referral cannot be answered so; says which answers it can take now. */
export class AnswerNotPossible extends Conflict {
  constructor(allowed: readonly AnswerKind[]) {
    super(
      allowed.length > 0
        ? say('ขณะนี้ตอบแบบนี้ไม่ได้', 'The referral cannot take this answer now.')
        : say('การส่งเรื่องนี้จบแล้ว ตอบเพิ่มไม่ได้', 'This referral is over and takes no more answers.'),
      { allowed },
    );
  }
}

/** 409: answered in the end, given back, or called back before. */
export class ReferralOver extends Conflict {
  constructor() {
    super(say('การส่งเรื่องนี้จบแล้ว เรียกคืนไม่ได้', 'This referral is over and cannot be called back.'));
  }
}

/** 409: a closed case takes no answers. */
export class CaseClosed extends Conflict {
  constructor() {
    super(say('เรื่องนี้ยุติแล้ว', 'This case is closed.'));
  }
}

/** One text for malformed, unknown, expired, ended and of another purpose (KEYS "Receipts and codes"). */
export class AgencyCodeUnknown extends NotFound {
  constructor() {
    super(say(agencyWords('th').door.unknown, agencyWords('en').door.unknown));
  }
}

/** 401: no code was typed here, fifteen minutes are over, or the code opens nothing any more. */
export class AgencyCodeNeeded extends SignInNeeded {
  constructor() {
    super(say(agencyWords('th').door.over, agencyWords('en').door.over));
  }
}

/** 409: this agency is given no code for this referral (KEYS K6). */
export class NoCode extends Conflict {
  constructor(readonly why: CodeRefusal) {
    super(say(agencyWords('th').refusals[why], agencyWords('en').refusals[why]));
  }
}
