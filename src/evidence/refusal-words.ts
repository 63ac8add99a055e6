import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { FILES_FIELD } from '../platform/http/file-limits';
import type { Refusal } from './kinds.rules';

const REASONS: Readonly<Record<Refusal, Say>> = {
  unknown: say(
    'ไม่ใช่ชนิดที่รับได้ รับรูป JPEG PNG WebP HEIC, PDF, Word (docx), Excel (xlsx), ข้อความ, เสียง MP3 M4A WAV และวิดีโอ MP4',
    'is of no kind we take. We take JPEG, PNG, WebP and HEIC pictures, PDF, Word (docx), Excel (xlsx), plain text, MP3, M4A and WAV sound, and MP4 film',
  ),
  empty: say('เป็นไฟล์ว่าง', 'is empty'),
  markup: say('เป็นหน้าเว็บหรือรูปแบบ SVG กรุณาแนบเป็นภาพหน้าจอหรือ PDF', 'is a web page or SVG: attach a screenshot or a PDF'),
  macro: say('มีมาโครหรือโปรแกรมอยู่ข้างใน กรุณาบันทึกเป็น PDF, docx หรือ xlsx', 'holds macros: save it as PDF, docx or xlsx'),
  encrypted: say('ตั้งรหัสผ่านไว้ กรุณาเอารหัสผ่านออกแล้วแนบใหม่', 'is protected by a password: remove it and attach again'),
  polyglot: say('มีไฟล์ชนิดอื่นซ่อนอยู่ข้างใน', 'holds a file of another kind'),
  broken: say('เปิดอ่านไม่ได้ กรุณาบันทึกใหม่แล้วแนบอีกครั้ง', 'cannot be read: save it anew and attach again'),
  too_big_inside: say(
    'เมื่อเปิดออกแล้วใหญ่เกินไป กรุณาย่อภาพหรือแบ่งไฟล์',
    'is too large once opened: make it smaller or divide it',
  ),
  old_office: say(
    'เป็นเอกสาร Office รุ่นเก่า กรุณาบันทึกเป็น docx, xlsx หรือ PDF',
    'is an old Office document: save it as docx, xlsx or PDF',
  ),
  infected: say('โปรแกรมตรวจไวรัสพบสิ่งอันตราย จึงไม่รับไฟล์นี้', 'was found dangerous by the virus scanner and is not taken'),
};

/** Names the file and what to do; stands at the field that carried it. */
export const refusalOf = (name: string, reason: Refusal): { readonly field: string; readonly say: Say } => ({
  field: FILES_FIELD,
  say: say(`ไฟล์ “${name}” ${REASONS[reason].th}`, `“${name}” ${REASONS[reason].en}.`),
});
