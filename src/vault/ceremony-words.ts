import type { Lang } from '../platform/http/language';

/** One step of the ceremony: who does it, and what. */
export interface CeremonyStep {
  readonly who: string;
  readonly what: string;
}

export interface CeremonyWords {
  readonly title: string;
  readonly lead: string;
  readonly beforeTitle: string;
  readonly before: readonly string[];
  readonly stepsTitle: string;
  readonly steps: readonly CeremonyStep[];
  readonly lossTitle: string;
  readonly losses: readonly CeremonyStep[];
  readonly signed: string;
  readonly link: string;
}

/** The ceremony on one page (KEYS K9); docs/ceremony.md says the same at length. */
const th: CeremonyWords = {
  title: 'พิธีเปิดระบบ',
  lead: 'ทำครั้งเดียวก่อนเปิดรับเรื่อง ใช้เวลาราวสองชั่วโมง พิมพ์หน้านี้แล้วทำเครื่องหมายทีละข้อ',
  beforeTitle: 'เตรียมไว้ก่อน',
  before: [
    'คน: ผู้ดูแลระบบหนึ่งคน ศูนย์รับเรื่องสองคน หน่วยสำรองสองคน ผู้เก็บรักษาข้อมูลผู้ร้องสองคน ผู้ตรวจสอบการใช้ระบบหนึ่งคน ผู้ดูแลระบบต้องไม่อยู่ในหน่วยเหล่านี้',
    'ของ: โทรศัพท์ของแต่ละคน เครื่องพิมพ์ที่ต่อสายตรง ตู้นิรภัย ก และ ข คนละที่ คนละผู้ถือ ซองปิดผนึก',
    'เครื่อง: เปิดด้วย https แล้ว แฟ้มความลับของเครื่อง (SERVER_SECRET_FILE) อ่านได้เฉพาะระบบ ไม่อยู่ในแฟ้มสำรองและไม่อยู่ใน DATA_DIR',
  ],
  stepsTitle: 'ขั้นตอน',
  steps: [
    {
      who: 'ผู้ดูแลระบบ',
      what: 'เปิดลิงก์ First administrator ที่แสดงบนจอเครื่องแม่ข่ายเมื่อเริ่มครั้งแรก (ใช้ได้ครั้งเดียว) ตั้งรหัสผ่านและการยืนยันขั้นที่สอง',
    },
    {
      who: 'ผู้ดูแลระบบ',
      what: 'เพิ่มผู้ใช้ทุกคนที่หน้า “ผู้ใช้ระบบ” หน่วยสำรองเลือกบทบาทของศูนย์รับเรื่องและทำเครื่องหมาย “อยู่หน่วยสำรอง” มอบรหัสผ่านให้เจ้าตัวต่อหน้า',
    },
    { who: 'ทุกคน', what: 'เข้าสู่ระบบด้วยตนเอง ตั้งรหัสผ่านของตนเอง ตั้งการยืนยันขั้นที่สอง เก็บรหัสสำรองสิบชุดไว้กับตัว' },
    {
      who: 'คนแรกของแต่ละหน่วย',
      what: 'ที่หน้า “กุญแจของหน่วย” กดสร้างกุญแจ พิมพ์ใบกู้กุญแจสองใบ ใบที่ ๑ ใส่ซองเข้าตู้ ก ใบที่ ๒ เข้าตู้ ข ทันที ห้ามถ่ายรูป',
    },
    {
      who: 'คนที่สองของหน่วย',
      what: 'อ่านรหัส ๑๘ หลักบนจอของตนให้คนแรกฟัง คนแรกพิมพ์ตามที่ได้ยินแล้วรับเข้าหน่วย ทั้งสองเทียบลายนิ้วมือกับใบกู้กุญแจ',
    },
    {
      who: 'สามหน่วย แล้วหน่วยอื่น',
      what: 'ทำสองข้อข้างบนที่ศูนย์รับเรื่อง หน่วยสำรอง ผู้เก็บรักษา แล้วจึงผู้ตรวจสอบ ผู้บริหาร และหน่วยงานที่จะส่งเรื่องถึง',
    },
    {
      who: 'ผู้ดูแลเครื่อง',
      what: 'ตั้งค่าเดียวกับเครื่องแม่ข่าย สั่ง backup-key พิมพ์ใบกู้ข้อมูลสำรองสองใบ เข้าตู้ ก และ ข สำรองข้อมูลครั้งแรก แล้วลองกู้คืนบนเครื่องอื่น',
    },
    { who: 'คนนอกศูนย์', what: 'เมื่อครบสามหน่วย ระบบเปิดรับเรื่องเอง ส่งเรื่องทดสอบทางหน้าเว็บ เก็บใบรับ แล้วติดตามด้วยใบรับ' },
    { who: 'ศูนย์รับเรื่องและผู้ดูแลระบบ', what: 'ศูนย์เปิดอ่านเรื่องทดสอบได้ ผู้ดูแลระบบเปิดหน้าเดียวกันแล้วต้องไม่พบ จากนั้นศูนย์ยุติเรื่องทดสอบ' },
    { who: 'ผู้ดูแลเครื่องและผู้ตรวจสอบการใช้ระบบ', what: 'สั่ง audit verify ต่อหน้าผู้ตรวจสอบ ซึ่งจดค่าท้ายบันทึก (head) ไปเก็บเอง' },
  ],
  lossTitle: 'เมื่อสูญหาย',
  losses: [
    { who: 'โทรศัพท์หาย', what: 'ใช้รหัสสำรองหนึ่งชุดเข้าสู่ระบบ แล้วตั้งเครื่องใหม่' },
    { who: 'ลืมรหัสผ่าน', what: 'ผู้ดูแลระบบออกใหม่ ตั้งของตนเองอีกครั้ง แล้วให้เพื่อนในหน่วยรับเข้าด้วยรหัส ๑๘ หลัก' },
    { who: 'คนออกจากหน่วย หรือใบใดใบหนึ่งหาย', what: 'เปลี่ยนกุญแจของหน่วย เก็บใบชุดใหม่ ใบเก่าเก็บไว้เฉพาะบรรทัด S ที่เหลือทำลาย' },
    { who: 'ไม่เหลือผู้ถือกุญแจ', what: 'ป้อนรหัสจากใบทั้งสองที่ “กู้กุญแจด้วยใบสองใบ”' },
    { who: 'เครื่องเสีย', what: 'เครื่องใหม่ แฟ้มสำรอง และใบกู้ข้อมูลสำรองทั้งสองใบ รวมบรรทัดที่ขึ้นต้นด้วย S: คำสั่ง restore' },
    {
      who: 'หน้าจอบอกว่ากุญแจไม่ใช่กุญแจเดิม',
      what: 'หยุด อย่ารับใครเข้าหน่วย แจ้งหัวหน้าศูนย์และผู้ตรวจสอบการใช้ระบบ เทียบลายนิ้วมือกับใบในตู้',
    },
  ],
  signed:
    'วันที่ ................................ ผู้เป็นพยาน ................................................................',
  link: 'พิธีเปิดระบบ (หน้าเดียว สำหรับพิมพ์)',
};

const en: CeremonyWords = {
  title: 'The opening ceremony',
  lead: 'Once, before the first report is taken; about two hours. Print this page and tick each line.',
  beforeTitle: 'Have ready',
  before: [
    'People: one administrator, two of the desk, two of the alternative unit, two custodians. The administrator is none of the others.',
    'Things: everybody’s telephone, a printer on a cable, safes A and B in two places with two keepers, envelopes to seal.',
    'The machine: reached by https; the server secret’s file (SERVER_SECRET_FILE) readable by the program alone, in no backup and not in DATA_DIR.',
  ],
  stepsTitle: 'Steps',
  steps: [
    {
      who: 'Administrator',
      what: 'Open the link that the first start printed (it works once); set a passphrase and a second factor.',
    },
    { who: 'Administrator', what: 'Add everybody on the page “People”; hand each passphrase over in person.' },
    {
      who: 'Everybody',
      what: 'Sign in alone, choose a passphrase of one’s own, set the second factor, keep the ten recovery codes.',
    },
    {
      who: 'First of each unit',
      what: 'On “Unit keys”, make the key. Print the two recovery sheets: sheet 1 sealed into safe A, sheet 2 into safe B, at once; no photograph.',
    },
    {
      who: 'Second of the unit',
      what: 'Read the 18 digits on the own screen aloud; the first types what is heard and admits. Both compare the fingerprint with the sheets.',
    },
    {
      who: 'Three units, then the others',
      what: 'The two lines above for desk, alternative unit and custodians; then investigators, executives and the agencies that cases go to.',
    },
    {
      who: 'Keeper of the machine',
      what: 'Run backup-key; its two sheets into safes A and B. Make the first backup and try a restore on another machine.',
    },
    {
      who: 'Somebody from outside',
      what: 'With three units of two, intake opens by itself. Send a test report on the web, keep the receipt, follow it.',
    },
    {
      who: 'Desk and administrator',
      what: 'The desk reads the test report; to the administrator the same page must not be there. Then the desk ends the test case.',
    },
    { who: 'Auditor', what: 'Run audit verify, note the head, keep it away from the machine.' },
  ],
  lossTitle: 'When something is lost',
  losses: [
    { who: 'A telephone', what: 'Sign in with one recovery code and set up the new one.' },
    {
      who: 'A passphrase',
      what: 'The administrator issues another; choose one’s own again, and be admitted again by the 18 digits.',
    },
    {
      who: 'A member leaves, or one sheet is missing',
      what: 'Change the unit’s key; store the new sheets, keep of the old only the line S, destroy the rest.',
    },
    {
      who: 'Nobody holds the key',
      what: 'Bring both sheets from both safes and type them at “Recover with the two sheets”.',
    },
    {
      who: 'The machine',
      what: 'A new machine, the backup file and both backup sheets, with the lines that begin with S: the command restore.',
    },
    {
      who: 'A page says the key is not the one it was',
      what: 'Stop, admit nobody, tell the head and the auditor, compare the fingerprints with the sheets in the safes.',
    },
  ],
  signed:
    'Date ................................ Witness ................................................................',
  link: 'The opening ceremony (one page, to be printed)',
};

export const ceremonyWords = (lang: Lang): CeremonyWords => (lang === 'en' ? en : th);
