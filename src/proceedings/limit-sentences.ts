import { sentencesOf } from '../deadlines/sentences';
import type { Span } from '../agencies/profile.clocks';
import type { WorkCalendar } from '../deadlines/calendar.rules';
import { deadlineWords } from '../deadlines/words';
import { date } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import { bangkokDay } from '../platform/thai/dates';
import { limitWords } from './limit-words';
import type { LimitLine } from './limit.rules';

/** '180 calendar days' */
export const spanIn = (lang: Lang, { unit, amount }: Span): string => deadlineWords(lang).units[unit](amount);

/** Why a legal limit is due when it is. Days alone: nobody's office closes on it, and it is no rule of the desk's. */
export const limitSentences = (lang: Lang, lines: readonly LimitLine[], calendar: WorkCalendar): readonly string[] =>
  lines.flatMap((line) => sentence(lang, line, calendar));

function sentence(lang: Lang, line: LimitLine, calendar: WorkCalendar): readonly string[] {
  const { says } = limitWords(lang);
  const day = (at: string): string => date(lang, at);
  switch (line.code) {
    case 'stated':
      return [says.stated(day(line.day))];
    case 'start':
      return [says.start(day(bangkokDay(line.at)))];
    case 'rule':
      return [says.length(spanIn(lang, line))];
    case 'extended':
      return [says.extended(spanIn(lang, line), day(bangkokDay(line.from)), day(bangkokDay(line.to)))];
    case 'due':
      return [says.due(day(bangkokDay(line.at)))];
    case 'calendar':
    case 'close':
      return [];
    default:
      return sentencesOf(lang, [line], calendar);
  }
}
