import { Radios } from '../layout/choices';
import { DateField, TextArea } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './verification-page';
import { VERIFICATION_MODES } from './verify.rules';
import { verifyWords } from './words';

interface VisitProps {
  readonly lang: Lang;
  readonly number: string;
  readonly filled: Filled;
}

export function VisitPage({ lang, number, filled: { values, trouble } }: VisitProps) {
  const w = verifyWords(lang);
  const error = (field: string) => errorOf(trouble?.fields, field);
  return (
    <>
      {trouble && trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${number}/verification/records`}>
        <Radios
          name="mode"
          label={w.mode}
          required
          value={typed(values, 'mode')}
          error={error('mode')}
          options={VERIFICATION_MODES.map((mode) => ({ value: mode, label: w.modes[mode] }))}
        />
        <DateField name="date" label={w.date} required value={typed(values, 'date')} error={error('date')} />
        <TextArea
          name="text"
          label={w.seen}
          hint={w.seenHint}
          required
          rows={10}
          value={typed(values, 'text')}
          error={error('text')}
        />
        <Submit label={w.save} />
      </Form>
      <Buttons>
        <ButtonLink href={`/cases/${number}/verification`} label={w.title} look="quiet" />
      </Buttons>
    </>
  );
}
