import type { UnitCode } from './units';
import { Conflict, Forbidden, NotFound, WrongFields, say } from '../platform/errors';

/**
 * KEYS K4: the key that stands under an epoch she knows is not the one her keyring holds, though its MAC is right. So
 * somebody had the database and the server secret; nothing is opened or sealed with it.
 */
export class UnitKeyChanged extends Conflict {
  static readonly ALARM = 'pin.broken';

  constructor(unit: UnitCode) {
    const { th, en } = SWAPPED;
    super(say(`${th} (${unit})`, `${en} (${unit})`), { alarm: UnitKeyChanged.ALARM });
  }
}

/** What a member is told to do. */
export const SWAPPED = say(
  'กุญแจของหน่วยไม่ใช่กุญแจที่ท่านเคยใช้ ระบบจึงไม่เปิดและไม่เข้ารหัสด้วยกุญแจนี้ หยุดทำงานกับเรื่อง อย่ารับใครเข้าหน่วย แจ้งหัวหน้าศูนย์และผู้ตรวจสอบการใช้ระบบทันที แล้วเทียบลายนิ้วมือในหน้า “กุญแจของหน่วย” กับใบกู้กุญแจในตู้นิรภัย',
  'The key of this unit is not the one you have used before, so it is neither opened with nor sealed to. Stop working on cases, admit nobody, tell the head and the auditor at once, and compare the fingerprints on the page “Unit keys” with the recovery sheets in the safes.',
);

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
