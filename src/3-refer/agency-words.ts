import type { Lang } from '../platform/http/language';
import type { NotHanded } from './agency-code.rules';

const th = {
  door: {
    title: 'ตอบหนังสือ',
    lead: 'สำหรับหน่วยงานที่ได้รับรหัสมากับหนังสือ ไม่ต้องมีบัญชีผู้ใช้',
    code: 'รหัสในหนังสือ (๒๐ หลัก)',
    codeHint: 'พิมพ์เลขไทยหรือเลขอารบิก มีเว้นวรรคหรือไม่ก็ได้',
    open: 'เปิด',
    over: 'หมดเวลา หรือรหัสนี้เปิดไม่ได้แล้ว กรุณาใส่รหัสอีกครั้ง',
    unknown: 'ไม่พบเรื่องที่ตรงกับรหัสนี้ กรุณาตรวจตัวเลขอีกครั้ง',
    kept: 'ข้อความที่ยังไม่ได้ส่ง คัดลอกเก็บไว้ได้',
    lost: 'หากรหัสหาย หมดอายุ หรือเปิดไม่ได้ กรุณาติดต่อศูนย์ที่ส่งหนังสือมาเพื่อขอรหัสใหม่',
  },
  inside: {
    title: 'เรื่องที่ส่งถึงหน่วยงานของท่าน',
    until: (at: string) => `รหัสนี้ใช้ได้ถึง ${at} หรือจนกว่าจะส่งรายงานผลสุดท้าย แล้วจะเปิดหน้านี้ไม่ได้อีก ระบบบันทึกเวลาที่เปิดหน้านี้`,
    leave: 'ออกจากหน้านี้',
    doneTitle: 'ได้รับคำตอบแล้ว',
    done: 'ศูนย์ได้รับคำตอบของหน่วยงานท่านแล้ว รหัสในหนังสือใช้ไม่ได้แล้ว กรุณาทำลายกระดาษที่มีรหัส',
  },
  slip: {
    title: 'รหัสสำหรับหน่วยงาน',
    once: 'รหัสนี้แสดงครั้งเดียว พิมพ์หน้านี้แล้วใส่ซองไปกับหนังสือ อย่าส่งทางไลน์หรืออีเมล และอย่าบอกทางโทรศัพท์',
    what: 'รหัสนี้ใช้เปิดอ่านเรื่องที่ส่งมาพร้อมหนังสือ และตอบกลับทางเว็บ ใครมีกระดาษนี้ก็เปิดได้ โปรดเก็บรักษาอย่างเอกสารลับ',
    where: 'พิมพ์รหัสที่',
    to: 'ถึง',
    letter: 'หนังสือ',
    until: 'ใช้ได้ถึง',
    untilFinal: (at: string) => `${at} หรือจนกว่าจะตอบผลสุดท้าย`,
    label: 'รหัส',
    back: 'กลับไปหน้าการส่งเรื่อง',
    none: (name: string) => `${name}: ไม่มีรหัส`,
  },
  desk: {
    title: 'รหัสสำหรับหน่วยงานที่ไม่มีบัญชี',
    hint: 'พิมพ์ใส่ซองไปกับหนังสือ เปิดได้เฉพาะเรื่องที่ส่งครั้งนี้ ๓๐ วันหรือจนกว่าจะตอบผลสุดท้าย รหัสใหม่ทำให้รหัสเดิมใช้ไม่ได้',
    make: 'ออกรหัส',
    again: 'ออกรหัสใหม่แทนรหัสเดิม',
    made: 'ออกเมื่อ',
    until: 'ใช้ได้ถึง',
    ended: 'ใช้ไม่ได้แล้ว',
    opened: 'เปิดแล้ว',
    times: (count: string, last: string) => `${count} ครั้ง ล่าสุด ${last}`,
    never: 'ยังไม่มีใครเปิด',
    withCode: 'ออกรหัสให้หน่วยงานที่ไม่มีบัญชี',
    withCodeHint: 'รหัสแสดงครั้งเดียวหลังส่งเรื่อง เพื่อพิมพ์ใส่ซองไปกับหนังสือ',
  },
  refusals: {
    not_an_agency: 'รหัสออกให้ได้เฉพาะหน่วยงานภายนอกศูนย์',
    over: 'การส่งเรื่องนี้จบแล้ว ออกรหัสไม่ได้',
    corruption: 'เรื่องที่กล่าวหาว่าทุจริตออกรหัสไม่ได้ หน่วยงานต้องมีบัญชีผู้ใช้',
    accuseds_own: 'ผู้ถูกร้องหรือผู้ถูกกล่าวถึงอยู่ในหน่วยงานนี้ ออกรหัสไม่ได้',
    busy: 'ระบบกำลังทำงานหนัก ส่งเรื่องแล้ว ออกรหัสได้ภายหลังที่หน้าการส่งเรื่อง',
    not_yours: 'ส่งเรื่องแล้ว ให้เจ้าหน้าที่รับเรื่องเป็นผู้ออกรหัส',
  } satisfies Record<NotHanded, string>,
};

export type AgencyWords = Readonly<typeof th>;

const en: AgencyWords = {
  door: {
    title: 'Answer a letter',
    lead: 'For an agency that got a code with a letter. No account is needed.',
    code: 'Code in the letter (20 digits)',
    codeHint: 'Thai or Arabic digits, with or without spaces.',
    open: 'Open',
    over: 'Time is over, or this code opens nothing any more. Please enter the code again.',
    unknown: 'Nothing matches this code. Please check the digits again.',
    kept: 'What was not sent yet, yours to copy',
    lost: 'If the code is lost, too old or does not open, ask the desk that sent the letter: it can make a new one.',
  },
  inside: {
    title: 'Referred to your agency',
    until: (at) =>
      `This code works until ${at}, or until the final answer; then this page opens no more. Every opening is noted.`,
    leave: 'Leave this page',
    doneTitle: 'The answer has arrived',
    done: 'The desk has your agency’s answer. The code in the letter opens nothing any more: the paper can be destroyed.',
  },
  slip: {
    title: 'Code for the agency',
    once: 'This code is shown once. Print the page and put it into the letter’s envelope; never send it by LINE, mail or telephone.',
    what: 'This code opens what was sent with the letter, and lets you answer on the web. Whoever has this paper can open it: keep it with what is confidential.',
    where: 'Type the code at',
    to: 'To',
    letter: 'Letter',
    until: 'Works until',
    untilFinal: (at) => `${at}, or until the final answer`,
    label: 'Code',
    back: 'Back to the referrals',
    none: (name) => `${name}: no code`,
  },
  desk: {
    title: 'Code for an agency without an account',
    hint: 'To be put into the letter’s envelope. It opens this referral alone, for 30 days or until the final answer. A new code kills the one before.',
    make: 'Make a code',
    again: 'Make a new code instead',
    made: 'Made',
    until: 'Works until',
    ended: 'Works no more',
    opened: 'Opened',
    times: (count, last) => `${count} times, last ${last}`,
    never: 'Nobody has opened it yet',
    withCode: 'Make a code for an agency without an account',
    withCodeHint: 'Shown once after sending, to be printed and put into the letter’s envelope.',
  },
  refusals: {
    not_an_agency: 'Only an agency outside this desk is given a code.',
    over: 'This referral is over: there is nothing left to open.',
    corruption: 'A case that alleges corruption is never opened by a code: the agency needs an account.',
    accuseds_own: 'Somebody accused or named belongs to this agency: no code is handed out.',
    busy: 'The service is busy. It is sent; make the code later on the page of the referral.',
    not_yours: 'It is sent; a desk officer makes the code.',
  },
};

/** Thai and English, as all pages between offices. */
export const agencyWords = (lang: Lang): AgencyWords => (lang === 'en' ? en : th);
