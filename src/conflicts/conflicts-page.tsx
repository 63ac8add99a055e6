import { Select } from '../layout/choices';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Table } from '../layout/table';
import { dateTime } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Readership } from './readers';
import { conflictWords } from './words';

export type ConflictAct = 'wall' | 'recusal' | 'handover';

/** A form that has to be mended. */
export interface SentConflict {
  readonly act: ConflictAct;
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

interface ConflictsProps {
  readonly readership: Readership;
  /** Whom the wall may still be raised against. */
  readonly officers: readonly { readonly username: string; readonly name: string }[];
  readonly sent: SentConflict | null;
}

export function ConflictsPage({ readership, officers, sent }: ConflictsProps) {
  const w = conflictWords(useLang());
  const { number, handledBy } = readership;
  const of = (act: ConflictAct): SentConflict | null => (sent?.act === act ? sent : null);
  return (
    <>
      <p>
        <a href={`/cases/${number}`}>‹ {w.back}</a>
      </p>
      <ErrorSummary errors={sent?.trouble.fields} />
      <Units readership={readership} />
      <Hidden readership={readership} />
      <WallForm number={number} officers={officers} sent={of('wall')} />
      <ReasonForm number={number} act="recusal" title={w.recuse} why={w.recuseWhy} sent={of('recusal')} />
      {handledBy === null ? (
        <ReasonForm number={number} act="handover" title={w.handOver} why={w.handOverWhy} sent={of('handover')} />
      ) : null}
    </>
  );
}

function Units({ readership }: Pick<ConflictsProps, 'readership'>) {
  const lang = useLang();
  const w = conflictWords(lang);
  return (
    <Table
      id="units"
      title={w.units}
      narrow="cards"
      columns={[{ head: w.unit }, { head: w.part }, { head: w.from }, { head: w.until }]}
      rows={readership.units.map(({ unit, kind, fromAt, untilAt }) => ({
        cells: [
          unit.startsWith('code:')
            ? w.byCode(unit.slice('code:'.length))
            : (w.names[unit] ?? unit.replace('agency:', '')),
          w.kinds[kind] ?? kind,
          dateTime(lang, fromAt, 'short'),
          untilAt === null ? w.still : dateTime(lang, untilAt, 'short'),
        ],
      }))}
    />
  );
}

function Hidden({ readership }: Pick<ConflictsProps, 'readership'>) {
  const lang = useLang();
  const w = conflictWords(lang);
  return (
    <Table
      id="hidden"
      title={w.hidden}
      narrow="cards"
      empty={w.nobody}
      columns={[{ head: w.name }, { head: w.cause }, { head: w.from }, { head: w.until }]}
      rows={readership.hidden.map(({ name, cause, fromAt, untilAt }) => ({
        cells: [
          name,
          w.causes[cause],
          dateTime(lang, fromAt, 'short'),
          untilAt === null ? w.still : dateTime(lang, untilAt, 'short'),
        ],
      }))}
    />
  );
}

interface WallFormProps {
  readonly number: string;
  readonly officers: ConflictsProps['officers'];
  readonly sent: SentConflict | null;
}

function WallForm({ number, officers, sent }: WallFormProps) {
  const w = conflictWords(useLang());
  const errors = sent?.trouble.fields;
  return (
    <details open={sent !== null}>
      <summary>{w.wall}</summary>
      <Form action={`/cases/${number}/wall`} label={w.wall}>
        <Select
          name="username"
          label={w.who}
          value={typed(sent?.values ?? {}, 'username')}
          error={errorOf(errors, 'username')}
          options={officers.map(({ username, name }) => ({ value: username, label: name }))}
          required
        />
        <TextArea
          name="reason"
          label={w.reason}
          rows={3}
          value={typed(sent?.values ?? {}, 'reason')}
          error={errorOf(errors, 'reason')}
          required
        />
        <Submit label={w.wall} />
      </Form>
    </details>
  );
}

interface ReasonFormProps {
  readonly number: string;
  readonly act: ConflictAct;
  readonly title: string;
  readonly why: string;
  readonly sent: SentConflict | null;
}

function ReasonForm({ number, act, title, why, sent }: ReasonFormProps) {
  const w = conflictWords(useLang());
  return (
    <details open={sent !== null}>
      <summary>{title}</summary>
      <Form action={`/cases/${number}/${act}`} label={title}>
        <p>{why}</p>
        <TextArea
          name="reason"
          label={w.reason}
          rows={3}
          value={typed(sent?.values ?? {}, 'reason')}
          error={errorOf(sent?.trouble.fields, 'reason')}
          required
        />
        <Submit label={title} look="grave" />
      </Form>
    </details>
  );
}
