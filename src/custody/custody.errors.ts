import { Conflict, NotFound, say } from '../platform/errors';

export class NothingKept extends Conflict {
  constructor() {
    super(say('เรื่องนี้ไม่มีข้อมูลตัวตนของผู้ร้อง', 'Nothing is kept about who reported this.'));
  }
}

export class NoSuchExhibit extends NotFound {
  constructor() {
    super(say('ไม่มีพยานหลักฐานรายการนี้', 'There is no such exhibit.'));
  }
}

export class AlreadyWaiting extends Conflict {
  constructor() {
    super(say('ท่านขอเปิดดูไว้แล้ว รอผู้เก็บรักษาข้อมูลพิจารณา', 'You have asked already; the custodian has still to decide.'));
  }
}

export class AlreadyDecided extends Conflict {
  constructor() {
    super(say('คำขอนี้พิจารณาแล้ว', 'This request has been decided.'));
  }
}

/** What was never opened cannot have been given. */
export class NotOpened extends Conflict {
  constructor() {
    super(
      say(
        'ยังไม่มีการเปิดดูตามคำสั่งนี้ จึงยังบันทึกการส่งมอบไม่ได้',
        'Nothing was opened under this order yet, so nothing can have been given.',
      ),
    );
  }
}

export class AlreadyGiven extends Conflict {
  constructor() {
    super(say('บันทึกการส่งมอบไว้แล้ว', 'It was given already.'));
  }
}

/** Unknown, another's, not granted and over look alike. */
export class NoGrant extends NotFound {
  constructor() {
    super(say('ไม่มีคำอนุญาตที่ยังใช้ได้ กรุณาขอเปิดดูพร้อมเหตุผล', 'There is no grant in force. Ask for one with your reason.'));
  }
}
