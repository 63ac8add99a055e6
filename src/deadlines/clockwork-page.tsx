import { useLang, useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { count, date, dateTime } from '../layout/words/format';
import { sayIn } from '../platform/errors';
import type { Timer } from '../platform/jobs/timers';
import { TIMERS } from '../platform/jobs/timers';
import type { ClockworkState } from './clockwork-day.rules';
import { deadlineWords } from './words';

/** The certificates of the last month, one line a day, to be printed as they stand; and everything that runs by itself. */
export function ClockworkPage({ lastBeat, certificates, vacant }: ClockworkState) {
  const lang = useLang();
  const w = deadlineWords(lang).clockwork;
  const { roles } = useWords().staff;
  const { columns } = w;
  const withFigures = certificates.some(({ figures }) => figures !== null);
  const heads = [columns.due, columns.fired, columns.passed, columns.lateness, columns.failed, columns.unsorted];
  return (
    <>
      {vacant.length > 0 ? (
        <Notice tone="care">
          <p>{w.vacant(vacant.map((office) => roles[office]).join(', '))}</p>
        </Notice>
      ) : null}
      <p>{lastBeat ? w.lastBeat(dateTime(lang, lastBeat)) : w.noBeat}</p>
      <Table
        id="certificates"
        title={w.certificates}
        narrow="cards"
        empty={w.none}
        columns={[
          { head: columns.day },
          { head: columns.whole },
          { head: columns.dead, align: 'number' },
          ...(withFigures ? heads.map((head) => ({ head, align: 'number' as const })) : []),
        ]}
        rows={certificates.map(({ day, isWhole, deadMinutes, figures }) => ({
          cells: [
            date(lang, day, 'short'),
            isWhole ? w.whole : <strong>{w.notWhole}</strong>,
            count(lang, deadMinutes),
            ...(figures
              ? [
                  count(lang, figures.due),
                  count(lang, figures.fired),
                  count(lang, figures.passed),
                  w.lateness(Math.ceil(figures.latestLateness / 60)),
                  count(lang, figures.failedNotices),
                  figures.oldestUnsortedDays === null ? '-' : count(lang, figures.oldestUnsortedDays),
                ]
              : []),
          ],
        }))}
      />
      <Table
        id="timers"
        title={w.timers}
        narrow="cards"
        columns={[{ head: w.timer }, { head: w.every }, { head: w.does }]}
        rows={Object.entries<Timer>(TIMERS).map(([name, { everyMs, does }]) => ({
          cells: [<code>{name}</code>, w.interval(everyMs / 1_000), sayIn(lang, does)],
        }))}
        notes={[w.timersNote]}
      />
    </>
  );
}
