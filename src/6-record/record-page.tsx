import { Checkbox, Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Prose } from '../layout/text';
import { dateTime } from '../layout/words/format';
import { words } from '../layout/words/words';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './parts';
import { Back, Refused, Standing } from './parts';
import type { RecordSheet } from './record-sheets';
import { recordWords } from './words';

interface RecordProps {
  readonly lang: Lang;
  readonly sheet: RecordSheet;
  readonly filled: Filled;
}

/** Step 6: the closing records so far, and the proposing or the deciding. */
export function RecordPage(props: RecordProps) {
  const { lang, sheet, filled } = props;
  return (
    <>
      <Refused trouble={filled.trouble} />
      <Written lang={lang} sheet={sheet} />
      {sheet.can === 'ask' ? <ProposalForm {...props} /> : null}
      {sheet.can === null && sheet.records.length > 0 ? null : (
        <Standing lang={lang} number={sheet.number} kind="record" can={sheet.can} />
      )}
      <Back lang={lang} number={sheet.number} />
    </>
  );
}

function Written({ lang, sheet }: Pick<RecordProps, 'lang' | 'sheet'>) {
  const common = recordWords(lang);
  const w = common.record;
  const { outcomes } = words(lang).staff;
  if (sheet.records.length === 0) return null;
  return (
    <section>
      <h2>{w.records}</h2>
      {sheet.records.map((record) => (
        <Definitions
          key={record.at}
          items={[
            {
              term: w.outcome,
              value: `${outcomes[record.outcome]} · ${w.states[record.state]} · ${dateTime(lang, record.at)}`,
            },
            { term: w.improvement, value: record.improvement ? common.yes : common.no },
            { term: w.improvementText, value: record.improvementText && <Prose text={record.improvementText} /> },
            { term: w.repeated, value: record.repeated === null ? null : record.repeated ? common.yes : common.no },
            { term: w.lessons, value: record.lessons && <Prose text={record.lessons} /> },
            { term: w.answer, value: record.answer && <Prose text={record.answer} /> },
          ]}
        />
      ))}
    </section>
  );
}

function ProposalForm({ lang, sheet, filled: { values, trouble } }: RecordProps) {
  const w = recordWords(lang).record;
  const { outcomes } = words(lang).staff;
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(trouble?.fields, name) });
  return (
    <section>
      <h2>{w.form}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/record`}>
        <Radios
          {...field('outcome')}
          label={w.outcome}
          required
          options={sheet.outcomes.map((outcome) => ({ value: outcome, label: outcomes[outcome] }))}
        />
        <Checkbox {...field('improvement')} label={w.improvement} />
        <TextArea {...field('improvementText')} label={w.improvementText} rows={3} />
        <Checkbox {...field('repeated')} label={w.repeated} />
        <TextArea {...field('lessons')} label={w.lessons} rows={4} />
        <TextArea {...field('answer')} label={w.answer} hint={w.answerHint} rows={8} />
        <Submit label={w.send} />
      </Form>
    </section>
  );
}
