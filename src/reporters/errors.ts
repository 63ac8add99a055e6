import { Conflict, NotFound, SignInNeeded, say } from '../platform/errors';

/** One text for wrong, unknown, used and expired (WORDING §2). */
export class CodeUnknown extends NotFound {
  constructor() {
    super(say('ไม่พบเรื่องที่ตรงกับรหัสนี้ กรุณาตรวจตัวเลขอีกครั้ง', 'No report matches this code. Please check the digits again.'));
  }
}

/** 401: nobody has opened a receipt here, or fifteen minutes are over. */
export class ReceiptNeeded extends SignInNeeded {
  constructor() {
    super(say('กรุณาใส่รหัสลับติดตามเรื่องอีกครั้ง', 'Please enter the secret follow-up code again.'));
  }
}

/** 409: this cannot be asked now; the page offers it only when it can. */
export class NotNow extends Conflict {
  constructor(th: string, en: string) {
    super(say(th, en));
  }
}
