import { Select } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { Hidden, TextArea } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { date, dateTime } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { sayIn } from '../platform/errors';
import type { CaseRecords, HoldCard } from './case-records';
import { OBSTACLES } from './disposal.errors';
import { HOLD_KINDS } from './legal-hold.entity';
import { recordsWords } from './words';

export type RecordsAct = 'holds' | 'hold-liftings' | 'disposal';

/** A form that has to be mended. */
export interface SentRecords {
  readonly act: RecordsAct;
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

interface PageProps {
  readonly records: CaseRecords;
  readonly sent: SentRecords | null;
}

export function CaseRecordsPage({ records, sent }: PageProps) {
  const lang = useLang();
  const w = recordsWords(lang);
  const { number, holds } = records;
  return (
    <>
      <ErrorSummary errors={sent?.trouble.fields} />
      {sent && sent.trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{sent.trouble.message}</p>
        </Notice>
      ) : null}
      <Definitions items={[{ term: w.file.keeping, value: <Kept records={records} /> }]} />
      <h2>{w.file.holds}</h2>
      {holds.length === 0 ? <p>{w.file.noHolds}</p> : null}
      {holds.map((hold) => (
        <Hold key={`${hold.kind} ${hold.placedAt}`} number={number} hold={hold} mayLift={records.mayHold} sent={sent} />
      ))}
      {records.mayHold ? <Place records={records} sent={sent} /> : null}
      <Disposal records={records} sent={sent} />
      <Buttons>
        <ButtonLink href={`/cases/${number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

function Kept({ records: { keeping, obstacle } }: Pick<PageProps, 'records'>) {
  const lang = useLang();
  const w = recordsWords(lang);
  if (!keeping) return <>{obstacle === 'merged' ? sayIn(lang, OBSTACLES.merged) : w.file.open}</>;
  return (
    <>
      {date(lang, keeping.keptUntil)} {keeping.isPast ? `(${w.file.past})` : ''}
      <br />
      {w.rule(keeping)}, {w.closedOn} {date(lang, keeping.closedOn)}
    </>
  );
}

interface HoldProps {
  readonly number: string;
  readonly hold: HoldCard;
  readonly mayLift: boolean;
  readonly sent: SentRecords | null;
}

function Hold({ number, hold, mayLift, sent }: HoldProps) {
  const lang = useLang();
  const w = recordsWords(lang);
  const when = (at: string, by: string | null): string => `${dateTime(lang, at, 'short')}${by ? ` · ${by}` : ''}`;
  return (
    <>
      <Definitions
        items={[
          { term: w.file.for, value: w.holds[hold.kind] },
          { term: w.file.placed, value: when(hold.placedAt, hold.placedBy) },
          { term: w.file.reason, value: hold.reason && <Prose text={hold.reason} /> },
          {
            term: w.file.lifted,
            value: hold.liftedAt === null ? w.file.standing : when(hold.liftedAt, hold.liftedBy),
          },
          { term: w.file.reason, value: hold.liftReason && <Prose text={hold.liftReason} /> },
        ]}
      />
      {mayLift && hold.liftedAt === null ? (
        <details>
          <summary>{w.file.lift}</summary>
          <Form action={`/cases/${number}/hold-liftings`} label={w.file.lift}>
            <Hidden name="kind" value={hold.kind} />
            <Reason sent={sent?.act === 'hold-liftings' ? sent : null} />
            <Submit label={w.file.lift} look="grave" />
          </Form>
        </details>
      ) : null}
    </>
  );
}

function Place({ records, sent }: PageProps) {
  const w = recordsWords(useLang());
  const standing = records.holds.filter(({ liftedAt }) => liftedAt === null).map(({ kind }) => kind);
  const free = HOLD_KINDS.filter((kind) => !standing.includes(kind));
  const own = sent?.act === 'holds' ? sent : null;
  if (free.length === 0) return null;
  return (
    <details open={own !== null}>
      <summary>{w.file.place}</summary>
      <Form action={`/cases/${records.number}/holds`} label={w.file.place}>
        <p>{w.file.placeWhy}</p>
        <Select
          name="kind"
          label={w.file.for}
          value={typed(own?.values ?? {}, 'kind')}
          error={errorOf(own?.trouble.fields, 'kind')}
          options={free.map((kind) => ({ value: kind, label: w.holds[kind] }))}
          required
        />
        <Reason sent={own} />
        <Submit label={w.file.place} />
      </Form>
    </details>
  );
}

function Reason({ sent, optional }: { readonly sent: SentRecords | null; readonly optional?: boolean }) {
  const w = recordsWords(useLang());
  return (
    <TextArea
      name="reason"
      label={w.file.reason}
      rows={3}
      value={typed(sent?.values ?? {}, 'reason')}
      error={errorOf(sent?.trouble.fields, 'reason')}
      required={!optional}
    />
  );
}

function Disposal({ records, sent }: PageProps) {
  const lang = useLang();
  const w = recordsWords(lang).file;
  const { number, obstacle, proposal, mayPropose } = records;
  if (proposal) return <Proposal records={records} />;
  if (!mayPropose) return null;
  return (
    <>
      <h2>{w.dispose}</h2>
      {obstacle === null ? (
        <Form action={`/cases/${number}/disposal`} label={w.dispose}>
          <p>{w.disposeWhy}</p>
          <Reason sent={sent?.act === 'disposal' ? sent : null} optional />
          <Submit label={w.dispose} look="grave" />
        </Form>
      ) : (
        <p>{sayIn(lang, OBSTACLES[obstacle])}</p>
      )}
    </>
  );
}

function Proposal({ records: { number, proposal, obstacle } }: Pick<PageProps, 'records'>) {
  const lang = useLang();
  const w = recordsWords(lang).file;
  if (!proposal) return null;
  return (
    <Notice tone="care" title={w.decide}>
      <p>{w.proposedBy(proposal.askedBy ?? '-', date(lang, proposal.askedAt))}</p>
      {proposal.reason ? <Prose text={proposal.reason} /> : null}
      {obstacle === null ? null : <p>{sayIn(lang, OBSTACLES[obstacle])}</p>}
      {proposal.mayDecide ? (
        <Form action={`/cases/${number}/approval`} label={w.decide}>
          <p>{w.disposeWhy}</p>
          <Hidden name="kind" value="disposal" />
          <TextArea name="reason" label={w.reason} rows={2} />
          <Buttons>
            <Submit label={w.grant} look="grave" name="decision" value="grant" />
            <Submit label={w.refuse} look="quiet" name="decision" value="refuse" />
          </Buttons>
        </Form>
      ) : (
        <p>{w.waits}</p>
      )}
    </Notice>
  );
}
