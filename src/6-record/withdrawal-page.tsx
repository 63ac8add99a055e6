import { Checkbox } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { dateTime } from '../layout/words/format';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './parts';
import { Back, Refused, Standing } from './parts';
import type { WithdrawalSheet } from './record-sheets';
import { recordWords } from './words';

interface WithdrawalProps {
  readonly lang: Lang;
  readonly sheet: WithdrawalSheet;
  readonly filled: Filled;
}

export function WithdrawalPage(props: WithdrawalProps) {
  const { lang, sheet, filled } = props;
  const w = recordWords(lang).withdrawal;
  return (
    <>
      <Refused trouble={filled.trouble} />
      <Notice tone={sheet.accusation ? 'care' : 'calm'}>
        <p>{sheet.accusation ? w.accusation : w.grievance}</p>
      </Notice>
      <Papers lang={lang} sheet={sheet} />
      {sheet.can === 'ask' ? <AskForm {...props} /> : null}
      <Standing lang={lang} number={sheet.number} kind="withdrawal" can={sheet.can} reasonRequired />
      <Back lang={lang} number={sheet.number} />
    </>
  );
}

function Papers({ lang, sheet }: Pick<WithdrawalProps, 'lang' | 'sheet'>) {
  const common = recordWords(lang);
  const w = common.withdrawal;
  if (sheet.withdrawals.length === 0) return null;
  return (
    <section>
      <h2>{w.papers}</h2>
      {sheet.withdrawals.map(({ state, at, reason, pressureAsked }) => (
        <Definitions
          key={at}
          items={[
            { term: w.states[state], value: dateTime(lang, at) },
            { term: w.reason, value: <Prose text={reason} /> },
            { term: w.pressure, value: pressureAsked === null ? null : pressureAsked ? common.yes : common.no },
          ]}
        />
      ))}
    </section>
  );
}

function AskForm({ lang, sheet, filled: { values, trouble } }: WithdrawalProps) {
  const w = recordWords(lang).withdrawal;
  return (
    <>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/withdrawal`}>
        <TextArea
          name="reason"
          label={w.reason}
          required
          value={typed(values, 'reason')}
          error={errorOf(trouble?.fields, 'reason')}
        />
        <Checkbox
          name="pressureAsked"
          label={w.pressure}
          required={sheet.accusation}
          value={typed(values, 'pressureAsked')}
          error={errorOf(trouble?.fields, 'pressureAsked')}
        />
        <Submit label={w.send} look="grave" />
      </Form>
    </>
  );
}
