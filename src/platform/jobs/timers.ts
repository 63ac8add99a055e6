import type { Say } from '../errors';
import { say } from '../errors';

/** What runs by itself, and how often without being woken. */
export interface Timer {
  readonly everyMs: number;
  readonly does: Say;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const timer = (everyMs: number, th: string, en: string): Timer => ({ everyMs, does: say(th, en) });

/** Every timer of the system: nothing else runs by itself. Each takes whatever is due by now and is safe to run twice. */
export const TIMERS = {
  'deadlines.sweep': timer(
    30 * SECOND,
    'แจ้งเตือนกำหนดที่มาถึง นับเวลาต่อเมื่อครบช่วงหยุดนับ บันทึกว่าระบบยังทำงาน และออกใบรับรองของวันก่อนหน้า',
    'Fires the rungs that have come, ends pauses that are over, writes a beat and certifies the day before.',
  ),
  'notices.read': timer(
    30 * SECOND,
    'อ่านลำดับเหตุการณ์ของเรื่อง แล้วเขียนการแจ้งเตือนให้ผู้ที่ต้องทราบ',
    'Reads the story and writes a notice for everybody who should know.',
  ),
  'notices.send': timer(
    30 * SECOND,
    'ส่งการแจ้งเตือนทางอีเมลในเวลาทำการ และลองส่งรายการที่ส่งไม่สำเร็จอีกครั้ง',
    'Posts notices in office hours and tries those that failed again.',
  ),
  'notices.check-ins': timer(
    HOUR,
    'บอกผู้ร้องที่ฝากอีเมลไว้ว่าถึงวันถามความปลอดภัย',
    'Tells reporters who left an address that the day of a check-in has come.',
  ),
  'legal-limits': timer(
    5 * MINUTE,
    'แจ้งหัวหน้าศูนย์เมื่อกำหนดเวลาตามกฎหมายของคดีใกล้ครบหรือเลยแล้ว และนับใหม่เมื่อปฏิทินเปลี่ยน',
    'Tells the desk head of legal limits of proceedings that are near or past, and counts them anew when the calendar changed.',
  ),
  receipts: timer(
    10 * MINUTE,
    'ลบรหัสเปิดครั้งแรก กุญแจของแบบฟอร์ม และการเข้าดูเรื่องที่หมดอายุ',
    'Deletes claim codes, submission keys and reporters’ sessions that are over.',
  ),
  addresses: timer(
    HOUR,
    'ลบอีเมลของผู้ร้องเมื่อครบ ๙๐ วันหลังปิดเรื่อง',
    'Deletes reporters’ addresses ninety days after closing.',
  ),
  'agency-codes': timer(
    10 * MINUTE,
    'ปิดรหัสและการเข้าดูของหน่วยงานที่ไม่มีบัญชี เมื่อหมดอายุ',
    'Ends codes and sessions of agencies without an account that are over.',
  ),
  'trial-retirement': timer(
    HOUR,
    'ส่งต่อกุญแจทดลองให้หน่วย แล้วทำลายกุญแจที่เครื่องแม่ข่ายถือไว้',
    'Hands trial keys over to the units and destroys what the server held.',
  ),
  'disposal-clearing': timer(
    HOUR,
    'ลบไฟล์และร่องรอยกุญแจของเรื่องที่ทำลายแล้ว',
    'Removes the files and old key bytes of cases that were disposed of.',
  ),
} as const satisfies Readonly<Record<string, Timer>>;

export type TimerName = keyof typeof TIMERS;

/** How often each comes round: the system's own pace, or a test's. */
export type Pace = Readonly<Record<TimerName, Pick<Timer, 'everyMs'>>>;
