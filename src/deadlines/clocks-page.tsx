import type { WorkCalendar } from './calendar.rules';
import type { ClocksSeen, ExtensionView, RunView } from './clocks-view';
import type { OpenForm } from './clocks-form';
import { ClockForm } from './clocks-form';
import { sentencesOf } from './sentences';
import { deadlineWords } from './words';
import { Due } from '../layout/clock';
import { ButtonLink, Buttons, Form, Submit } from '../layout/form';
import { Prose } from '../layout/text';
import { Table } from '../layout/table';
import { date, dateTime } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';

export interface ClocksPageProps {
  readonly lang: Lang;
  readonly seen: ClocksSeen;
  readonly calendar: WorkCalendar;
  readonly agencyName: (code: string | null) => string | null;
  /** The one form that is open, if any. */
  readonly form: OpenForm | null;
}

/** Why every due date of a case is the day it is, and what can be done about it. */
export function ClocksPage(props: ClocksPageProps) {
  const { lang, seen } = props;
  const w = deadlineWords(lang);
  const open = seen.runs.filter(({ state }) => state !== 'stopped').sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <>
      <h2>{w.running}</h2>
      {open.length === 0 ? <p>{w.none}</p> : null}
      {open.map((run, index) => (
        <OpenRun key={run.id} {...props} run={run} isFirst={index === 0} />
      ))}
      <Over {...props} />
      <p>
        <a href={`/cases/${seen.number}`}>{w.back}</a>
      </p>
    </>
  );
}

/** `คำตอบของหน่วยงาน · สำนักงานที่ดิน… · รอบที่ ๒` */
export function runName(lang: Lang, run: RunView, agency: string | null): string {
  const round = run.clockNo > 1 && !agency ? deadlineWords(lang).round(run.clockNo) : null;
  return [words(lang).staff.clocks[run.clock], agency, round].filter((part) => part !== null).join(' · ');
}

interface RunProps extends ClocksPageProps {
  readonly run: RunView;
  /** The most pressing one shows its reasons without being asked. */
  readonly isFirst: boolean;
}

function OpenRun(props: RunProps) {
  const { lang, run, seen, calendar, form, isFirst } = props;
  const state = run.state === 'paused' ? 'paused' : 'running';
  return (
    <section aria-labelledby={`clock-${run.id}`}>
      <h3 id={`clock-${run.id}`}>{runName(lang, run, props.agencyName(run.agencyCode))}</h3>
      <p>
        <Due due={run.dueAt} now={seen.now} near={run.nearAt <= seen.now} state={state} />
      </p>
      <details open={isFirst}>
        <summary>{deadlineWords(lang).why}</summary>
        <ol>
          {sentencesOf(lang, run.explanation, calendar).map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ol>
      </details>
      <Paused {...props} />
      {run.extensions.map((extension) => (
        <Extension key={extension.id} {...props} extension={extension} />
      ))}
      {form?.id === run.id ? (
        <ClockForm lang={lang} number={seen.number} run={run} form={form} />
      ) : (
        <Doors {...props} />
      )}
    </section>
  );
}

function Paused({ lang, run, seen }: RunProps) {
  const { pause: w } = deadlineWords(lang);
  if (!run.pause) return null;
  const { id, from, maxUntil } = run.pause;
  return (
    <>
      <p>
        {w.open(dateTime(lang, from))} · {maxUntil ? w.until(dateTime(lang, maxUntil)) : w.noLimit}
      </p>
      {run.mayEnd ? (
        <Form action={`/cases/${seen.number}/pauses/${id}/end`}>
          <Submit label={w.end} look="quiet" />
        </Form>
      ) : null}
    </>
  );
}

function Extension({ lang, seen, extension }: RunProps & { readonly extension: ExtensionView }) {
  const { extension: w, units } = deadlineWords(lang);
  const { id, state, unit, amount, askedAt, grantor, reason, mine } = extension;
  const path = `/cases/${seen.number}/extensions/${id}`;
  return (
    <>
      <p>
        {w.line(units[unit](amount), date(lang, askedAt))} · {state === 'asked' ? w.by[grantor] : w.states[state]}
      </p>
      {reason ? <Prose text={reason} /> : null}
      {mine && state === 'asked' ? (
        <Form action={`${path}/approval`}>
          <Buttons>
            <Submit label={w.grant} name="decision" value="grant" />
            <Submit label={w.refuse} name="decision" value="refuse" look="quiet" />
          </Buttons>
        </Form>
      ) : null}
      {mine && state === 'granted' ? (
        <Form action={`${path}/undoing`}>
          <Submit label={w.undo} look="quiet" />
        </Form>
      ) : null}
    </>
  );
}

/** Links that open one form on this page: no script is needed. */
function Doors({ lang, run, seen }: RunProps) {
  const w = deadlineWords(lang);
  if (!run.mayPause && !run.mayAsk) return null;
  const here = (form: OpenForm['kind']) => `/cases/${seen.number}/deadlines?${form}=${run.id}#clock-${run.id}`;
  return (
    <Buttons>
      {run.mayAsk ? <ButtonLink href={here('extend')} label={w.extension.ask} look="quiet" /> : null}
      {run.mayPause ? <ButtonLink href={here('pause')} label={w.pause.begin} look="quiet" /> : null}
    </Buttons>
  );
}

function Over({ lang, seen, agencyName }: ClocksPageProps) {
  const { over, columns, reasons, ...w } = deadlineWords(lang);
  const { due } = words(lang).staff;
  const runs = seen.runs.filter(({ state }) => state === 'stopped');
  return (
    <Table
      id="over"
      title={over}
      narrow="cards"
      empty={w.nothingOver}
      columns={[columns.clock, columns.start, columns.due, columns.stopped, columns.result].map((head) => ({ head }))}
      rows={runs.map((run) => ({
        cells: [
          runName(lang, run, agencyName(run.agencyCode)),
          date(lang, run.startsAt, 'short'),
          date(lang, run.dueAt, 'short'),
          run.stoppedAt ? date(lang, run.stoppedAt, 'short') : '-',
          `${run.stopReason ? reasons[run.stopReason] : '-'} · ${run.metInTime ? due.met : due.metLate}`,
        ],
      }))}
    />
  );
}
