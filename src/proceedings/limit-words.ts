import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';
import type { EndReason, MistakeReason } from './limit-reasons';
import type { TermUnit } from './limit.inputs';
import type { Warning } from './limit.rules';
import { limitWordsEn } from './limit-words.en';

export const limitWordsTh = {
  title: 'กำหนดเวลาตามกฎหมาย',
  lead: 'กรอกตามหนังสือขององค์กรเท่านั้น การขยายเวลาขององค์กรใช้คำนวณตัวชี้วัด ๓.๑ ส่วนการขยายเวลาของศูนย์ไม่นับ',
  limit: 'กำหนดเวลา',
  stage: 'ขั้นตอน',
  usual: 'ตามปกติขององค์กรนั้น',
  startsOn: 'เริ่มนับตามหนังสือ',
  startsHint: 'ถ้าไม่กรอก จะใช้วันเริ่มของสำนวน เช่น ๓ ธ.ค. ๖๗ หรือ 3/12/2567',
  length: 'ระยะเวลา',
  lengthHint: 'จำนวนตามหนังสือ ถ้าไม่กรอกทั้งระยะเวลาและวันครบกำหนด จะใช้ระยะเวลาปกติของขั้นตอน',
  unit: 'หน่วยเวลา',
  units: { c: 'วัน', w: 'วันทำการ', m: 'เดือน', y: 'ปี' } satisfies Record<TermUnit, string>,
  dueOn: 'หรือวันครบกำหนดที่หนังสือระบุ',
  dueHint: 'กรอกเมื่อหนังสือระบุวัน ไม่ได้ระบุระยะเวลา เช่น ๓ ธ.ค. ๖๗ หรือ 3/12/2567',
  until: 'หรือขยายถึงวันที่',
  extensionLengthHint: 'กรอกระยะเวลา หรือวันในช่องถัดไป ตามที่หนังสือระบุ',
  letter: 'หนังสือแจ้ง',
  letterNo: 'หนังสือเลขที่',
  letterDate: 'หนังสือลงวันที่',
  receivedOn: 'ศูนย์ได้รับเมื่อวันที่',
  noLetter: 'ยังไม่ได้กรอกหนังสือ',
  written: (no: string, day: string) => `${no} ลงวันที่ ${day}`,
  received: (day: string) => `ได้รับ ${day}`,
  first: 'ครบกำหนดเดิม',
  due: 'ครบกำหนด',
  enteredBy: 'ผู้กรอก',
  why: 'ทำไมเป็นวันนี้',
  rule: (span: string) => `ระยะเวลาปกติของขั้นตอนนี้ ${span}`,
  cap: (span: string) => `ขยายได้ครั้งละไม่เกิน ${span}`,
  times: (n: number) => `ไม่เกิน ${toThai(n)} ครั้ง`,
  source: (text: string, verified: boolean) => `ที่มา: ${text}${verified ? '' : ' (ยังไม่ได้ยืนยัน)'}`,
  says: {
    start: (day: string) => `เริ่มนับ ${day}`,
    length: (span: string) => `ระยะเวลา ${span}`,
    stated: (day: string) => `หนังสือระบุวันครบกำหนด ${day}`,
    extended: (span: string, from: string, to: string) => `องค์กรขยายเวลา ${span} จาก ${from} เป็น ${to}`,
    due: (day: string) => `จึงครบกำหนด ${day}`,
  },
  extensions: 'การขยายเวลาตามหนังสือขององค์กร',
  nthLimit: (n: number) => `กำหนดที่ ${toThai(n)}`,
  nth: (n: number) => `ครั้งที่ ${toThai(n)}`,
  to: (day: string) => `ถึง ${day}`,
  byDay: 'ตามวันที่หนังสือระบุ',
  warnings: {
    tooMany: 'เกินจำนวนครั้งที่ระบบบันทึกไว้ว่าขยายได้ กรุณาตรวจกับหนังสืออีกครั้ง',
    tooLong: 'นานกว่าที่ระบบบันทึกไว้ว่าขยายได้ต่อครั้ง กรุณาตรวจกับหนังสืออีกครั้ง',
    afterDue: 'หนังสือลงวันที่หลังครบกำหนดแล้ว กรุณาตรวจกับหนังสืออีกครั้ง',
  } satisfies Record<Warning, string>,
  counted: 'รายการนี้นับตามหนังสือ',
  extend: 'บันทึกการขยายเวลา',
  end: 'บันทึกการสิ้นสุด',
  endAgain: 'แก้ไขการสิ้นสุด',
  correct: 'แก้ไขกำหนดเวลา',
  add: 'เพิ่มกำหนดเวลาของขั้นตอนถัดไป',
  cancel: 'ไม่บันทึก',
  ended: 'สิ้นสุด',
  endedOn: 'วันที่สิ้นสุด',
  how: 'สิ้นสุดอย่างไร',
  ends: {
    decided: 'องค์กรมีมติหรือคำสั่ง',
    transferred: 'ส่งต่อหน่วยงานอื่น',
    withdrawn: 'ถอนเรื่องหรือยุติ',
    proceeding: 'สำนวนสิ้นสุด',
  } satisfies Record<EndReason, string>,
  runsOn: 'ยกเลิกการสิ้นสุด (กรอกผิด)',
  takeBack: 'ยกเลิกรายการนี้ (กรอกผิด)',
  mistake: 'เหตุที่ยกเลิก',
  mistakes: {
    other_file: 'เป็นของสำนวนหรือขั้นตอนอื่น',
    misread: 'อ่านหนังสือผิด',
    twice: 'กรอกซ้ำ',
    revoked: 'องค์กรยกเลิกหนังสือนั้น',
  } satisfies Record<MistakeReason, string>,
  takenBack: (why: string, who: string, when: string) => `ยกเลิกแล้ว ไม่นับ: ${why} · ${who} ${when}`,
  pressing: {
    title: 'กำหนดเวลาตามกฎหมายที่ใกล้ครบหรือเลยแล้ว',
    lead: 'กำหนดเวลาขององค์กรอื่นที่จะครบใน ๓๐ วัน หรือเลยแล้วและยังไม่สิ้นสุด เรียงจากวันครบกำหนดที่เร็วที่สุด',
    none: 'ไม่มีกำหนดเวลาที่จะครบใน ๓๐ วันหรือเลยแล้ว',
    unit: 'รายการ',
    proceeding: 'สำนวน',
    case: 'เลขเรื่องของศูนย์',
    link: (total: number, past: number) =>
      `กำหนดเวลาตามกฎหมายขององค์กรอื่นที่ใกล้ครบหรือเลยแล้ว ${toThai(total)} รายการ (เลยแล้ว ${toThai(past)})`,
  },
};

export type LimitWords = typeof limitWordsTh;

export const limitWords = (lang: Lang): LimitWords => (lang === 'en' ? limitWordsEn : limitWordsTh);
