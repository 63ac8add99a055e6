import type { Lang } from '../platform/http/language';
import { words } from '../layout/words/words';
import type { Told } from './standing.rules';

/** Days in which a result may be questioned; the profile says how many. */
export interface ToldData {
  readonly reviewDays: number;
}

/** The sentence of WORDING §2, in the reader's language. */
export function tell(lang: Lang, told: Told, { reviewDays }: ToldData): string {
  const w = words(lang).told;
  const general = GENERAL[lang];
  switch (told.key) {
    case 'received':
    case 'verifying':
    case 'verifyingConfidential':
    case 'recording':
    case 'overdue':
    case 'waitingReporter':
      return w[told.key](told.by);
    case 'referred':
      return w.referred(told.since, told.by);
    case 'extended':
      return w.extended(general.moreTime, told.by);
    case 'reopened':
      return w.reopened(told.since, told.step);
    case 'closedSolved':
    case 'closedExplained':
      return w[told.key](reviewDays);
    case 'notAccepted':
      return w.notAccepted(general.notOurs, general.elsewhere, reviewDays);
    case 'passed':
      return w.passed(general.body, told.since);
    case 'closed':
      return general.closed;
    default:
      return w[told.key]();
  }
}

/** Where a sentence needs a reason or a place, the general one: the particular one is in the desk's own words below it. */
const GENERAL: Readonly<Record<Lang, Record<'moreTime' | 'notOurs' | 'elsewhere' | 'body' | 'closed', string>>> = {
  th: {
    moreTime: 'ยังรวบรวมข้อเท็จจริงไม่ครบ',
    notOurs: 'เหตุที่แจ้งไว้ในข้อความด้านล่าง',
    elsewhere: 'หน่วยงานที่แจ้งไว้ในข้อความด้านล่าง',
    body: 'หน่วยงานที่มีอำนาจโดยตรง',
    closed: 'เรื่องนี้ยุติแล้ว',
  },
  en: {
    moreTime: 'the facts are not complete yet',
    notOurs: 'of what is said in the message below',
    elsewhere: 'the office named in the message below',
    body: 'the body that has the power',
    closed: 'This case is closed.',
  },
  ms: {
    moreTime: 'fakta belum lengkap',
    notOurs: 'sebab yang dinyatakan dalam mesej di bawah',
    elsewhere: 'pejabat yang dinamakan dalam mesej di bawah',
    body: 'badan yang berkuasa',
    closed: 'Aduan ini telah ditutup.',
  },
};
