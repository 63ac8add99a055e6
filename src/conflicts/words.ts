import type { Lang } from '../platform/http/language';

/** Words of the conflict pages. Malay is for reporters, so these pages speak Thai to it. */
const th = {
  title: 'ส่วนได้เสียและผู้มีสิทธิ์เห็นเรื่อง',
  lead: 'ผู้ที่ถูกกันออกจะไม่เห็นเรื่องนี้ ไม่เห็นในรายการ จำนวน การค้นหา หรือการแจ้งเตือนใด ๆ',
  back: 'กลับไปแฟ้มเรื่อง',
  units: 'หน่วยที่เปิดอ่านได้',
  unit: 'หน่วย',
  part: 'ส่วนของเรื่อง',
  from: 'ตั้งแต่',
  until: 'ถึง',
  still: 'ปัจจุบัน',
  hidden: 'ผู้ที่ไม่เห็นเรื่องนี้',
  name: 'ชื่อ',
  cause: 'เพราะ',
  nobody: 'ยังไม่มีผู้ถูกกันออก',
  causes: { named: 'ถูกกล่าวถึงในเรื่อง', agency: 'เป็นคนของหน่วยงานที่ถูกร้อง', recused: 'ขอถอนตัวเอง', disposed: 'ทำลายเรื่องแล้ว' },
  kinds: {
    dialogue: 'เรื่องที่แจ้งและข้อความ',
    work: 'เอกสารทำงาน',
    referral: 'เอกสารส่งหน่วยงาน',
    report: 'รายงานผู้บริหาร',
    identity: 'ข้อมูลผู้ร้อง',
    original: 'พยานหลักฐานต้นฉบับ',
    custody: 'คำขอเปิดข้อมูลผู้ร้อง',
  } as Readonly<Record<string, string>>,
  names: {
    desk: 'ศูนย์รับเรื่อง',
    investigation: 'ผู้ตรวจสอบข้อเท็จจริง',
    executive: 'ผู้บริหาร',
    alternative: 'หน่วยสำรอง',
    custodian: 'ผู้เก็บรักษาข้อมูลผู้ร้อง',
  } as Readonly<Record<string, string>>,
  wall: 'กันเจ้าหน้าที่ออกจากเรื่องนี้',
  who: 'เจ้าหน้าที่',
  reason: 'เหตุผล',
  recuse: 'ขอถอนตัวจากเรื่องนี้ (ส่วนได้เสีย)',
  recuseWhy: 'เมื่อถอนตัวแล้ว ท่านจะไม่เห็นเรื่องนี้อีก หากไม่เหลือผู้อ่านในศูนย์ เรื่องจะส่งให้หน่วยสำรองทันที',
  handOver: 'ส่งให้หน่วยสำรอง',
  handOverWhy: 'ใช้เมื่อเรื่องเกี่ยวกับคนในศูนย์ ทุกคนในศูนย์จะไม่เห็นเรื่องนี้อีก รวมทั้งท่าน',
  gone: 'ท่านไม่เห็นเรื่องนั้นอีกแล้ว',
};

export type ConflictWords = Readonly<typeof th>;

const en: ConflictWords = {
  title: 'Conflicts of interest and who may see the case',
  lead: 'For whoever is walled off the case is not there: in no list, count, search or notice.',
  back: 'Back to the case file',
  units: 'Units that can open it',
  unit: 'Unit',
  part: 'Part',
  from: 'From',
  until: 'Until',
  still: 'now',
  hidden: 'Who does not see it',
  name: 'Name',
  cause: 'Because',
  nobody: 'Nobody is walled off',
  causes: { named: 'named in the complaint', agency: 'of the accused agency', recused: 'stepped back', disposed: 'disposed of' },
  kinds: {
    dialogue: 'Report and messages',
    work: 'Working papers',
    referral: 'Referral papers',
    report: 'Report to the executive',
    identity: 'Who reported',
    original: 'Original evidence',
    custody: 'Requests to see who reported',
  },
  names: {
    desk: 'Intake desk',
    investigation: 'Investigators',
    executive: 'Executives',
    alternative: 'Alternative unit',
    custodian: 'Identity custodians',
  },
  wall: 'Wall an officer off',
  who: 'Officer',
  reason: 'Reason',
  recuse: 'Step back from this case',
  recuseWhy:
    'You will not see this case again. If nobody at the desk is left to read it, it goes to the alternative unit.',
  handOver: 'Hand to the alternative unit',
  handOverWhy: 'When it concerns people of this office. Nobody at the desk will see it again, nor will you.',
  gone: 'That case is not there for you any more',
};

export const conflictWords = (lang: Lang): ConflictWords => (lang === 'en' ? en : th);
