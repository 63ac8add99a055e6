import type { Province } from '../agencies/agencies';
import type { Holiday } from '../agencies/profile.holidays';
import { Table } from '../layout/table';
import { date } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { WorkCalendar } from './calendar.rules';
import { calendarWords } from './calendar-words';
import { deadlineWords } from './words';

export interface CalendarPageProps {
  readonly lang: Lang;
  readonly province: Province;
  readonly calendar: WorkCalendar;
  /** CE. */
  readonly year: number;
}

/** A day of the file, or one that was announced after it was made. */
type ShownDay = Omit<Holiday, 'kind'> & { readonly kind: Holiday['kind'] | 'announced' };

/** The days of the calendar in force, with what the file knows of them. */
function closedDays(province: Province, { source }: WorkCalendar): readonly (ShownDay & { readonly date: string })[] {
  const inFile = new Map(province.holidays.map((day) => [day.date, day]));
  return source.closedDays.map(({ day, nameTh, nameEn }) => {
    const known = inFile.get(day);
    if (known) return known;
    return { date: day, nameTh, nameEn, kind: 'announced', closed: true, confidence: 'high', provinces: [] };
  });
}

/** The days on which no clock of working days runs, by year, and those somebody still has to decide. */
export function CalendarPage({ lang, province, calendar, year }: CalendarPageProps) {
  const { calendar: w } = deadlineWords(lang);
  const closed = closedDays(province, calendar).filter(({ date: day }) => Number(day.slice(0, 4)) === year);
  const undecided = province.undecidedHolidays.filter(
    (day) => yearOf(day) === year && !(day.date && calendar.holiday(day.date)),
  );
  return (
    <>
      <Years lang={lang} years={calendar.source.years} year={year} />
      <Days
        {...{ lang, province }}
        id="closed"
        title={w.closed(year)}
        days={closed}
        note={w.version(calendar.version)}
      />
      {undecided.length > 0 ? (
        <Days {...{ lang, province }} id="undecided" title={w.undecided} days={undecided} note={w.undecidedNote} />
      ) : null}
    </>
  );
}

function Years({
  lang,
  years,
  year,
}: {
  readonly lang: Lang;
  readonly years: readonly number[];
  readonly year: number;
}) {
  const { calendar: w } = deadlineWords(lang);
  return (
    <nav aria-label={w.years}>
      <p>
        {years.map((one, index) => (
          <>
            {index > 0 ? ' · ' : ''}
            {one === year ? (
              <b aria-current="page">{w.year(one)}</b>
            ) : (
              <a href={`/calendar?year=${one}`}>{w.year(one)}</a>
            )}
          </>
        ))}
      </p>
    </nav>
  );
}

interface DaysProps {
  readonly lang: Lang;
  readonly province: Province;
  readonly id: string;
  readonly title: string;
  readonly days: readonly ShownDay[];
  readonly note: string;
}

function Days({ lang, province, id, title, days, note }: DaysProps) {
  const { calendar: w } = deadlineWords(lang);
  const { columns } = w;
  const own = ({ kind, provinces }: ShownDay) =>
    kind !== 'provincial' && provinces.includes(province.code) ? ` (${w.own})` : '';
  return (
    <Table
      id={id}
      title={title}
      narrow="cards"
      empty={w.none}
      notes={[note]}
      columns={[columns.day, columns.weekday, columns.name, columns.kind, columns.confidence].map((head) => ({ head }))}
      rows={[...days].sort(byDate).map((day) => ({
        cells: [
          day.date ? date(lang, day.date, 'short') : w.noDate,
          day.date ? (w.weekdays[new Date(`${day.date}T00:00:00Z`).getUTCDay()] ?? '') : '-',
          `${lang === 'en' ? day.nameEn : day.nameTh}${own(day)}`,
          day.kind === 'announced' ? calendarWords(lang).announced : w.kinds[day.kind],
          w.confidences[day.confidence],
        ],
      }))}
    />
  );
}

const yearOf = ({ date: day, year }: Holiday): number | undefined => (day ? Number(day.slice(0, 4)) : year);
const byDate = (a: ShownDay, b: ShownDay): number => (a.date ?? '9').localeCompare(b.date ?? '9');
