import type { RetentionClass } from '../agencies/codes';
import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';
import type { HoldKind } from './legal-hold.entity';

interface Rule {
  readonly class: RetentionClass;
  readonly years: number;
  readonly basis: string;
}

const KINDS_TH = { accusation: 'กล่าวหาผู้อื่น', grievance: 'เดือดร้อน', ended: 'ยุติเมื่อคัดแยก' } as const;
const KINDS_EN = { accusation: 'Accusation', grievance: 'Grievance', ended: 'Ended at sorting' } as const;
const HOLDS_TH: Readonly<Record<HoldKind, string>> = {
  court: 'คดีในศาล หรือคดีที่อาจเกิดขึ้น',
  inquiry: 'การไต่สวนหรือสอบสวนของหน่วยงานที่มีอำนาจ',
  audit: 'การตรวจเงินแผ่นดินหรือตรวจราชการ',
  review: 'การอุทธรณ์หรือขอทบทวน',
  other: 'เหตุอื่น',
};
const HOLDS_EN: Readonly<Record<HoldKind, string>> = {
  court: 'a court, or a claim that may come',
  inquiry: 'a body that inquires',
  audit: 'state audit or inspection',
  review: 'an appeal or review',
  other: 'another reason',
};

const th = {
  title: 'เรื่องที่ครบกำหนดเก็บรักษา',
  lead: 'เรื่องที่ยุติแล้วและเก็บไว้ครบกำหนด การทำลายต้องมีผู้เสนอและผู้อนุมัติคนละคน',
  unit: 'เรื่อง',
  none: 'ไม่มีเรื่องที่ครบกำหนดเก็บรักษา',
  number: 'เลขเรื่อง',
  type: 'ประเภท',
  kind: 'กลุ่มการเก็บรักษา',
  why: 'ครบกำหนดเพราะ',
  closedOn: 'ยุติเมื่อ',
  keptUntil: 'เก็บถึง',
  state: 'สถานะ',
  held: 'ระงับการทำลาย',
  proposed: 'รออนุมัติทำลาย',
  ready: 'เสนอทำลายได้',
  kinds: KINDS_TH as Readonly<Record<RetentionClass, string>>,
  rule: (one: Rule) => `${KINDS_TH[one.class]} เก็บ ${toThai(one.years)} ปีหลังยุติเรื่อง [${one.basis}]`,
  basis: (rule: string, source: string) => `${rule} ${source}`,
  holds: HOLDS_TH,
  heldFor: (kind: HoldKind) => `ระงับการทำลาย: ${HOLDS_TH[kind]}`,
  disposals: 'ทะเบียนเรื่องที่ทำลายแล้ว',
  disposalsLead: 'เลขเรื่อง ข้อกำหนดที่ใช้ และผู้รับผิดชอบสองคน ไม่มีเนื้อหาของเรื่องเหลืออยู่',
  noDisposals: 'ยังไม่มีเรื่องที่ทำลาย',
  disposedOn: 'ทำลายเมื่อ',
  proposedBy: 'ผู้เสนอ',
  grantedBy: 'ผู้อนุมัติ',
  cleared: 'ลบไฟล์แล้ว',
  notCleared: 'กำลังลบไฟล์',
  backups: 'แฟ้มสำรองที่ยังมีเรื่องเหล่านี้',
  backupsWhy: 'แฟ้มสำรองข้อมูลที่ทำก่อนวันทำลายยังเปิดอ่านเรื่องเหล่านี้ได้ด้วยใบกู้ข้อมูลสำรอง โปรดทำลายแฟ้มเหล่านี้ตามรอบ',
  noBackups: 'ไม่มีแฟ้มสำรองที่ระบบรู้จัก',
  back: 'กลับไปหน้าเรื่อง',
  backToList: 'เรื่องที่ครบกำหนดเก็บรักษา',
  disposed: {
    lead: 'ข้อมูลของเรื่องนี้ทำลายแล้วเมื่อครบกำหนดเก็บรักษา',
    on: 'ทำลายเมื่อ',
    rule: 'ตามข้อกำหนด',
  },
  file: {
    title: 'การเก็บรักษาและการทำลาย',
    keeping: 'กำหนดเก็บรักษา',
    open: 'เริ่มนับเมื่อยุติเรื่อง',
    past: 'ครบกำหนดแล้ว',
    holds: 'การระงับการทำลาย',
    noHolds: 'ไม่มีการระงับการทำลาย',
    for: 'เหตุ',
    reason: 'เหตุผล',
    placed: 'ระงับเมื่อ',
    lifted: 'ยกเลิกเมื่อ',
    standing: 'ยังระงับอยู่',
    place: 'ระงับการทำลาย',
    placeWhy: 'เรื่องที่ระงับไว้จะไม่ถูกทำลาย แม้ครบกำหนดเก็บรักษา จนกว่าจะยกเลิก',
    lift: 'ยกเลิกการระงับ',
    dispose: 'เสนอทำลายข้อมูลของเรื่อง',
    disposeWhy:
      'เมื่อมีผู้อนุมัติอีกคนหนึ่งเห็นชอบ กุญแจ ข้อความ ไฟล์ และใบรับเรื่องของเรื่องนี้ รวมทั้งเรื่องที่รวมไว้ด้วยกัน จะถูกทำลายและกู้คืนไม่ได้ ตัวเลขสถิติไม่เปลี่ยน',
    waits: 'เสนอทำลายแล้ว รอผู้อนุมัติอีกคนหนึ่ง',
    decide: 'พิจารณาการทำลาย',
    grant: 'อนุมัติให้ทำลาย',
    refuse: 'ไม่อนุมัติ',
    proposedBy: (name: string, when: string) => `${name} เสนอเมื่อ ${when}`,
  },
};

const en: typeof th = {
  title: 'Cases past their time',
  lead: 'Closed cases kept as long as they must be. One person proposes disposal, another grants it.',
  unit: 'cases',
  none: 'No case is past its time.',
  number: 'Case',
  type: 'Type',
  kind: 'Kept as',
  why: 'Past its time because',
  closedOn: 'Closed on',
  keptUntil: 'Kept until',
  state: 'Standing',
  held: 'Legal hold',
  proposed: 'Disposal waits for a second person',
  ready: 'May be proposed',
  kinds: KINDS_EN,
  rule: (one) => `${KINDS_EN[one.class]}: kept ${one.years} years after closing [${one.basis}]`,
  basis: (rule, source) => `${rule}. ${source}`,
  holds: HOLDS_EN,
  heldFor: (kind) => `Legal hold: ${HOLDS_EN[kind]}`,
  disposals: 'Register of disposals',
  disposalsLead: 'Number, rule, and the two persons who answer for it. Nothing of the case itself is left.',
  noDisposals: 'No case was disposed of.',
  disposedOn: 'Disposed of on',
  proposedBy: 'Proposed by',
  grantedBy: 'Granted by',
  cleared: 'Files removed',
  notCleared: 'Files are being removed',
  backups: 'Backups that still hold these cases',
  backupsWhy:
    'Backups made before the day of disposal still open these cases with the backup sheets. Destroy them when their time comes.',
  noBackups: 'No backup is known.',
  back: 'Back to the case',
  backToList: 'Cases past their time',
  disposed: {
    lead: 'This case was disposed of.',
    on: 'Disposed of on',
    rule: 'Under the rule',
  },
  file: {
    title: 'Retention and disposal',
    keeping: 'Kept until',
    open: 'Counted from the day it is closed',
    past: 'past its time',
    holds: 'Legal holds',
    noHolds: 'No legal hold.',
    for: 'For',
    reason: 'Reason',
    placed: 'Placed',
    lifted: 'Lifted',
    standing: 'stands',
    place: 'Place a legal hold',
    placeWhy: 'A case that is held is not disposed of, however old it is, until the hold is lifted.',
    lift: 'Lift the hold',
    dispose: 'Propose disposal',
    disposeWhy:
      'Once a second person agrees, the keys, texts, files and receipt of this case and of those merged into it are destroyed and cannot be brought back. Figures do not change.',
    waits: 'Disposal is proposed and waits for a second person.',
    decide: 'Decide on the disposal',
    grant: 'Grant: destroy it',
    refuse: 'Refuse',
    proposedBy: (name, when) => `Proposed by ${name} on ${when}`,
  },
};

export type RecordsWords = typeof th;
export const recordsWords = (lang: Lang): RecordsWords => (lang === 'en' ? en : th);
