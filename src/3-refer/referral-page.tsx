import { TextArea } from '../layout/field';
import { ButtonLink, Buttons, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { AnswerForm, Trouble } from './answer-form';
import type { Filled } from './filled';
import type { Place } from './place';
import { CodeSection } from './code-section';
import type { OneReferral } from './referral-desk';
import { ReferralPaper } from './referral-paper';
import { referWords } from './words';

export interface ReferralPageProps {
  readonly lang: Lang;
  readonly view: OneReferral;
  readonly place: Place;
  readonly filled: Filled;
  readonly now: string;
}

/** One referral: its papers, the form to answer it, the form to call it back. */
export function ReferralPage(props: ReferralPageProps) {
  const { lang, view, filled } = props;
  const w = referWords(lang);
  const { one, file, code } = view;
  const path = `/cases/${file.number}/referrals/${one.referral.id}`;
  const recalling = 'reason' in filled.values;
  return (
    <>
      {one.atAccuseds ? (
        <Notice tone="care">
          <p>{w.accuseds}</p>
        </Notice>
      ) : null}
      <ReferralPaper {...props} one={one} path={path} />
      {one.mayAnswer.length > 0 ? (
        <AnswerForm
          {...props}
          mayAnswer={one.mayAnswer}
          action={`${path}/answers`}
          filled={recalling ? { values: {} } : filled}
        />
      ) : recalling ? null : (
        <Trouble filled={filled} />
      )}
      {code ? <CodeSection lang={lang} path={path} code={code} /> : null}
      {one.mayRecall ? (
        <section>
          <h2>{w.recall.title}</h2>
          <Form action={`${path}/withdrawal`}>
            {recalling ? <Trouble filled={filled} /> : null}
            <TextArea
              name="reason"
              label={w.recall.reason}
              rows={3}
              required
              value={typed(filled.values, 'reason')}
              error={errorOf(filled.trouble?.fields, 'reason')}
            />
            <Submit label={w.recall.save} look="grave" />
          </Form>
        </section>
      ) : recalling ? (
        <Trouble filled={filled} />
      ) : null}
      <Buttons>
        <ButtonLink href={`/cases/${file.number}/referrals`} label={w.all} look="quiet" />
      </Buttons>
    </>
  );
}
