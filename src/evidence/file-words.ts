import { digits } from '../layout/words/format';
import type { Lang } from '../platform/http/language';

interface FileWords {
  readonly files: string;
  readonly hint: string;
  readonly taken: (count: string) => string;
  readonly leftOut: (name: string) => string;
  /** Heading over what she sent. */
  readonly sent: string;
  readonly noCopy: string;
}

/** Words of the forms' file field and of what came of it; Malay to be checked by a native speaker. */
const WORDS: Readonly<Record<Lang, FileWords>> = {
  th: {
    files: 'แนบรูปหรือไฟล์ (ถ้ามี)',
    hint: 'ไม่เกิน ๕ ไฟล์ ไฟล์ละไม่เกิน ๑๐ เมกะไบต์ รับรูปภาพ PDF Word Excel ข้อความ เสียง และวิดีโอ MP4 เราลบตำแหน่งที่ถ่าย ชื่อเครื่อง และชื่อผู้ทำออกจากสำเนาที่เจ้าหน้าที่เห็น แต่สิ่งที่ปรากฏในภาพหรือข้อความเราลบให้ไม่ได้',
    taken: (count) => `รับไฟล์ของท่านไว้แล้ว ${count} ไฟล์`,
    leftOut: (name) =>
      `ไม่ได้รับไฟล์ “${name}” เพราะโปรแกรมตรวจไวรัสพบสิ่งอันตราย เรื่องของท่านรับไว้แล้วโดยไม่มีไฟล์นี้ หากเป็นหลักฐานสำคัญ กรุณาถ่ายภาพหน้าจอแล้วส่งใหม่`,
    sent: 'ไฟล์ที่ท่านส่ง',
    noCopy: 'เก็บต้นฉบับไว้ เปิดได้โดยผู้เก็บรักษาข้อมูลเท่านั้น',
  },
  en: {
    files: 'Add a picture or file (if any)',
    hint: 'At most 5 files of 10 MB each: pictures, PDF, Word, Excel, plain text, sound and MP4 film. From the copy the officers see we remove where it was taken, the device and the author. What the picture or text itself shows we cannot remove.',
    taken: (count) => `${count} file(s) of yours were taken.`,
    leftOut: (name) =>
      `“${name}” was not taken: the virus scanner found something dangerous in it. Your report is received without it. If it is important, send a screenshot instead.`,
    sent: 'Files you sent',
    noCopy: 'The original is kept; only a custodian opens it',
  },
  ms: {
    files: 'Lampirkan gambar atau fail (jika ada)',
    hint: 'Paling banyak 5 fail, 10 MB setiap satu: gambar, PDF, Word, Excel, teks, bunyi dan video MP4. Kami membuang lokasi, nama peranti dan nama pembuat daripada salinan yang dilihat pegawai. Apa yang kelihatan dalam gambar atau teks tidak dapat kami buang.',
    taken: (count) => `${count} fail anda telah diterima.`,
    leftOut: (name) =>
      `Fail “${name}” tidak diterima kerana pengimbas virus menemui bahaya. Aduan anda diterima tanpa fail ini. Jika penting, hantar tangkapan skrin.`,
    sent: 'Fail yang anda hantar',
    noCopy: 'Fail asal disimpan; hanya penjaga boleh membukanya',
  },
};

export const fileWords = (lang: Lang): FileWords => WORDS[lang];

/** What the reporter reads of her files on the slip. */
export function filesTold(lang: Lang, taken: number, leftOut: readonly string[]): readonly string[] {
  const w = fileWords(lang);
  return [...(taken > 0 ? [w.taken(digits(lang, taken))] : []), ...leftOut.map((name) => w.leftOut(name))];
}
