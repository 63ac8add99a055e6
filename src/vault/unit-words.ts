import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';

/** Words of the units' pages. Malay is for reporters, so these pages speak Thai to it. */
const th = {
  title: 'กุญแจของหน่วย',
  lead: 'ข้อความทุกเรื่องเข้ารหัสไว้ให้หน่วย ผู้ถือกุญแจของหน่วยเท่านั้นที่เปิดอ่านได้ ผู้ดูแลระบบเปิดไม่ได้',
  names: {
    desk: 'ศูนย์รับเรื่อง',
    investigation: 'ผู้ตรวจสอบข้อเท็จจริง',
    executive: 'ผู้บริหาร',
    alternative: 'หน่วยสำรอง',
    custodian: 'ผู้เก็บรักษาข้อมูลผู้ร้อง',
  } as Readonly<Record<string, string>>,
  agency: 'หน่วยงาน',
  states: {
    unborn: 'ยังไม่มีกุญแจ',
    trial: 'ทดลองใช้: เครื่องแม่ข่ายถือกุญแจแทน',
    waiting: 'ท่านยังไม่ได้ถือกุญแจ',
    member: 'ท่านถือกุญแจของหน่วยนี้',
    swapped: 'กุญแจไม่ใช่กุญแจเดิม',
  },
  fingerprint: 'ลายนิ้วมือกุญแจ',
  epoch: 'ชุดที่',
  pinned: 'ลายนิ้วมือกุญแจที่บัญชีของท่านจำไว้',
  pinnedSince: (day: string) => `ตั้งแต่ ${day}`,
  compare: 'กุญแจชุดนี้ใหม่สำหรับท่าน โปรดเทียบลายนิ้วมือกับใบกู้กุญแจในตู้นิรภัยหนึ่งครั้ง ถ้าไม่ตรงกัน ให้หยุดและแจ้งหัวหน้าศูนย์และผู้ตรวจสอบการใช้ระบบ',
  swappedTitle: 'หยุดก่อน',
  swappedIf:
    'ถ้าลายนิ้วมือกุญแจที่บัญชีของท่านจำไว้ตรงกับใบกู้กุญแจ ฐานข้อมูลถูกแก้ ให้ผู้ดูแลระบบหยุดระบบและกู้คืนจากแฟ้มสำรอง ถ้าลายนิ้วมือปัจจุบันตรงกับใบ ให้ขอรหัสผ่านใหม่แล้วให้หน่วยรับเข้าอีกครั้ง',
  bear: 'สร้างกุญแจของหน่วย',
  bearWhy: 'ผู้ถือกุญแจคนแรกของหน่วยกดปุ่มนี้ ระบบจะแสดงใบกู้กุญแจสองใบเพียงครั้งเดียว ให้พิมพ์ทันที เตรียมเครื่องพิมพ์และตู้นิรภัยสองแห่งไว้ก่อน',
  yourCode: 'รหัสของท่าน (อ่านให้ผู้ถือกุญแจของหน่วยฟัง ทางโทรศัพท์หรือต่อหน้า)',
  yourCodeWhy: 'อย่าส่งรหัสนี้ทางข้อความ ผู้รับต้องได้ยินเสียงและรู้จักท่าน',
  members: 'ผู้ถือกุญแจ',
  name: 'ชื่อ',
  since: 'ตั้งแต่',
  noMembers: 'ยังไม่มีผู้ถือกุญแจ',
  tooFew: 'มีผู้ถือกุญแจน้อยกว่าสองคน หากคนเดียวลาหรือลืมรหัสผ่าน ต้องใช้ใบกู้กุญแจทั้งสองใบ',
  admit: 'รับเข้าหน่วย',
  admitWhy: 'ให้ผู้ขอเข้าหน่วยอ่านรหัส ๑๘ หลักบนหน้าจอของตน แล้วพิมพ์ตามที่ได้ยิน',
  who: 'ผู้ขอเข้าหน่วย',
  code: 'รหัส ๑๘ หลัก',
  owed: (count: number) => `ยังต้องเข้ารหัสใหม่ให้หน่วยนี้ ${toThai(count)} รายการ`,
  settle: 'เข้ารหัสใหม่ต่อ',
  rotate: 'เปลี่ยนกุญแจ',
  rotateWhy:
    'ทำเมื่อมีผู้ออกจากหน่วย หรือสงสัยว่ากุญแจรั่ว กุญแจใหม่มีใบกู้ชุดใหม่ ใบเก่าเก็บไว้เฉพาะบรรทัด S ที่เหลือทำลาย สิ่งที่เคยเปิดอ่านไปแล้วเรียกคืนไม่ได้ มีผลตั้งแต่นี้ไป',
  leaving: 'ผู้ที่ออกจากหน่วย',
  recover: 'กู้กุญแจด้วยใบสองใบ',
  recoverWhy: 'ใช้เมื่อไม่เหลือผู้ถือกุญแจ ป้อนรหัสจากทั้งสองใบ ระบบจะสร้างกุญแจและใบกู้ชุดใหม่ทันที',
  first: 'รหัสบนใบที่ ๑',
  second: 'รหัสบนใบที่ ๒',
  sheetsTitle: 'ใบกู้กุญแจ',
  sheetsLead: 'แสดงครั้งเดียว พิมพ์แยกใบ เก็บคนละตู้นิรภัย ห้ามถ่ายรูป ห้ามเก็บไว้ด้วยกัน',
  sheet: (no: number) => `ใบที่ ${toThai(no)}`,
  sheetOf: 'หน่วย',
  sheetUse: 'ใบเดียวเปิดอะไรไม่ได้ ต้องใช้คู่กับอีกใบหนึ่ง',
  sheetServer: 'รหัสที่ขึ้นต้นด้วย S คือส่วนหนึ่งของความลับของเครื่องแม่ข่าย ใช้เมื่อเครื่องเสียและต้องกู้คืนระบบ',
  done: 'พิมพ์และเก็บแล้ว',
  admitted: 'รับเข้าหน่วยแล้ว',
};

export type UnitWords = Readonly<typeof th>;

const en: UnitWords = {
  title: 'Unit keys',
  lead: 'Every text is sealed to units. Only who holds a unit’s key can read it; the administrator cannot.',
  names: {
    desk: 'Intake desk',
    investigation: 'Investigators',
    executive: 'Executives',
    alternative: 'Alternative unit',
    custodian: 'Identity custodians',
  },
  agency: 'Agency',
  states: {
    unborn: 'No key yet',
    trial: 'Trial: the server holds the key',
    waiting: 'You do not hold the key yet',
    member: 'You hold this unit’s key',
    swapped: 'Not the key it was',
  },
  fingerprint: 'Fingerprint',
  epoch: 'Key no.',
  pinned: 'Fingerprint you hold',
  pinnedSince: (day) => `since ${day}`,
  compare:
    'This key is new to you. Compare the fingerprint once with the recovery sheet in the safe. If they differ, stop and tell the head and the auditor.',
  swappedTitle: 'Stop here',
  swappedIf:
    'If the fingerprint you hold is the one on the sheet, the database was changed: the administrator stops the system and restores a backup. If the present one is on the sheet, ask for a new passphrase and be admitted again.',
  bear: 'Make the unit’s key',
  bearWhy:
    'The first holder presses this. Two recovery sheets are shown once: have a printer and two safes ready before you begin.',
  yourCode: 'Your code (read it out to a member, by telephone or in person)',
  yourCodeWhy: 'Do not send this code as a message: the member has to hear your voice and know you.',
  members: 'Holders',
  name: 'Name',
  since: 'Since',
  noMembers: 'Nobody holds it yet',
  tooFew:
    'Fewer than two people hold this key. If one is away or forgets a passphrase, both recovery sheets are needed.',
  admit: 'Admit',
  admitWhy: 'Have the newcomer read out the 18 digits on their screen, and type what you hear.',
  who: 'Newcomer',
  code: '18 digits',
  owed: (count) => `${count} item(s) still to be sealed anew for this unit`,
  settle: 'Go on sealing',
  rotate: 'Change the key',
  rotateWhy:
    'When somebody leaves, or when the key may be known. New sheets are printed; keep of the old ones only the line S. What was opened before cannot be recalled: only the future ends.',
  leaving: 'Who leaves',
  recover: 'Recover with the two sheets',
  recoverWhy: 'When nobody holds the key any more. Type both sheets; a new key and new sheets are made at once.',
  first: 'Sheet 1',
  second: 'Sheet 2',
  sheetsTitle: 'Recovery sheets',
  sheetsLead: 'Shown once. Print them apart, keep them in two safes, take no photograph, never keep them together.',
  sheet: (no) => `Sheet ${no}`,
  sheetOf: 'Unit',
  sheetUse: 'One sheet opens nothing; it needs the other.',
  sheetServer:
    'The code that begins with S is part of the server secret: for the day the machine is lost and the system is restored.',
  done: 'Printed and stored',
  admitted: 'Admitted',
};

export const unitWords = (lang: Lang): UnitWords => (lang === 'en' ? en : th);
