import { Radios, Select } from '../layout/choices';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './filled';
import type { Place } from './place';
import type { AnswerKind } from './answer.rules';
import { referWords } from './words';

interface AnswerFormProps {
  readonly lang: Lang;
  readonly place: Place;
  readonly mayAnswer: readonly AnswerKind[];
  readonly action: string;
  readonly filled: Filled;
}

/** Offers only the answers that the referral can take now. */
export function AnswerForm({ lang, place, mayAnswer, action, filled }: AnswerFormProps) {
  const w = referWords(lang);
  const field = (name: string) => ({
    name,
    value: typed(filled.values, name),
    error: errorOf(filled.trouble?.fields, name),
  });
  return (
    <section>
      <h2>{w.answer.title}</h2>
      <Form action={action}>
        <Trouble filled={filled} />
        <Radios
          {...field('kind')}
          label={w.answer.kind}
          required
          options={mayAnswer.map((kind) => ({ value: kind, label: w.answerKinds[kind] }))}
        />
        <TextArea {...field('text')} label={w.answer.text} hint={w.answer.textHint} />
        <Select {...field('toAgencyCode')} label={w.answer.to} hint={w.answer.toHint} options={place.agencies} />
        <Submit label={w.answer.save} />
      </Form>
    </section>
  );
}

/** What to mend; a refusal that names no field is said once above the form. */
export function Trouble({ filled }: { readonly filled: Filled }) {
  const { trouble } = filled;
  if (!trouble) return null;
  if (trouble.fields.length > 0) return <ErrorSummary errors={trouble.fields} />;
  return (
    <Notice tone="care">
      <p>{trouble.message}</p>
    </Notice>
  );
}
