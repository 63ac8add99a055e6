import { date, dateTime, digits } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { Day, WorkCalendar } from './calendar.rules';
import type { ExplanationLine, PauseLine } from './explanation.rules';
import { deadlineWords } from './words';

/**
 * The explanation of a due date in words, one sentence a line; holidays by the names the calendar gives them.
 * Wall-clock hours know no office hours, so nothing is said of them.
 */
export function sentencesOf(lang: Lang, lines: readonly ExplanationLine[], calendar: WorkCalendar): readonly string[] {
  const byTheClock = lines.some((line) => line.code === 'rule' && line.unit === 'h');
  const told = lines.filter(({ code }) => !(byTheClock && code === 'calendar'));
  return told.map((line) => sentence(lang, line, calendar));
}

/** '08.30–12.00 น. และ 13.00–16.30 น.' */
export function hoursIn(lang: Lang, hours: readonly { readonly from: string; readonly to: string }[]): string {
  const spans = hours.map(({ from, to }) => `${from}–${to}`);
  return lang === 'en'
    ? spans.join(', ')
    : spans.map((span) => `${digits(lang, span.replaceAll(':', '.'))} น.`).join(' และ ');
}

function sentence(lang: Lang, line: ExplanationLine, calendar: WorkCalendar): string {
  const { says, units } = deadlineWords(lang);
  const day = (at: string) => date(lang, at);
  const time = (at: string) => dateTime(lang, at);
  switch (line.code) {
    case 'start':
      return says.start(time(line.at));
    case 'rule':
      return (line.official ? says.official : says.rule)(units[line.unit](line.amount), digits(lang, line.version));
    case 'calendar':
      return says.calendar(hoursIn(lang, line.officeHours), line.version.replace(/-[0-9a-f]{12}$/, ''));
    case 'receipt_day':
      return says.receiptDay(day(line.day));
    case 'weekend':
      return says.weekend(line.days, day(line.from), day(line.to));
    case 'holiday':
      return says.holiday(day(line.day), holidayName(lang, calendar, line.day));
    case 'moved':
      return says.moved(day(line.from), day(line.to));
    case 'paused':
      return paused(lang, line);
    case 'extended':
      return says.extended(units[line.unit](line.amount), day(line.from), day(line.to));
    case 'latest': {
      const limit = says.latest(line.months, day(line.day), time(line.at));
      return line.binds ? `${limit} ${says.binds}` : limit;
    }
    case 'uncovered':
      return says.uncovered(line.year);
    case 'close':
      return says.close(line.time);
    case 'due':
      return says.due(time(line.at));
  }
}

function paused(lang: Lang, { from, until, measure, minutes }: PauseLine): string {
  const { says } = deadlineWords(lang);
  const [begins, ends] = [dateTime(lang, from), dateTime(lang, until)];
  if (minutes === 0) return says.pausedFree(begins, ends);
  const hours = Math.floor(minutes / 60);
  const length =
    measure === 'working'
      ? says.workingLength(hours, minutes % 60)
      : says.calendarLength(Math.floor(hours / 24), hours % 24);
  return says.paused(begins, ends, length);
}

function holidayName(lang: Lang, calendar: WorkCalendar, day: Day): string {
  const holiday = calendar.holiday(day);
  return (lang === 'en' ? holiday?.nameEn : holiday?.nameTh) ?? '';
}
