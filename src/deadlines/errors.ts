import { Conflict, NotFound, say } from '../platform/errors';
import type { Say } from '../platform/errors';
import type { ExtensionRefusal } from './extension.rules';

/** 404: no such run of a clock, pause or request on this case, or not this looker's. */
export class ClockNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบกำหนดเวลานี้', 'There is no such clock here.'));
  }
}

/** 409 */
export class ClockCannotPause extends Conflict {
  constructor() {
    super(
      say(
        'กำหนดเวลานี้หยุดนับไม่ได้ หรือใช้จำนวนวันหยุดนับครบแล้ว',
        'This clock cannot pause, stands still already, or has used up its days.',
      ),
    );
  }
}

const REFUSALS: Readonly<Record<ExtensionRefusal, Say>> = {
  never: say('กำหนดเวลานี้ขยายไม่ได้', 'This clock knows no extension.'),
  too_often: say('ขยายเวลาครบจำนวนครั้งแล้ว', 'It has been extended as often as it may be.'),
  too_long: say('ขอขยายเกินจำนวนวันที่กำหนด', 'This is longer than one extension may be.'),
  waiting: say('มีคำขอขยายเวลารออนุมัติอยู่แล้ว', 'A request is waiting for its answer already.'),
};

/** 409 */
export class ExtensionImpossible extends Conflict {
  constructor(readonly why: ExtensionRefusal) {
    super(REFUSALS[why]);
  }
}

/** 409: granted, refused or undone before. */
export class AlreadyDecided extends Conflict {
  constructor() {
    super(say('คำขอนี้ตัดสินแล้ว', 'This request has been decided already.'));
  }
}

/** 404 */
export class CalendarNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบฉบับนี้ของปฏิทิน', 'There is no such version of the calendar.'));
  }
}

/** 409: nothing would be different. */
export class CalendarUnchanged extends Conflict {
  constructor() {
    super(
      say(
        'วันที่เลือกไม่เปลี่ยนปฏิทิน เพราะเป็นวันหยุดหรือวันทำการตามนั้นอยู่แล้ว',
        'These days are closed, or open, already: the calendar would stay as it is.',
      ),
    );
  }
}

/** 409: one change at a time. */
export class CalendarWaits extends Conflict {
  constructor() {
    super(
      say(
        'มีการแก้ไขปฏิทินที่รอการพิจารณาอยู่ กรุณาพิจารณารายการนั้นก่อน',
        'A change of the calendar waits for its decision. Decide that one first.',
      ),
    );
  }
}

/** 409: others were built upon it, or it is not in force. */
export class NotTheNewest extends Conflict {
  constructor() {
    super(say('ยกเลิกได้เฉพาะฉบับล่าสุดที่ใช้อยู่', 'Only the newest version in force can be undone, and never the first.'));
  }
}
