import type { Unit } from '../agencies/codes';
import type { Grantor } from '../agencies/profile.clocks';
import type { HolidayKind } from '../agencies/profile.holidays';
import type { Confidence } from '../agencies/codes';
import type { Lang } from '../platform/http/language';
import { toThai } from '../platform/thai/digits';
import type { StopReason } from './clock-events.rules';
import type { ExtensionState } from './deadline-extension.entity';
import { wordsEn } from './words.en';

const units: Readonly<Record<Unit, (n: number) => string>> = {
  h: (n) => (n === 0 ? 'ทันที' : `${toThai(n)} ชั่วโมง`),
  wh: (n) => `${toThai(n)} ชั่วโมงทำการ`,
  w: (n) => `${toThai(n)} วันทำการ`,
  c: (n) => `${toThai(n)} วัน (นับทุกวันตามปฏิทิน)`,
  m: (n) => `${toThai(n)} เดือน`,
  y: (n) => `${toThai(n)} ปี`,
};

export const wordsTh = {
  title: 'กำหนดเวลา และทำไมเป็นวันนี้',
  lead: 'ทุกกำหนดเวลาของเรื่องนี้ พร้อมวิธีนับทีละบรรทัด',
  clockwork: {
    title: 'การทำงานของระบบนับเวลา',
    lead: 'ทุกเช้าระบบออกใบรับรองของวันก่อนหน้าว่า มีกำหนดที่ต้องแจ้งกี่ครั้ง แจ้งแล้วกี่ครั้ง ช้าที่สุดเท่าใด และระบบหยุดกี่นาที',
    lastBeat: (at: string) => `ทำงานครบรอบล่าสุด ${at}`,
    noBeat: 'ยังไม่เคยทำงานครบรอบ',
    vacant: (offices: string) =>
      `ยังไม่มีผู้ใช้งานในตำแหน่ง ${offices} การแจ้งเตือนของตำแหน่งนี้จะไปถึงผู้อื่นแทน ถ้าไม่มีใครแทนได้ จะไม่ถึงใคร`,
    certificates: 'ใบรับรองรายวัน',
    none: 'ยังไม่มีใบรับรอง ใบแรกออกเวลา ๐๘.๐๐ น. หลังจากระบบทำงานครบวัน',
    columns: {
      day: 'วันที่',
      due: 'ถึงกำหนด',
      fired: 'แจ้งแล้ว',
      passed: 'ขั้นสูงกว่าแจ้งแทน',
      whole: 'ครบถ้วน',
      lateness: 'ช้าที่สุด',
      dead: 'ระบบหยุด (นาที)',
      failed: 'ส่งอีเมลไม่สำเร็จ',
      unsorted: 'รอคัดแยกนานที่สุด (วัน)',
    },
    lateness: (minutes: number) => `${toThai(minutes)} นาที`,
    whole: 'ครบ ไม่มีตกหล่น',
    notWhole: 'ไม่ครบ มีกำหนดที่ตกหล่น',
    timers: 'ทุกอย่างที่ทำงานเอง',
    timer: 'ชื่อ',
    every: 'ทุก',
    does: 'ทำอะไร',
    interval: (seconds: number) =>
      seconds < 60
        ? `${toThai(seconds)} วินาที`
        : seconds < 3_600
          ? `${toThai(seconds / 60)} นาที`
          : `${toThai(seconds / 3_600)} ชั่วโมง`,
    timersNote: 'นอกจากรายการเหล่านี้ ไม่มีงานใดทำงานเอง ตัวตั้งเวลาเพียงเรียกให้ระบบตรวจ สิ่งที่ถึงกำหนดดูจากฐานข้อมูลเสมอ',
  },
  running: 'กำหนดเวลาที่กำลังนับ',
  over: 'กำหนดเวลาที่สิ้นสุดแล้ว',
  none: 'ไม่มีกำหนดเวลาที่กำลังนับ',
  nothingOver: 'ยังไม่มีกำหนดเวลาที่สิ้นสุด',
  back: 'กลับไปหน้าเรื่อง',
  why: 'ทำไมเป็นวันนี้',
  round: (n: number) => `รอบที่ ${toThai(n)}`,
  columns: { clock: 'กำหนดเวลา', start: 'เริ่มนับ', due: 'ครบกำหนด', stopped: 'สิ้นสุด', result: 'ผล' },
  reasons: { done: 'เสร็จ', next: 'เริ่มรอบใหม่', closed: 'ปิดเรื่อง' } satisfies Record<StopReason, string>,
  units,
  says: {
    start: (at: string) => `เริ่มนับ ${at}`,
    rule: (span: string, version: string) => `ระยะเวลา ${span} (ข้อกำหนดฉบับที่ ${version})`,
    official: (span: string, version: string) => `ผู้ถูกร้องเป็นเจ้าหน้าที่ของรัฐ ระยะเวลา ${span} (ข้อกำหนดฉบับที่ ${version})`,
    calendar: (hours: string, version: string) => `ปฏิทินที่ใช้: เวลาทำการ ${hours} วันหยุดฉบับ ${version}`,
    receiptDay: (day: string) => `ไม่นับวันแรก ${day}`,
    weekend: (n: number, from: string, to: string) => `ข้ามวันหยุดประจำสัปดาห์ ${toThai(n)} วัน ระหว่าง ${from} ถึง ${to}`,
    holiday: (day: string, name: string) => `ข้ามวันหยุดราชการ ${day} ${name}`.trim(),
    moved: (from: string, to: string) => `${from} เป็นวันหยุด จึงเลื่อนเป็นวันทำการถัดไป ${to}`,
    paused: (from: string, until: string, length: string) => `หยุดนับเวลา ${from} ถึง ${until} คิดเป็น${length}`,
    pausedFree: (from: string, until: string) => `หยุดนับเวลา ${from} ถึง ${until} อยู่นอกเวลาทำการ จึงไม่เพิ่มเวลา`,
    workingLength: (h: number, m: number) => `เวลาทำการ ${toThai(h)} ชั่วโมง ${toThai(m)} นาที`,
    calendarLength: (d: number, h: number) => `เวลา ${toThai(d)} วัน ${toThai(h)} ชั่วโมง`,
    extended: (span: string, from: string, to: string) => `ได้รับอนุมัติขยายเวลา ${span} จาก ${from} เป็น ${to}`,
    latest: (months: number, day: string, at: string) => `ต้องไม่เกิน ${toThai(months)} เดือนนับจาก ${day} คือภายใน ${at}`,
    binds: 'ซึ่งมาถึงก่อน จึงใช้เป็นวันครบกำหนด',
    uncovered: (year: number) =>
      `ยังไม่มีวันหยุดราชการปี ${toThai(year + 543)} ในระบบ จึงเว้นเฉพาะวันหยุดประจำสัปดาห์ วันครบกำหนดอาจเปลี่ยน`,
    close: (time: string) => `ครบกำหนดเมื่อสิ้นเวลาทำการ ${toThai(time.replace(':', '.'))} น.`,
    due: (at: string) => `จึงครบกำหนด ${at}`,
  },
  pause: {
    open: (from: string) => `หยุดนับตั้งแต่ ${from} เพราะรอผู้ร้องตอบ`,
    until: (at: string) => `ระบบจะนับต่อเองไม่เกิน ${at}`,
    noLimit: 'นับต่อเมื่อผู้ร้องตอบหรือเจ้าหน้าที่สั่งนับต่อ',
    begin: 'หยุดนับเวลาเพราะรอผู้ร้องตอบ',
    why: 'เหตุผล',
    end: 'นับเวลาต่อ',
  },
  extension: {
    heading: 'ขอขยายเวลา',
    amount: 'ขอเพิ่ม',
    amountHint: (span: string) => `ไม่เกิน ${span} ต่อครั้ง`,
    reason: 'เหตุผล',
    ask: 'ขอขยายเวลา',
    line: (span: string, asked: string) => `ขอขยาย ${span} เมื่อ ${asked}`,
    by: { desk_head: 'รอหัวหน้าศูนย์รับเรื่องพิจารณา', executive: 'รอผู้บริหารพิจารณา' } satisfies Record<Grantor, string>,
    states: {
      asked: 'รอพิจารณา',
      granted: 'อนุมัติแล้ว',
      refused: 'ไม่อนุมัติ',
      undone: 'ยกเลิกการขยายแล้ว',
    } satisfies Record<ExtensionState, string>,
    grant: 'อนุมัติขยาย',
    refuse: 'ไม่อนุมัติ',
    undo: 'ยกเลิกการขยาย',
  },
  calendar: {
    title: 'ปฏิทินวันทำการ',
    lead: (hours: string) => `เวลาทำการ ${hours} วันหยุดประจำสัปดาห์และวันหยุดต่อไปนี้ไม่นับเป็นวันทำการ`,
    year: (year: number) => `ปี ${toThai(year + 543)}`,
    years: 'เลือกปี',
    closed: (year: number) => `วันที่หน่วยงานปิดทำการ ปี ${toThai(year + 543)}`,
    undecided: 'วันที่ยังไม่นับเป็นวันหยุด',
    undecidedNote: 'ยังไม่ประกาศวันที่แน่นอน หรือหน่วยงานราชการเปิดทำการ',
    columns: { day: 'วันที่', weekday: 'วัน', name: 'ชื่อวันหยุด', kind: 'ประเภท', confidence: 'ความแน่นอน' },
    noDate: 'ยังไม่ประกาศ',
    none: 'ยังไม่มีวันหยุดของปีนี้ในระบบ',
    version: (version: string) => `ฉบับ ${version}`,
    ends: (day: string) => `ปฏิทินวันหยุดมีถึง ${day} เท่านั้น กำหนดเวลาหลังจากนั้นเว้นเฉพาะวันหยุดประจำสัปดาห์ กรุณาเพิ่มวันหยุดปีถัดไป`,
    own: 'เฉพาะจังหวัด',
    weekdays: ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as readonly string[],
    kinds: {
      fixed: 'ประจำปี',
      lunar: 'ตามจันทรคติ',
      substitution: 'ชดเชย',
      special_cabinet: 'มติคณะรัฐมนตรี',
      royal_ploughing: 'พืชมงคล',
      provincial: 'เฉพาะจังหวัด',
      labour: 'แรงงาน (ราชการเปิดทำการ)',
      disputed: 'แหล่งข้อมูลไม่ตรงกัน',
    } satisfies Record<HolidayKind, string>,
    confidences: { high: 'แน่นอน', medium: 'ค่อนข้างแน่', low: 'ไม่แน่', unknown: 'ไม่ทราบ' } satisfies Record<
      Confidence,
      string
    >,
  },
};

export type DeadlineWords = typeof wordsTh;

/** Staff read Thai or English. */
export const deadlineWords = (lang: Lang): DeadlineWords => (lang === 'en' ? wordsEn : wordsTh);
