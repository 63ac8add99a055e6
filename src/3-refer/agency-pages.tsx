import { Field, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { dateTime } from '../layout/words/format';
import type { FieldError } from '../platform/errors';
import type { Lang } from '../platform/http/language';
import type { LentReferral } from './agency-desk';
import { AGENCY_PATH } from './agency-paths';
import { agencyWords } from './agency-words';
import { AnswerForm } from './answer-form';
import type { Filled } from './filled';
import type { Place } from './place';
import { ReferralPaper } from './referral-paper';

interface DoorProps {
  readonly lang: Lang;
  readonly errors: readonly FieldError[];
  /** Written in a session that was over: theirs to copy. */
  readonly unsent?: string;
}

/** Code in. The digits are never kept in the page, the address or the browser's memory. */
export function CodeDoor({ lang, errors, unsent }: DoorProps) {
  const w = agencyWords(lang).door;
  return (
    <>
      <Form action={AGENCY_PATH}>
        <ErrorSummary errors={errors} />
        <Field
          name="code"
          label={w.code}
          hint={w.codeHint}
          look="code"
          inputMode="numeric"
          maxLength={60}
          error={errorOf(errors, 'code')}
          required
        />
        <Submit label={w.open} />
      </Form>
      {unsent ? <TextArea name="unsent" label={w.kept} rows={5} value={unsent} /> : null}
      <section>
        <p class="hint">{w.lost}</p>
      </section>
    </>
  );
}

interface InsideProps {
  readonly lang: Lang;
  readonly view: LentReferral;
  readonly place: Place;
  readonly filled: Filled;
  readonly now: string;
}

/** What was sent, and the form to answer it: as an agency's contact with an account sees it. */
export function LentPage({ lang, view, place, filled, now }: InsideProps) {
  const w = agencyWords(lang).inside;
  return (
    <>
      <Notice>
        <p>{w.until(dateTime(lang, view.until))}</p>
      </Notice>
      <ReferralPaper lang={lang} place={place} one={view.one} path={AGENCY_PATH} now={now} />
      <AnswerForm
        lang={lang}
        place={place}
        mayAnswer={view.mayAnswer}
        action={`${AGENCY_PATH}/answers`}
        filled={filled}
      />
      <section>
        <Form action={`${AGENCY_PATH}/sign-out`}>
          <Submit label={w.leave} look="quiet" />
        </Form>
      </section>
    </>
  );
}

/** After the final answer. */
export const AnsweredPage = ({ lang }: { readonly lang: Lang }) => (
  <Notice tone="good">
    <p>{agencyWords(lang).inside.done}</p>
  </Notice>
);
