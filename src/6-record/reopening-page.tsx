import { Definitions } from '../layout/definitions';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Prose } from '../layout/text';
import { digits } from '../layout/words/format';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './parts';
import { Back, Refused, Standing } from './parts';
import type { ReopeningSheet } from './record-sheets';
import { recordWords } from './words';

interface ReopeningProps {
  readonly lang: Lang;
  readonly sheet: ReopeningSheet;
  readonly filled: Filled;
}

export function ReopeningPage({ lang, sheet, filled: { values, trouble } }: ReopeningProps) {
  const w = recordWords(lang).reopening;
  return (
    <>
      <Refused trouble={trouble} />
      <p>{w.lead}</p>
      {sheet.count > 0 ? <p>{w.count(digits(lang, sheet.count))}</p> : null}
      <Definitions items={[{ term: w.reason, value: sheet.reason && <Prose text={sheet.reason} /> }]} />
      {sheet.can === 'ask' ? (
        <>
          <ErrorSummary errors={trouble?.fields} />
          <Form action={`/cases/${sheet.number}/reopening`}>
            <TextArea
              name="reason"
              label={w.reason}
              required
              value={typed(values, 'reason')}
              error={errorOf(trouble?.fields, 'reason')}
            />
            <Submit label={w.send} />
          </Form>
        </>
      ) : null}
      <Standing lang={lang} number={sheet.number} kind="reopening" can={sheet.can} />
      <Back lang={lang} number={sheet.number} />
    </>
  );
}
