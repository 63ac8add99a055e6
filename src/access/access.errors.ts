import { Conflict, DomainError, Forbidden, NotFound, SignInNeeded, say } from '../platform/errors';
import { ACCOUNT_PATHS } from './account-paths';
import type { Lock } from './looker';

/** Wrong name, wrong passphrase, wrong or missing code and closed account look alike. */
export class WrongSignIn extends SignInNeeded {
  constructor() {
    super(
      say(
        'ชื่อผู้ใช้หรือรหัสผ่านไม่ตรง หรือรหัสยืนยันไม่ถูกต้อง กรุณาลองอีกครั้ง',
        'User name, passphrase or second-factor code do not match. Please try again.',
      ),
    );
  }
}

/** Too early after wrong ones from the same address; nothing was looked at. */
export class TooManyTries extends DomainError {
  readonly status = 429;
  constructor(seconds: number) {
    super(
      say(
        `ลองผิดหลายครั้งแล้ว กรุณารอ ${seconds} วินาทีแล้วลองใหม่ บัญชีไม่ได้ถูกปิด`,
        `Too many wrong tries. Wait ${seconds} seconds and try again. The account is not locked.`,
      ),
      { retryAfterSeconds: seconds },
    );
  }
}

/** The province wants its own provider asked first. Says nothing of any account. */
export class OrganisationFirst extends SignInNeeded {
  constructor() {
    super(
      say(
        'กรุณายืนยันตัวกับระบบของหน่วยงานก่อน แล้วจึงใส่รหัสผ่าน',
        'Sign in with your organisation first, then give your passphrase.',
      ),
    );
  }
}

/** Refused there, broken off, too late or for somebody else: one answer. */
export class OrganisationRefused extends Forbidden {
  constructor() {
    super(
      say('ระบบของหน่วยงานไม่ยืนยันตัวท่าน กรุณาลองอีกครั้ง', 'Your organisation did not confirm who you are. Please try again.'),
    );
  }
}

/** The provider does not answer; nothing was looked at. */
export class OrganisationAway extends DomainError {
  readonly status = 503;
  constructor() {
    super(
      say(
        'ติดต่อระบบยืนยันตัวของหน่วยงานไม่ได้ กรุณาลองใหม่ในอีกสักครู่',
        'Your organisation’s sign-in does not answer. Please try again in a moment.',
      ),
      { retryAfterSeconds: 30 },
    );
  }
}

/** The officer is signed in, but has not shown who she is within the last minutes. A browser is led to do so and back. */
export class ConfirmationNeeded extends SignInNeeded {
  /** @param back local path to return to. */
  constructor(back: string) {
    super(say('กรุณายืนยันตัวตนอีกครั้งก่อนทำรายการนี้', 'Please confirm that it is you before doing this.'), {
      leadTo: `${ACCOUNT_PATHS.confirmation}?to=${encodeURIComponent(back)}`,
    });
  }
}

export class NoSecondFactor extends Conflict {
  constructor() {
    super(say('ยังไม่ได้ตั้งการยืนยันขั้นที่สอง', 'There is no second factor yet.'), { leadTo: ACCOUNT_PATHS.secondFactor });
  }
}

/** The session opens the account's own pages until its passphrase is her own and a second factor enrolled. */
export class AccountUnfinished extends Forbidden {
  constructor(lock: Lock) {
    super(lock === 'passphrase' ? OWN_FIRST : FACTOR_FIRST, { leadTo: ACCOUNT_PATHS.account });
  }
}

const OWN_FIRST = say('กรุณาตั้งรหัสผ่านของท่านเองก่อน', 'Choose your own passphrase first.');
const FACTOR_FIRST = say('กรุณาตั้งการยืนยันขั้นที่สองก่อน', 'Set up your second factor first.');

export class UsernameTaken extends Conflict {
  constructor() {
    super(say('มีชื่อผู้ใช้นี้แล้ว กรุณาใช้ชื่ออื่น', 'This username is taken. Please choose another.'));
  }
}

export class OfficerNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบผู้ใช้นี้', 'There is no such officer.'));
  }
}

export class ChangedMeanwhile extends Conflict {
  constructor() {
    super(say('มีผู้แก้ไขผู้ใช้นี้พร้อมกัน กรุณาเปิดหน้าใหม่', 'Somebody changed this officer meanwhile. Open the page again.'));
  }
}

export class LastAdministrator extends Conflict {
  constructor() {
    super(
      say('ผู้นี้เป็นผู้ดูแลระบบคนสุดท้าย กรุณาตั้งผู้ดูแลระบบคนอื่นก่อน', 'This is the last administrator. Appoint another one first.'),
    );
  }
}

/** The set-up link was used, replaced by a newer start, or never existed. */
export class SetupOver extends NotFound {
  constructor() {
    super(
      say(
        'ลิงก์นี้ใช้ไม่ได้แล้ว ลิงก์ใหม่แสดงเมื่อเริ่มโปรแกรมอีกครั้ง หากยังไม่มีผู้ดูแลระบบ',
        'This link is over. A new one is shown at the next start as long as there is no administrator.',
      ),
    );
  }
}
