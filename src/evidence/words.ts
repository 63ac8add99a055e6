import type { ActorKind } from '../cases/story-line';
import type { Lang } from '../platform/http/language';
import type { CustodyAct } from './custody-entry.entity';
import type { Source } from './exhibit.entity';
import type { FileKind, Uncleaned } from './kinds.rules';

interface EvidenceWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly heading: (no: string) => string;
  readonly terms: Readonly<
    Record<'name' | 'kind' | 'size' | 'source' | 'received' | 'hash' | 'scan' | 'copy' | 'chain', string>
  >;
  readonly megabytes: (size: string) => string;
  readonly kilobytes: (size: string) => string;
  readonly askOriginal: string;
  readonly kinds: Readonly<Record<FileKind, string>>;
  readonly sources: Readonly<Record<Source, string>>;
  readonly scanned: string;
  readonly notScanned: string;
  readonly uncleaned: Readonly<Record<Uncleaned, string>>;
  readonly acts: Readonly<Record<CustodyAct, string>>;
  readonly by: Readonly<Record<ActorKind, string>>;
  readonly download: string;
  readonly look: string;
  readonly add: string;
  readonly files: string;
  readonly filesHint: string;
  readonly send: string;
}

const th: EvidenceWords = {
  title: 'พยานหลักฐาน',
  lead: 'ต้นฉบับปิดผนึกไว้ เปิดได้ผ่านผู้เก็บรักษาข้อมูลเท่านั้น ที่ดาวน์โหลดได้คือสำเนาที่ลบข้อมูลแฝงแล้ว',
  none: 'ยังไม่มีพยานหลักฐานที่เป็นไฟล์',
  heading: (no) => `รายการที่ ${no}`,
  terms: {
    name: 'ชื่อไฟล์เดิม',
    kind: 'ชนิด',
    size: 'ขนาดต้นฉบับ',
    source: 'ผู้นำส่ง',
    received: 'รับเมื่อ',
    hash: 'SHA-256 ของต้นฉบับ',
    scan: 'ตรวจไวรัส',
    copy: 'สำเนา',
    chain: 'การครอบครอง',
  },
  megabytes: (size) => `${size} เมกะไบต์`,
  kilobytes: (size) => `${size} กิโลไบต์`,
  askOriginal: 'ขอเปิดต้นฉบับ',
  kinds: {
    jpeg: 'รูปภาพ JPEG',
    png: 'รูปภาพ PNG',
    webp: 'รูปภาพ WebP',
    heic: 'รูปภาพ HEIC',
    pdf: 'เอกสาร PDF',
    docx: 'เอกสาร Word',
    xlsx: 'ตาราง Excel',
    text: 'ข้อความ',
    mp3: 'เสียง MP3',
    m4a: 'เสียง M4A',
    wav: 'เสียง WAV',
    mp4: 'วิดีโอ MP4',
  },
  sources: {
    filing: 'ผู้ร้อง พร้อมเรื่อง',
    reporter: 'ผู้ร้อง ส่งเพิ่ม',
    desk: 'ศูนย์รับเรื่อง',
    investigator: 'ผู้ตรวจสอบข้อเท็จจริง',
    agency: 'หน่วยงาน พร้อมคำตอบ',
  },
  scanned: 'ตรวจแล้ว ไม่พบ',
  notScanned: 'ยังไม่ได้ตรวจไวรัส โปรดระวังเมื่อเปิด',
  uncleaned: {
    kind: 'มีเฉพาะต้นฉบับ เพราะไฟล์ชนิดนี้ลบข้อมูลแฝงให้แน่ใจไม่ได้ ต้องขอเปิดผ่านผู้เก็บรักษาข้อมูล',
    inside: 'มีเฉพาะต้นฉบับ เพราะมีบางส่วนที่ลบข้อมูลแฝงให้แน่ใจไม่ได้ ต้องขอเปิดผ่านผู้เก็บรักษาข้อมูล',
  },
  acts: {
    received: 'รับไว้และปิดผนึก',
    scanned: 'ตรวจไวรัส',
    cleaned: 'ทำสำเนาที่ลบข้อมูลแฝง',
    opened: 'เปิดต้นฉบับ',
    handed_out: 'ส่งมอบสำเนา',
  },
  by: { officer: 'เจ้าหน้าที่', reporter: 'ผู้ร้อง', agency: 'หน่วยงาน', system: 'ระบบ', import: 'ทะเบียนเดิม' },
  download: 'ดาวน์โหลดสำเนา',
  look: 'ดูภาพ',
  add: 'เพิ่มพยานหลักฐาน',
  files: 'แนบรูปหรือไฟล์',
  filesHint: 'ไม่เกิน ๕ ไฟล์ ไฟล์ละไม่เกิน ๑๐ เมกะไบต์ รับรูปภาพ PDF Word Excel ข้อความ เสียง และวิดีโอ MP4 การส่งมอบทุกครั้งถูกบันทึกไว้',
  send: 'บันทึกพยานหลักฐาน',
};

const en: EvidenceWords = {
  title: 'Evidence',
  lead: 'Originals are sealed and opened through custody alone. What is handed out is a copy without hidden data.',
  none: 'No files yet.',
  heading: (no) => `Exhibit ${no}`,
  terms: {
    name: 'Name it came with',
    kind: 'Kind',
    size: 'Size of the original',
    source: 'Brought by',
    received: 'Received',
    hash: 'SHA-256 of the original',
    scan: 'Virus scan',
    copy: 'Copy',
    chain: 'Custody',
  },
  megabytes: (size) => `${size} MB`,
  kilobytes: (size) => `${size} kB`,
  askOriginal: 'Ask for the original',
  kinds: {
    jpeg: 'JPEG picture',
    png: 'PNG picture',
    webp: 'WebP picture',
    heic: 'HEIC picture',
    pdf: 'PDF document',
    docx: 'Word document',
    xlsx: 'Excel sheet',
    text: 'Plain text',
    mp3: 'MP3 sound',
    m4a: 'M4A sound',
    wav: 'WAV sound',
    mp4: 'MP4 film',
  },
  sources: {
    filing: 'Reporter, with the report',
    reporter: 'Reporter, later',
    desk: 'Desk',
    investigator: 'Investigator',
    agency: 'Agency, with its answer',
  },
  scanned: 'Scanned, nothing found',
  notScanned: 'Not scanned: take care when opening',
  uncleaned: {
    kind: 'Original only: hidden data of this kind of file cannot be removed surely. It is opened by custody.',
    inside: 'Original only: it holds a part that cannot be cleaned surely. It is opened by custody.',
  },
  acts: {
    received: 'Received and sealed',
    scanned: 'Scanned',
    cleaned: 'Cleaned copy made',
    opened: 'Original opened',
    handed_out: 'Copy handed out',
  },
  by: { officer: 'officer', reporter: 'reporter', agency: 'agency', system: 'system', import: 'old register' },
  download: 'Download the copy',
  look: 'Look at the picture',
  add: 'Add evidence',
  files: 'Add a picture or file',
  filesHint:
    'At most 5 files of 10 MB each: pictures, PDF, Word, Excel, plain text, sound and MP4 film. Every handing out is recorded.',
  send: 'Save the evidence',
};

export const evidenceWords = (lang: Lang): EvidenceWords => (lang === 'th' ? th : en);
