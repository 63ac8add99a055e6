import type { Lang } from '../platform/http/language';
import type { VerificationMode } from './verify.rules';

const th = {
  title: 'ตรวจสอบข้อเท็จจริง',
  visitTitle: 'บันทึกการตรวจสอบ',
  back: 'กลับไปหน้าเรื่อง',
  modes: {
    visit: 'ลงพื้นที่',
    documents: 'ตรวจจากเอกสาร',
    discreet: 'ตรวจโดยไม่เปิดเผย',
  } satisfies Record<VerificationMode, string>,
  modeHints: {
    visit: 'ไปพบเห็นด้วยตนเอง',
    documents: 'ขอและอ่านเอกสารหลักฐาน',
    discreet: 'หาข้อมูลโดยไม่ให้รู้ว่ามีการตรวจสอบ',
  } satisfies Record<VerificationMode, string>,
  accusation: 'เรื่องนี้เป็นการกล่าวหา: ไม่ชี้แจงให้จบเรื่อง ไม่นัดคู่กรณีมาพบกัน และไม่ลงพื้นที่ในลักษณะที่ทำให้รู้ว่าใครเป็นผู้ให้ข้อมูล',
  grievance: 'เรื่องร้องทุกข์: นอกจากตรวจสอบแล้ว ชี้แจงทำความเข้าใจจนเรื่องยุติได้ ให้บันทึกไว้ในผลการตรวจสอบ',
  orders: 'คำสั่งให้ตรวจสอบ',
  visits: 'บันทึกการตรวจสอบ',
  findings: 'ผลการตรวจสอบ',
  none: 'ยังไม่มี',
  order: 'สั่งตรวจสอบ',
  find: 'บันทึกผลการตรวจสอบ',
  addVisit: 'เพิ่มบันทึกการตรวจสอบ',
  sendBack: 'ส่งกลับให้หน่วยงานชี้แจงเพิ่ม',
  mode: 'วิธีตรวจสอบ',
  reason: 'เหตุผลที่ใช้วิธีนี้',
  cover: 'จะไม่ให้รู้ว่าใครเป็นผู้ให้ข้อมูลได้อย่างไร',
  coverHint: 'ต้องกรอกเมื่อลงพื้นที่ในเรื่องกล่าวหา เช่น ถามหลายครัวเรือน หรือไปในโอกาสตามปกติ',
  investigator: 'มอบให้ผู้ใดตรวจสอบ',
  anyone: 'เจ้าหน้าที่ของศูนย์คนใดก็ได้',
  finding: 'ผล',
  text: 'ข้อเท็จจริงและเหตุผล',
  date: 'วันที่ตรวจสอบ',
  seen: 'สิ่งที่ตรวจพบ',
  seenHint: 'ผู้ร้องอ่านไม่ได้ อย่าเขียนสิ่งที่บอกว่าผู้ร้องเป็นใคร',
  save: 'บันทึก',
};

type VerifyWords = Readonly<typeof th>;

const en: VerifyWords = {
  title: 'Verify the facts',
  visitTitle: 'Record of an enquiry',
  back: 'Back to the case',
  modes: { visit: 'Visit', documents: 'From documents', discreet: 'Discreet enquiry' },
  modeHints: {
    visit: 'Going to see for oneself',
    documents: 'Asking for papers and reading them',
    discreet: 'Learning without showing that it is being checked',
  },
  accusation:
    'Somebody is accused: no explaining away, no meeting of the two sides, and no visit that shows who spoke.',
  grievance: 'A grievance: it may also be settled by explaining; write that into the finding.',
  orders: 'Orders to verify',
  visits: 'Visits and enquiries',
  findings: 'Findings',
  none: 'None yet',
  order: 'Order the verification',
  find: 'Record the finding',
  addVisit: 'Record a visit or enquiry',
  sendBack: 'Send back for clarification',
  mode: 'How it is checked',
  reason: 'Why this way',
  cover: 'How it will not show who spoke',
  coverHint: 'Required for a visit about an accusation: several households, a usual occasion',
  investigator: 'Who is to verify',
  anyone: 'Any officer of the desk',
  finding: 'Finding',
  text: 'Facts and grounds',
  date: 'Day it was done',
  seen: 'What was seen and heard',
  seenHint: 'The reporter cannot read this. Write nothing that tells who the reporter is.',
  save: 'Save',
};

export const verifyWords = (lang: Lang): VerifyWords => (lang === 'en' ? en : th);
