import { randomBytes } from 'node:crypto';

/** What a form sends to `POST /api/v1/complaints`. */
export interface MadeUpComplaint {
  readonly allegation: string;
  readonly where: string;
  readonly when: string;
  readonly identity: 'anonymous';
  readonly submissionKey: string;
}

const PLACES = ['หน้าตลาดเช้า', 'ข้างศาลาริมน้ำ', 'ปากซอยโรงเรียน', 'ทางเข้าสนามกีฬา', 'หลังสถานีรถไฟ'] as const;
const MATTERS = [
  'ไฟถนนดับมาหลายคืนแล้ว แจ้งไปสองครั้งยังไม่มีใครมาดู คนเดินกลับบ้านมองทางไม่เห็น',
  'ถนนที่เพิ่งซ่อมเสร็จเมื่อเดือนก่อนแตกเป็นหลุมอีก ป้ายโครงการไม่บอกชื่อผู้รับจ้างและราคา',
  'ไปยื่นคำขอที่เคาน์เตอร์ เจ้าหน้าที่ให้รอทั้งวันแล้วบอกให้กลับมาใหม่โดยไม่บอกเหตุผล',
] as const;

/** A made-up complaint with words and a submission key of its own, as long as people write by telephone. */
export const complaint = (no: number): MadeUpComplaint => ({
  allegation: `เรื่องสมมุติลำดับที่ ${no}: ${MATTERS[no % MATTERS.length]} ขอให้ช่วยตรวจสอบและแจ้งผลด้วย`,
  where: PLACES[no % PLACES.length] ?? '',
  when: 'ช่วงเย็น',
  identity: 'anonymous',
  submissionKey: randomBytes(32).toString('base64url'),
});
