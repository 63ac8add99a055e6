import type { ReporterKind } from '../cases/codes';
import type { Lang } from '../platform/http/language';

interface DeskWords {
  readonly title: string;
  readonly entered: string;
  readonly script: string;
  readonly scriptLines: readonly string[];
  readonly channel: string;
  readonly time: string;
  readonly timeHint: string;
  readonly ticketHint: string;
  readonly reporterKind: string;
  readonly reporterKinds: Readonly<Record<ReporterKind, string>>;
  readonly protection: string;
  readonly save: string;
  readonly readAloud: string;
  readonly claimUse: string;
  readonly openCase: string;
}

/** Telephone script and words of the desk's form (WORDING §5). */
const th: DeskWords = {
  title: 'รับเรื่องใหม่',
  entered: 'รับเรื่องไว้แล้ว',
  script: 'ลำดับการพูดทางโทรศัพท์',
  scriptLines: [
    'สวัสดีครับ/ค่ะ ศูนย์รับเรื่องจังหวัด รับสายครับ/ค่ะ ตอนนี้ท่านสะดวกพูดไหม มีใครได้ยินหรือไม่',
    'สายนี้ไม่บันทึกเสียง และยังไม่ต้องบอกชื่อ สะดวกภาษาไทยหรือมลายู',
    'มีใครกำลังเป็นอันตรายไหม ถ้ามี ตำรวจ 191 เจ็บป่วย 1669',
    'เล่าให้ฟังได้เลย เกิดอะไรขึ้น',
    'ที่ไหน เมื่อไร ใคร ทำหน้าที่อะไร ท่านเห็นเองหรือมีคนเล่า มีหลักฐานหรือพยานไหม',
    'เคยแจ้งที่อื่นหรืออยู่ในศาลหรือยัง',
    'อยากให้เราช่วยอะไร',
    'ขอทวนนะครับ/คะ … ถูกต้องไหม จะแก้ตรงไหนบ้าง',
    'กลัวถูกกลั่นแกล้งไหม',
    'เลือกได้สามแบบ ไม่บอกชื่อ / บอกแต่ให้ปกปิด / เปิดเผย ทุกแบบเรารับเรื่องเหมือนกัน',
    'ติดต่อกลับได้ไหม เวลาใดปลอดภัย ให้พูดว่าใครโทรมา',
    'อ่านรหัสเปิดครั้งแรกทีละสี่ตัว แล้วให้ท่านอ่านกลับทีละกลุ่ม',
    'บอกขั้นต่อไปและวันที่ แล้วขอบคุณครับ/ค่ะ',
  ],
  channel: 'ช่องทาง',
  time: 'เวลารับเรื่อง',
  timeHint: 'เช่น 14:30 เว้นว่างได้',
  ticketHint: 'เฉพาะผู้มาติดต่อด้วยตนเอง',
  reporterKind: 'ผู้ร้องเป็นใคร',
  reporterKinds: {
    citizen: 'ประชาชน',
    same_office: 'เจ้าหน้าที่ในหน่วยงานเดียวกัน',
    other_official: 'เจ้าหน้าที่หน่วยงานอื่น',
    network: 'เครือข่ายภาคประชาชน',
    agency: 'หน่วยงาน',
    group: 'กลุ่มบุคคล',
  },
  protection: 'ผู้ร้องขอให้คุ้มครอง (ต้องถามทุกครั้ง)',
  save: 'บันทึกและออกรหัส',
  readAloud: 'อ่านทีละสี่ตัว เว้นหนึ่งลมหายใจ แล้วให้ผู้ร้องอ่านกลับทีละกลุ่ม อย่าอ่านรหัสพร้อมเลขเรื่อง และอย่าส่งทาง SMS หรือไลน์',
  claimUse: 'รหัสนี้ใช้เปิดครั้งแรกบนเว็บภายใน ๓๐ วัน แล้วระบบจะให้รหัสลับของผู้ร้องเอง',
  openCase: 'เปิดเรื่องนี้',
};

const en: DeskWords = {
  title: 'New case',
  entered: 'The report is received',
  script: 'What to say on the telephone',
  scriptLines: [
    'Greeting. Can you speak now? Can anyone hear you?',
    'This call is not recorded, and you need not give your name. Thai or Malay?',
    'Is anyone in danger? Police 191, ambulance 1669.',
    'Please tell: what happened?',
    'Where, when, who, in what office? Seen or heard? Any proof or witness?',
    'Told elsewhere, or in court?',
    'What do you ask for?',
    'Read back; what should be changed?',
    'Do you fear reprisal?',
    'Three ways: anonymous, confidential, open. All are received alike.',
    'May we call back? When is it safe? Who shall we say is calling?',
    'Read the first-opening code by fours and have it read back.',
    'Say what comes next and when. Thank you.',
  ],
  channel: 'Channel',
  time: 'Time received',
  timeHint: 'For example 14:30; may be left empty',
  ticketHint: 'For visitors only',
  reporterKind: 'Who the reporter is',
  reporterKinds: {
    citizen: 'Citizen',
    same_office: 'Official of the same office',
    other_official: 'Other official',
    network: 'Civic network',
    agency: 'Agency',
    group: 'Group of people',
  },
  protection: 'The reporter asks for protection (always ask)',
  save: 'Save and give the code',
  readAloud:
    'Read by fours with a breath between, and have each group read back. Never in one breath with the case number, never by SMS or LINE.',
  claimUse: 'It opens the report once on the web within 30 days; the reporter then gets a secret code of her own.',
  openCase: 'Open this case',
};

export const deskWords = (lang: Lang): DeskWords => (lang === 'th' ? th : en);
