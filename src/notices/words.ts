import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';
import { letterAskedFor } from './notice.rules';

interface NoticeWords {
  readonly reminder: (clock: string) => string;
  readonly letterByHand: (no: number) => string;
  readonly kinds: Readonly<Record<string, string>>;
}

const th: NoticeWords = {
  reminder: (clock) => `ถึงกำหนด: ${clock}`,
  letterByHand: (no) => `หน่วยงานไม่มีผู้รับแจ้งในระบบ โปรดส่งหนังสือติดตาม ครั้งที่ ${toThai(no)}`,
  kinds: {
    new_case: 'มีเรื่องใหม่',
    reopened: 'เรื่องถูกเปิดใหม่',
    assigned: 'มอบหมายให้ท่าน',
    decision_waits: 'มีข้อเสนอรออนุมัติ',
    extension_waits: 'มีคำขอขยายเวลา',
    due_moved: 'กำหนดเวลาเลื่อนเพราะวันหยุดเปลี่ยน',
    refused: 'ข้อเสนอไม่ได้รับอนุมัติ',
    referral: 'มีเรื่องส่งถึงหน่วยงานของท่าน',
    answered: 'หน่วยงานตอบแล้ว',
    not_ours: 'หน่วยงานส่งเรื่องคืน',
    verify: 'ให้ท่านตรวจสอบข้อเท็จจริง',
    report_waits: 'มีรายงานรอสั่งการ',
    ordered: 'ผู้บริหารสั่งการแล้ว',
    reporter_wrote: 'ผู้ร้องเขียนถึงท่าน',
    review_asked: 'ผู้ร้องขอให้ทบทวนผล',
    withdrawal_wished: 'ผู้ร้องอยากถอนเรื่อง',
    legal_limit_near: 'ใกล้ครบกำหนดเวลาตามกฎหมายของคดีที่องค์กรอื่นดำเนินการ',
    legal_limit_past: 'เลยกำหนดเวลาตามกฎหมายของคดีที่องค์กรอื่นดำเนินการ',
    reprisal: 'ผู้ร้องแจ้งว่าถูกข่มขู่หรือไม่ปลอดภัย',
  },
};

const en: NoticeWords = {
  reminder: (clock) => `Due: ${clock}`,
  letterByHand: (no) => `The agency has nobody here to be told: send follow-up letter ${no} on paper`,
  kinds: {
    new_case: 'New case',
    reopened: 'Case reopened',
    assigned: 'Assigned to you',
    decision_waits: 'A proposal waits for a decision',
    extension_waits: 'An extension is asked for',
    due_moved: 'A due date moved: the calendar changed',
    refused: 'Proposal refused',
    referral: 'Referred to your agency',
    answered: 'Answered by the agency',
    not_ours: 'Returned by the agency',
    verify: 'For you to verify',
    report_waits: 'A report waits for an order',
    ordered: 'Order given by the executive',
    reporter_wrote: 'The reporter wrote',
    review_asked: 'The reporter asks for review',
    withdrawal_wished: 'The reporter wishes to withdraw',
    legal_limit_near: 'The legal limit of another body’s proceeding is near',
    legal_limit_past: 'The legal limit of another body’s proceeding has passed',
    reprisal: 'The reporter is threatened or not safe',
  },
};

/** What a notice says, on the page and by post alike. Reminders of the ladder have the profile's own codes: they are told by their clock. */
export function noticeSays(lang: Lang, kind: string, clock: string | null): string {
  const { kinds, reminder, letterByHand } = lang === 'th' ? th : en;
  const letter = letterAskedFor(kind);
  if (letter !== null) return letterByHand(letter);
  const { clocks } = words(lang).staff;
  return kinds[kind] ?? (clock ? reminder((clocks as Readonly<Record<string, string>>)[clock] ?? clock) : kind);
}
