import type { ClosedDay } from '../deadlines/calendar.rules';
import { date } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { PromiseOf } from './promises.rules';
import type { Reason } from './why.rules';
import { whyWords } from './why-words';

/** A day a reporter is given, and what it was counted from. */
export interface ExplainedDate {
  readonly of: PromiseOf;
  readonly by: string;
  readonly late: boolean;
  readonly reasons: readonly Reason[];
}

/** The same in words, one sentence a line, the day itself last. */
export function tellWhy(lang: Lang, { by, late, reasons }: ExplainedDate): readonly string[] {
  const w = whyWords(lang);
  if (reasons.length === 0) return [...(late ? [w.sorry] : []), w.tellBy(by)];
  const told = reasons.map((reason) => sentence(lang, reason));
  return [...(late ? [w.sorry, w.nextWord] : []), ...told, w.so(by)];
}

function sentence(lang: Lang, reason: Reason): string {
  const w = whyWords(lang);
  switch (reason.key) {
    case 'counted': {
      const counted = w.counted(w.units[reason.unit](reason.amount), reason.from);
      return reason.firstIsFree ? `${counted} ${w.firstIsFree}` : counted;
    }
    case 'closed':
      return w.closed([
        ...(reason.weekendDays > 0 ? [w.weekend(reason.weekendDays)] : []),
        ...reason.holidays.map((holiday) => named(lang, holiday)),
      ]);
    case 'moved':
      return w.moved(reason.from);
    case 'waited':
      return w.waited(reason.from, reason.until);
    case 'waiting':
      return w.waiting(reason.from, reason.until);
    case 'extended':
      return w.extended(reason.to);
    case 'latest':
      return w.latest(reason.months, reason.day);
    case 'unknown':
      return w.unknown(reason.year);
  }
}

/** '10 December 2026 (Constitution Day)'; Malay has the calendar's English names. */
function named(lang: Lang, { day, nameTh, nameEn }: ClosedDay): string {
  const name = lang === 'th' ? nameTh : nameEn;
  return name ? `${date(lang, day)} (${name})` : date(lang, day);
}
