import { useLang } from '../layout/language';
import { Table } from '../layout/table';
import { count, date, dateTime } from '../layout/words/format';
import { sayIn } from '../platform/errors';
import type { Timer } from '../platform/jobs/timers';
import { TIMERS } from '../platform/jobs/timers';
import type { ClockCertificate } from './clock-certificate.entity';
import { deadlineWords } from './words';

interface ClockworkProps {
  readonly lastBeat: string | null;
  /** Newest first. */
  readonly certificates: readonly ClockCertificate[];
}

/** The certificates of the last month, one line a day; to be printed as they stand. */
export function ClockworkPage({ lastBeat, certificates }: ClockworkProps) {
  const lang = useLang();
  const w = deadlineWords(lang).clockwork;
  const { columns } = w;
  return (
    <>
      <p>{lastBeat ? w.lastBeat(dateTime(lang, lastBeat)) : w.noBeat}</p>
      <Table
        id="certificates"
        title={w.certificates}
        narrow="cards"
        empty={w.none}
        columns={[
          { head: columns.day },
          { head: columns.due, align: 'number' },
          { head: columns.fired, align: 'number' },
          { head: columns.passed, align: 'number' },
          { head: columns.missing, align: 'number' },
          { head: columns.lateness, align: 'number' },
          { head: columns.dead, align: 'number' },
          { head: columns.unsorted },
          { head: columns.failed, align: 'number' },
        ]}
        rows={certificates.map((one) => ({
          cells: [
            date(lang, one.day, 'short'),
            count(lang, one.due),
            count(lang, one.fired),
            count(lang, one.passed),
            count(lang, one.due - one.fired - one.passed),
            w.lateness(Math.ceil(one.latestLateness / 60)),
            count(lang, one.deadMinutes),
            one.oldestUnsortedAt ? date(lang, one.oldestUnsortedAt, 'short') : '-',
            count(lang, one.failedNotices),
          ],
        }))}
        notes={[w.notes]}
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
