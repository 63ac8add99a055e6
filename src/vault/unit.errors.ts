import { Conflict, Forbidden, NotFound, WrongFields, say } from '../platform/errors';

/** A unit she has no part in looks like one that is not there. */
export class UnitNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบหน่วยนี้', 'There is no such unit.'));
  }
}

export class AlreadyBorn extends Conflict {
  constructor() {
    super(say('หน่วยนี้มีกุญแจแล้ว กรุณาให้สมาชิกรับท่านเข้าหน่วย', 'This unit has its key already. Ask a member to admit you.'));
  }
}

export class NotAMember extends Forbidden {
  constructor() {
    super(say('ต้องเป็นสมาชิกที่ถือกุญแจของหน่วยนี้', 'Only a member who holds this unit’s key may do this.'));
  }
}

export class NotToBeAdmitted extends Conflict {
  constructor() {
    super(
      say(
        'รับผู้นี้เข้าหน่วยไม่ได้ ต้องเป็นผู้ที่มีบทบาทของหน่วย ยังใช้งานอยู่ และเข้าสู่ระบบด้วยบัญชีของตนเอง',
        'This person cannot be admitted: she needs a role of the unit and an account in use.',
      ),
    );
  }
}

export const wrongCode = (): WrongFields =>
  WrongFields.one(
    'code',
    say(
      'รหัสไม่ตรง ให้ผู้สมัครอ่านรหัสบนหน้าจอของตนอีกครั้ง ถ้ายังไม่ตรง ห้ามรับเข้า และแจ้งหัวหน้าศูนย์',
      'The code does not match. Have the newcomer read it out again; if it still differs, admit nobody and tell the head.',
    ),
  );

export const wrongSheet = (field: 'first' | 'second'): WrongFields =>
  WrongFields.one(field, say('อ่านรหัสบนใบนี้ไม่ได้ กรุณาตรวจทีละกลุ่ม', 'This sheet cannot be read. Check it group by group.'));

export const wrongSheets = (): WrongFields =>
  WrongFields.one(
    'second',
    say('สองใบนี้ไม่ใช่ของหน่วยนี้ หรือไม่ใช่ชุดเดียวกัน', 'These two sheets are not of this unit, or not of one set.'),
  );
