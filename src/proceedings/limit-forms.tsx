import { LIMIT_STAGES } from '../agencies/codes';
import { Radios, Select } from '../layout/choices';
import { DateField, Field } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { LimitCard, StageRule } from './limit-cards';
import { LETTER_ENDS, MISTAKES } from './limit-reasons';
import { spanIn } from './limit-sentences';
import { limitWords } from './limit-words';
import { TERM_UNITS } from './limit.inputs';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

export const FORMS = ['add', 'correct', 'extend', 'end', 'takeBack', 'takeBackExtension'] as const;

/** The one form that is open on a proceeding's page, and what was typed into it. */
export interface OpenForm {
  readonly kind: (typeof FORMS)[number];
  /** Number of the limit; empty for a new one. */
  readonly no: string;
  /** Number of the extension that is taken back. */
  readonly extension: string;
  readonly filled: Filled;
}

export interface LimitFormProps {
  readonly lang: Lang;
  readonly stages: readonly StageRule[];
  readonly filled: Filled;
  /** What stands now, of a limit that is corrected. */
  readonly card?: LimitCard | undefined;
}

const stageName = (lang: Lang, { nameTh, nameEn }: StageRule): string => (lang === 'en' ? nameEn : nameTh);

/** Stage, start and term as a letter gives them: in the form of a limit and in that of a new proceeding. */
export function LimitFields({ lang, stages, filled, card, usual }: LimitFormProps & { readonly usual?: boolean }) {
  const w = limitWords(lang);
  const field = fieldsOf(filled, {
    stage: card?.stage,
    startsOn: card?.startsOn,
    amount: card?.amount?.toString(),
    unit: card?.unit,
    dueOn: card?.statedOn,
    letterNo: card?.letterNo,
    letterDate: card?.letterDate,
  });
  const options = LIMIT_STAGES.flatMap((code) => stages.filter((stage) => stage.code === code)).map((stage) => ({
    value: stage.code,
    label: stage.span ? `${stageName(lang, stage)} · ${spanIn(lang, stage.span)}` : stageName(lang, stage),
  }));
  return (
    <>
      <Select
        {...field('stage')}
        label={w.stage}
        options={options}
        {...(usual ? { empty: `— ${w.usual} —` } : { required: true })}
      />
      <DateField {...field('startsOn')} label={w.startsOn} hint={w.startsHint} />
      <Length lang={lang} field={field} hint={w.lengthHint} />
      <DateField {...field('dueOn')} label={w.dueOn} hint={w.dueHint} />
      <Field {...field('letterNo')} label={w.letterNo} required={!usual} look="narrow" maxLength={60} />
      <DateField {...field('letterDate')} label={w.letterDate} required={!usual} />
    </>
  );
}

interface OpenProps extends Omit<LimitFormProps, 'filled'> {
  /** Of the proceeding. */
  readonly id: string;
  readonly open: OpenForm;
}

/** A form at one door of a limit, with what is typed and wrong in it. */
export function LimitForm({ id, open, ...rest }: OpenProps) {
  const { kind, filled } = open;
  const props = { ...rest, filled };
  const w = limitWords(props.lang);
  const isMistake = kind === 'takeBack' || kind === 'takeBackExtension';
  const title = kind === 'end' && props.card?.state === 'ended' ? w.endAgain : w[isMistake ? 'takeBack' : kind];
  return (
    <section aria-labelledby="open-form">
      <h4 id="open-form">
        {title}
        {kind === 'takeBackExtension' ? ` · ${w.nth(Number(open.extension))}` : null}
      </h4>
      <ErrorSummary errors={filled.trouble?.fields} />
      <Form action={doorOf(id, open)}>
        <Fields kind={kind} {...props} />
        <Buttons>
          <Submit label={isMistake ? w.takeBack : proceedingWords(props.lang).save} />
          <ButtonLink href={`/proceedings/${id}`} label={w.cancel} look="quiet" />
        </Buttons>
      </Form>
    </section>
  );
}

function Fields({ kind, ...props }: LimitFormProps & Pick<OpenForm, 'kind'>) {
  switch (kind) {
    case 'add':
    case 'correct':
      return <LimitFields {...props} />;
    case 'extend':
      return <ExtensionFields {...props} />;
    case 'end':
      return <EndFields {...props} />;
    default:
      return <MistakeFields {...props} />;
  }
}

function doorOf(id: string, { kind, no, extension }: OpenForm): string {
  const limits = `/proceedings/${id}/limits`;
  switch (kind) {
    case 'add':
      return limits;
    case 'correct':
      return `${limits}/${no}`;
    case 'extend':
      return `${limits}/${no}/extensions`;
    case 'end':
      return `${limits}/${no}/ending`;
    case 'takeBack':
      return `${limits}/${no}/taking-back`;
    case 'takeBackExtension':
      return `${limits}/${no}/extensions/${extension}/taking-back`;
  }
}

function ExtensionFields({ lang, filled, card }: LimitFormProps) {
  const w = limitWords(lang);
  const cap = card?.rule.extension.cap;
  const field = fieldsOf(filled, { unit: cap?.unit });
  return (
    <>
      <Length lang={lang} field={field} hint={w.extensionLengthHint} />
      <DateField {...field('until')} label={w.until} />
      <Field {...field('letterNo')} label={w.letterNo} required look="narrow" maxLength={60} />
      <DateField {...field('letterDate')} label={w.letterDate} required />
      <DateField {...field('receivedOn')} label={w.receivedOn} />
    </>
  );
}

function EndFields({ lang, filled, card }: LimitFormProps) {
  const w = limitWords(lang);
  const field = fieldsOf(filled, {
    reason: card?.endReason,
    endedOn: card?.endedOn,
    letterNo: card?.endLetterNo,
    letterDate: card?.endLetterDate,
  });
  return (
    <>
      <Radios
        {...field('reason')}
        label={w.how}
        required
        options={LETTER_ENDS.map((value) => ({ value, label: w.ends[value] }))}
      />
      <DateField {...field('endedOn')} label={w.endedOn} required />
      <Field {...field('letterNo')} label={w.letterNo} required look="narrow" maxLength={60} />
      <DateField {...field('letterDate')} label={w.letterDate} required />
    </>
  );
}

type FieldOf = ReturnType<typeof fieldsOf>;

function Length({ lang, field, hint }: { readonly lang: Lang; readonly field: FieldOf; readonly hint: string }) {
  const w = limitWords(lang);
  return (
    <>
      <Field {...field('amount')} label={w.length} hint={hint} look="narrow" inputMode="numeric" maxLength={5} />
      <Select
        {...field('unit')}
        label={w.unit}
        options={TERM_UNITS.map((value) => ({ value, label: w.units[value] }))}
      />
    </>
  );
}

function MistakeFields({ lang, filled }: LimitFormProps) {
  const w = limitWords(lang);
  const options = MISTAKES.map((value) => ({ value, label: w.mistakes[value] }));
  return <Radios {...fieldsOf(filled, {})('reason')} label={w.mistake} required options={options} />;
}

/** What was typed, or what stands now where nothing was sent. */
function fieldsOf({ values, trouble }: Filled, now: Readonly<Record<string, string | null | undefined>>) {
  const isSent = trouble !== undefined;
  return (name: string) => ({
    name,
    value: isSent ? typed(values, name) : (now[name] ?? ''),
    error: errorOf(trouble?.fields, name),
  });
}
