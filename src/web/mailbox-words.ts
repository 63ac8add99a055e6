import { dateTime } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';

const th = {
  heading: 'กล่องข้อความกับผู้ร้อง',
  none: 'ยังไม่มีข้อความ',
  reporter: 'ผู้ร้อง',
  desk: 'เจ้าหน้าที่',
  question: 'คำถาม',
  waits: 'รอผู้ร้องตอบ',
  final: 'แจ้งผล',
  readByReporter: (at: string) => `ผู้ร้องเปิดอ่านเมื่อ ${dateTime('th', at, 'short')}`,
  unreadByReporter: 'ผู้ร้องยังไม่ได้เปิดอ่าน',
  fresh: 'ข้อความใหม่',
  safety: 'ถามความปลอดภัยของผู้ร้องหลังยุติเรื่อง',
  safetyDay: (day: number) => `ครบ ${toThai(day)} วัน`,
  safetyStates: {
    later: 'ยังไม่ถึงวัน',
    due: 'ถึงวันแล้ว รอผู้ร้องตอบที่หน้าของตน',
    missed: 'ไม่มีคำตอบ',
    safe: 'ตอบว่าปลอดภัยดี',
    unsafe: 'ตอบว่าไม่ปลอดภัย',
  },
};

const en: typeof th = {
  heading: 'Mailbox with the reporter',
  none: 'No message yet',
  reporter: 'Reporter',
  desk: 'Office',
  question: 'Question',
  waits: 'Waits for the reporter',
  final: 'Result',
  readByReporter: (at) => `Opened by the reporter ${dateTime('en', at, 'short')}`,
  unreadByReporter: 'Not opened by the reporter yet',
  fresh: 'New',
  safety: 'Safety of the reporter after closing',
  safetyDay: (day) => `After ${day} days`,
  safetyStates: {
    later: 'Not yet due',
    due: 'Due: waits for an answer on the reporter’s page',
    missed: 'No answer',
    safe: 'Answered: safe',
    unsafe: 'Answered: not safe',
  },
};

export const mailboxWords = (lang: Lang): typeof th => (lang === 'th' ? th : en);
