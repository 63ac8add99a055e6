import { TextArea } from '../layout/field';
import { ButtonLink, Buttons, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { AnswerForm, Trouble } from './answer-form';
import type { Filled } from './filled';
import type { Place } from './place';
import type { ReferralView, ReferralsView } from './referral-desk';
import { ReferralPaper } from './referral-paper';
import { referWords } from './words';

export interface ReferralPageProps {
  readonly lang: Lang;
  readonly view: ReferralsView & { readonly one: ReferralView };
  readonly place: Place;
  readonly filled: Filled;
  readonly now: string;
}

/** One referral: its papers, the form to answer it, the form to call it back. */
export function ReferralPage(props: ReferralPageProps) {
  const { lang, view, filled } = props;
  const w = referWords(lang);
  const { one, file } = view;
  const recalling = 'reason' in filled.values;
  return (
    <>
      {one.atAccuseds ? (
        <Notice tone="care">
          <p>{w.accuseds}</p>
        </Notice>
      ) : null}
      <ReferralPaper {...props} one={one} />
      {one.mayAnswer.length > 0 ? (
        <AnswerForm {...props} one={one} number={file.number} filled={recalling ? { values: {} } : filled} />
      ) : recalling ? null : (
        <Trouble filled={filled} />
      )}
      {one.mayRecall ? (
        <section>
          <h2>{w.recall.title}</h2>
          <Form action={`/cases/${file.number}/referrals/${one.referral.id}/withdrawal`}>
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
