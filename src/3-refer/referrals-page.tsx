import { Due } from '../layout/clock';
import { ButtonLink, Buttons } from '../layout/form';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { date } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import { AnswerForm } from './answer-form';
import type { Filled } from './filled';
import type { Place } from './place';
import type { ReferralView, ReferralsView } from './referral-desk';
import { ReferralPaper } from './referral-paper';
import { SendForm } from './send-form';
import { referWords } from './words';

export interface ReferralsPageProps {
  readonly lang: Lang;
  readonly view: ReferralsView;
  readonly place: Place;
  readonly filled: Filled;
  /** UTC instant of the page. */
  readonly now: string;
}

/** The desk reads all referrals as a table and sends more; an agency reads its own and answers. */
export function ReferralsPage(props: ReferralsPageProps) {
  const { lang, view } = props;
  const w = referWords(lang);
  const sole = view.maySend === null && view.referrals.length === 1 ? view.referrals[0] : undefined;
  return (
    <>
      {view.referrals.some(({ atAccuseds }) => atAccuseds) ? (
        <Notice tone="care">
          <p>{w.accuseds}</p>
        </Notice>
      ) : null}
      {sole ? <Sole {...props} one={sole} /> : <All {...props} />}
      {view.maySend ? <SendForm {...props} act={view.maySend} /> : null}
      <Buttons>
        <ButtonLink href={`/cases/${view.file.number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

function Sole(props: ReferralsPageProps & { readonly one: ReferralView }) {
  const { one, view } = props;
  const path = `/cases/${view.file.number}/referrals/${one.referral.id}`;
  return (
    <>
      <ReferralPaper {...props} path={path} />
      {one.mayAnswer.length > 0 ? <AnswerForm {...props} mayAnswer={one.mayAnswer} action={`${path}/answers`} /> : null}
    </>
  );
}

function All({ lang, view, place, now }: ReferralsPageProps) {
  const w = referWords(lang);
  const { staff } = words(lang);
  return (
    <Table
      id="referrals"
      title={w.all}
      narrow="cards"
      empty={w.none}
      columns={[w.recipient, w.state, w.sent, w.due, w.reminders, w.answers].map((head) => ({ head }))}
      rows={view.referrals.map(({ referral, reminders, answers, mayAnswer }) => ({
        cells: [
          <>
            <a href={`/cases/${view.file.number}/referrals/${referral.id}`}>{place.recipient(referral)}</a>
            {referral.lead ? ` · ${w.lead}` : ''} <small>{w.purposes[referral.purpose]}</small>
          </>,
          staff.referrals[referral.state],
          date(lang, referral.sentAt, 'short'),
          referral.closedAt === null && referral.dueAt !== null ? <Due due={referral.dueAt} now={now} /> : '-',
          reminders.map(({ rung }) => staff.due.reminder(rung)).join(' · ') || '-',
          answers.at(-1) ? w.answerKinds[answers.at(-1)?.kind ?? 'interim'] : mayAnswer.length > 0 ? w.open : '-',
        ],
      }))}
    />
  );
}
