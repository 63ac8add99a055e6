import type { Unit } from '../agencies/codes';
import { date, digits } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { PromiseOf } from './promises.rules';

/** Why a date is the date it is, for a reader who knows no office word. */
interface WhyWords {
  readonly summary: string;
  readonly of: Readonly<Record<PromiseOf, string>>;
  readonly units: Readonly<Record<Unit, (n: number) => string>>;
  readonly counted: (span: string, from: string) => string;
  readonly firstIsFree: string;
  readonly closed: (days: readonly string[]) => string;
  readonly weekend: (n: number) => string;
  readonly moved: (from: string) => string;
  readonly waited: (from: string, until: string) => string;
  readonly waiting: (from: string, until: string) => string;
  readonly extended: (to: string) => string;
  readonly latest: (months: number, day: string) => string;
  /** CE. */
  readonly unknown: (year: number) => string;
  readonly so: (by: string) => string;
  readonly sorry: string;
  /** The new date of what is late is that of the next progress word. */
  readonly nextWord: string;
  readonly tellBy: (by: string) => string;
}

const t = (value: string | number): string => digits('th', value);
const th = (day: string): string => date('th', day);

const wordsTh: WhyWords = {
  summary: 'วันที่เหล่านี้คิดมาอย่างไร',
  of: {
    step: 'ขั้นที่ท่านรออยู่',
    personal_ack: 'เจ้าหน้าที่ตอบรับท่าน',
    progress: 'แจ้งความคืบหน้าแก่ท่าน',
    answer: 'แจ้งผลแก่ท่าน',
  },
  units: {
    h: (n) => `${t(n)} ชั่วโมง`,
    wh: (n) => `${t(n)} ชั่วโมงทำการ`,
    w: (n) => `${t(n)} วันทำการ`,
    c: (n) => `${t(n)} วัน`,
    m: (n) => `${t(n)} เดือน`,
    y: (n) => `${t(n)} ปี`,
  },
  counted: (span, from) => `เรานับ ${span} จากวันที่ ${th(from)}`,
  firstIsFree: 'โดยไม่นับวันแรก',
  closed: (days) => `วันที่สำนักงานปิด: ${days.join(' · ')}`,
  weekend: (n) => `วันหยุดประจำสัปดาห์ ${t(n)} วัน`,
  moved: (from) => `วันที่ ${th(from)} ตรงกับวันหยุด จึงเลื่อนไปเป็นวันทำการถัดไป`,
  waited: (from, until) => `เราหยุดนับตั้งแต่วันที่ ${th(from)} ถึงวันที่ ${th(until)} เพราะรอคำตอบจากท่าน`,
  waiting: (from, until) =>
    `เราหยุดนับมาตั้งแต่วันที่ ${th(from)} เพราะรอคำตอบจากท่าน เมื่อท่านตอบแล้วเราจะนับต่อ ถ้ายังไม่ได้รับคำตอบ เราจะนับต่อเองหลังวันที่ ${th(until)}`,
  extended: (to) => `เราได้รับอนุมัติให้ใช้เวลาเพิ่ม ถึงวันที่ ${th(to)}`,
  latest: (months, day) => `แต่ต้องไม่เกิน ${t(months)} เดือน นับจากวันที่ ${th(day)}`,
  unknown: (year) => `วันหยุดราชการของปี ${t(year + 543)} ยังประกาศไม่ครบ กำหนดนี้จึงอาจเลื่อนได้`,
  so: (by) => `กำหนดจึงเป็นวันที่ ${th(by)}`,
  nextWord: 'วันใหม่คือวันที่เราจะแจ้งความคืบหน้าแก่ท่านรอบถัดไป',
  sorry: 'เราทำไม่ทันวันที่ตั้งไว้เดิม เราขออภัย',
  tellBy: (by) => `เราจะบอกท่านว่าเรื่องไปถึงไหนแล้ว ภายในวันที่ ${th(by)}`,
};

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const en = (day: string): string => date('en', day);

const wordsEn: WhyWords = {
  summary: 'How these dates were worked out',
  of: {
    step: 'The step you are waiting for',
    personal_ack: 'An officer answers you',
    progress: 'We tell you how it is going',
    answer: 'We tell you the result',
  },
  units: {
    h: (n) => many(n, 'hour'),
    wh: (n) => many(n, 'office hour'),
    w: (n) => many(n, 'working day'),
    c: (n) => many(n, 'day'),
    m: (n) => many(n, 'month'),
    y: (n) => many(n, 'year'),
  },
  counted: (span, from) => `We count ${span} from ${en(from)}.`,
  firstIsFree: 'The first day is not counted.',
  closed: (days) => `Days when the office is closed: ${days.join(' · ')}.`,
  weekend: (n) => many(n, 'weekend day'),
  moved: (from) => `${en(from)} is a day off, so the date moves to the next working day.`,
  waited: (from, until) => `The count stood still from ${en(from)} to ${en(until)} while we waited for your answer.`,
  waiting: (from, until) =>
    `The count has stood still since ${en(from)} while we wait for your answer. It goes on when you answer; without an answer, by itself after ${en(until)}.`,
  extended: (to) => `We were given more time, until ${en(to)}.`,
  latest: (months, day) => `It may not take longer than ${many(months, 'month')} from ${en(day)}.`,
  unknown: (year) => `Not all public holidays of ${year} are announced yet, so this date may move.`,
  so: (by) => `So the date is ${en(by)}.`,
  nextWord: 'The new date is the day by which we next tell you how it is going.',
  sorry: 'We did not keep the date we had set, and we are sorry.',
  tellBy: (by) => `We tell you how far it has come by ${en(by)}.`,
};

const ms = (day: string): string => date('ms', day);

/** Malay (Rumi), to be checked by a native speaker before release. */
const wordsMs: WhyWords = {
  summary: 'Bagaimana tarikh-tarikh ini dikira',
  of: {
    step: 'Langkah yang anda tunggu',
    personal_ack: 'Pegawai menjawab anda',
    progress: 'Kami memberitahu perkembangan',
    answer: 'Kami memberitahu keputusan',
  },
  units: {
    h: (n) => `${n} jam`,
    wh: (n) => `${n} jam bekerja`,
    w: (n) => `${n} hari bekerja`,
    c: (n) => `${n} hari`,
    m: (n) => `${n} bulan`,
    y: (n) => `${n} tahun`,
  },
  counted: (span, from) => `Kami mengira ${span} dari ${ms(from)}.`,
  firstIsFree: 'Hari pertama tidak dikira.',
  closed: (days) => `Hari pejabat ditutup: ${days.join(' · ')}.`,
  weekend: (n) => `${n} hari hujung minggu`,
  moved: (from) => `${ms(from)} ialah hari cuti, jadi tarikh itu beralih ke hari bekerja berikutnya.`,
  waited: (from, until) => `Kiraan berhenti dari ${ms(from)} hingga ${ms(until)} sementara kami menunggu jawapan anda.`,
  waiting: (from, until) =>
    `Kiraan berhenti sejak ${ms(from)} sementara kami menunggu jawapan anda. Ia bersambung apabila anda menjawab; tanpa jawapan, dengan sendirinya selepas ${ms(until)}.`,
  extended: (to) => `Kami diberi masa tambahan sehingga ${ms(to)}.`,
  latest: (months, day) => `Ia tidak boleh melebihi ${months} bulan dari ${ms(day)}.`,
  unknown: (year) => `Cuti umum tahun ${year} belum diumumkan semuanya, jadi tarikh ini mungkin berubah.`,
  so: (by) => `Maka tarikhnya ialah ${ms(by)}.`,
  nextWord: 'Tarikh baharu ialah hari kami memberitahu perkembangan yang berikutnya.',
  sorry: 'Kami tidak menepati tarikh yang ditetapkan dahulu, dan kami memohon maaf.',
  tellBy: (by) => `Kami memberitahu anda kedudukannya selewat-lewatnya pada ${ms(by)}.`,
};

const ALL: Readonly<Record<Lang, WhyWords>> = { th: wordsTh, en: wordsEn, ms: wordsMs };

export const whyWords = (lang: Lang): WhyWords => ALL[lang];
