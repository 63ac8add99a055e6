import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';
import { RETENTION } from './retention.rules';

const YEARS = Object.fromEntries(Object.entries(RETENTION).map(([kind, { years }]) => [kind, years]));

const th = {
  title: 'เรื่องที่ครบกำหนดเก็บรักษา',
  lead: 'เรื่องที่ปิดแล้วและเก็บไว้ครบกำหนด หน้านี้แสดงรายการเท่านั้น ยังไม่มีการทำลาย',
  unit: 'เรื่อง',
  none: 'ไม่มีเรื่องที่ครบกำหนดเก็บรักษา',
  number: 'เลขเรื่อง',
  type: 'ประเภท',
  kind: 'กลุ่มการเก็บรักษา',
  closedOn: 'ปิดเมื่อ',
  keptUntil: 'เก็บถึง',
  kinds: { accusation: 'กล่าวหาผู้อื่น', grievance: 'เดือดร้อน', ended: 'ยุติเมื่อคัดแยก' },
  basis: `กำหนดเก็บหลังปิดเรื่อง: กล่าวหาผู้อื่น ${toThai(YEARS.accusation ?? 0)} ปี เดือดร้อน ${toThai(YEARS.grievance ?? 0)} ปี ยุติเมื่อคัดแยก ${toThai(YEARS.ended ?? 0)} ปี [U] ยังไม่ได้ตรวจสอบกับระเบียบของหน่วยงาน`,
};

const en: typeof th = {
  title: 'Cases past their time',
  lead: 'Closed cases kept as long as they must be. This page only lists them; nothing is destroyed.',
  unit: 'cases',
  none: 'No case is past its time.',
  number: 'Case',
  type: 'Type',
  kind: 'Kept as',
  closedOn: 'Closed on',
  keptUntil: 'Kept until',
  kinds: { accusation: 'Accusation', grievance: 'Grievance', ended: 'Ended at sorting' },
  basis: `Kept after closing: accusations ${YEARS.accusation} years, grievances ${YEARS.grievance}, ended at sorting ${YEARS.ended}. [U] not verified against the office’s own rules.`,
};

export type RecordsWords = typeof th;
export const recordsWords = (lang: Lang): RecordsWords => (lang === 'en' ? en : th);
