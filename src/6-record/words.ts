import type { Lang } from '../platform/http/language';
import type { RecordState } from './closing-record.entity';
import type { WithdrawalState } from './withdrawal.entity';

const th = {
  back: 'กลับไปหน้าเรื่อง',
  waits: 'เสนอไว้แล้ว รอผู้อนุมัติอีกคนหนึ่ง',
  notNow: 'ขณะนี้ทำรายการนี้ไม่ได้',
  decide: 'พิจารณาคำขอ',
  decision: 'ผลการพิจารณา',
  grant: 'อนุมัติ',
  refuse: 'ไม่อนุมัติ',
  save: 'บันทึกผลการพิจารณา',
  reason: 'เหตุผล',
  yes: 'ใช่',
  no: 'ไม่ใช่',
  record: {
    title: 'บันทึกข้อมูลและยุติเรื่อง',
    form: 'เสนอบันทึกปิดเรื่อง',
    outcome: 'ผลการยุติเรื่อง',
    improvement: 'นำไปสู่การปรับปรุงงาน',
    improvementText: 'ปรับปรุงอะไร อย่างไร',
    repeated: 'เป็นเรื่องที่เคยร้องเรียนมาก่อน',
    lessons: 'ข้อสังเกตเพื่อใช้เป็นแนวทางจัดการเรื่องร้องเรียน',
    answer: 'คำตอบสุดท้ายถึงผู้ร้อง พร้อมเหตุผล',
    answerHint: 'ผู้ร้องจะเห็นข้อความนี้เมื่อบันทึกได้รับอนุมัติ อย่าเขียนชื่อผู้ใด',
    send: 'เสนอให้อนุมัติ',
    records: 'บันทึกปิดเรื่อง',
    states: { proposed: 'รออนุมัติ', recorded: 'บันทึกแล้ว', refused: 'ไม่อนุมัติ' } satisfies Record<RecordState, string>,
  },
  reopening: {
    title: 'เปิดเรื่องใหม่',
    lead: 'เรื่องจะกลับไปเริ่มที่ขั้นคัดแยก เริ่มนับกำหนดเวลาใหม่ และนับเป็นเรื่องที่เปิดใหม่ในสถิติ',
    reason: 'เหตุผลที่เปิดเรื่องใหม่',
    send: 'เสนอเปิดเรื่องใหม่',
    count: (n: string) => `เคยเปิดใหม่แล้ว ${n} ครั้ง`,
  },
  withdrawal: {
    title: 'ผู้ร้องขอถอนเรื่อง',
    grievance: 'เรื่องร้องทุกข์: เรื่องยุติเมื่อผู้ร้องขอถอน',
    accusation: 'เรื่องกล่าวหา: ถามผู้ร้องก่อนว่ามีใครกดดันหรือไม่ แล้วหัวหน้าศูนย์พิจารณาพร้อมเหตุผลว่าจะยุติหรือดำเนินการต่อ',
    reason: 'ผู้ร้องขอถอนเพราะอะไร',
    pressure: 'ถามผู้ร้องแล้วว่ามีใครกดดันหรือไม่',
    send: 'บันทึกคำขอถอนเรื่อง',
    papers: 'คำขอถอนเรื่อง',
    states: { asked: 'รอพิจารณา', taken: 'ถอนแล้ว', refused: 'ดำเนินการต่อ' } satisfies Record<WithdrawalState, string>,
  },
};

type RecordWords = Readonly<typeof th>;

const en: RecordWords = {
  back: 'Back to the case',
  waits: 'This has been asked and waits for a second person.',
  notNow: 'This cannot be done now.',
  decide: 'Decide on the request',
  decision: 'Decision',
  grant: 'Grant',
  refuse: 'Refuse',
  save: 'Record the decision',
  reason: 'Reason',
  yes: 'Yes',
  no: 'No',
  record: {
    title: 'Record and close',
    form: 'Propose the closing record',
    outcome: 'How the case closes',
    improvement: 'It led to an improvement',
    improvementText: 'What was improved, and how',
    repeated: 'The same had been complained about before',
    lessons: 'Lessons for handling complaints',
    answer: 'Final answer to the reporter, with its reasons',
    answerHint: 'The reporter reads this once the record is granted. Name nobody.',
    send: 'Propose for approval',
    records: 'Closing records',
    states: { proposed: 'Waiting', recorded: 'Recorded', refused: 'Refused' },
  },
  reopening: {
    title: 'Reopen the case',
    lead: 'The case goes back to sorting, with new clocks, and counts as reopened.',
    reason: 'Why it is reopened',
    send: 'Ask to reopen',
    count: (n) => `Reopened ${n} times before`,
  },
  withdrawal: {
    title: 'The reporter withdraws',
    grievance: 'A grievance ends when its reporter withdraws it.',
    accusation:
      'An accusation: first ask the reporter whether anybody presses them; then the desk head decides, with a reason, whether it ends or goes on.',
    reason: 'Why the reporter withdraws',
    pressure: 'The reporter was asked whether anybody presses them',
    send: 'Take down the withdrawal',
    papers: 'Requests to withdraw',
    states: { asked: 'Waiting', taken: 'Withdrawn', refused: 'Goes on' },
  },
};

export const recordWords = (lang: Lang): RecordWords => (lang === 'en' ? en : th);
