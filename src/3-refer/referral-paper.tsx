import { Due } from '../layout/clock';
import { Definitions } from '../layout/definitions';
import { Prose } from '../layout/text';
import { date, dateTime, digits } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Referral } from '../cases/referral.entity';
import { evidenceWords } from '../evidence/words';
import type { Lang } from '../platform/http/language';
import type { Place } from './place';
import type { AnswerView, ReferralPaper as Paper } from './referral-papers';
import { referWords } from './words';

interface PaperProps {
  readonly lang: Lang;
  readonly place: Place;
  readonly one: Paper;
  /** Under this address stand the files that went along. */
  readonly path: string;
  readonly now: string;
}

/** What was sent, how it stands, and what was answered. */
export function ReferralPaper({ lang, place, one, path, now }: PaperProps) {
  const w = referWords(lang);
  const { staff } = words(lang);
  const { referral } = one;
  const { dueAt } = referral;
  return (
    <section>
      <Definitions
        items={[
          { term: w.recipient, value: `${place.recipient(referral)} · ${w.purposes[referral.purpose]}` },
          { term: w.lead, value: referral.lead ? '✓' : null },
          { term: w.state, value: staff.referrals[referral.state] },
          { term: w.sent, value: dateTime(lang, referral.sentAt) },
          { term: w.due, value: dueAt && referral.closedAt === null ? <Due due={dueAt} now={now} /> : null },
          { term: w.letter, value: letterOf(lang, referral) },
          {
            term: w.reminders,
            value: one.reminders.map(({ rung, at }) => `${staff.due.reminder(rung)} (${date(lang, at)})`).join(' · '),
          },
          { term: w.pack, value: one.pack === null ? w.noPack : <Prose text={one.pack} /> },
          { term: w.copies, value: one.copies.length > 0 ? <Copies lang={lang} one={one} path={path} /> : null },
        ]}
      />
      <h2>{w.answers}</h2>
      {one.answers.length === 0 ? <p>{w.noAnswers}</p> : null}
      {one.answers.map((answer) => (
        <Answer key={answer.at} lang={lang} place={place} answer={answer} />
      ))}
    </section>
  );
}

function Copies({ lang, one: { copies }, path }: Pick<PaperProps, 'lang' | 'one' | 'path'>) {
  const { kinds } = evidenceWords(lang);
  return (
    <ul>
      {copies.map(({ no, kind }) => (
        <li key={no}>
          <a href={`${path}/files/${no}`}>
            {referWords(lang).copy(digits(lang, no))} ({kinds[kind]})
          </a>
        </li>
      ))}
    </ul>
  );
}

function Answer({ lang, place, answer }: Pick<PaperProps, 'lang' | 'place'> & { readonly answer: AnswerView }) {
  const w = referWords(lang);
  return (
    <Definitions
      items={[
        { term: w.answerKinds[answer.kind], value: dateTime(lang, answer.at) },
        { term: w.answer.text, value: answer.text && <Prose text={answer.text} /> },
        { term: w.pointsTo, value: answer.toAgencyCode && place.agency(answer.toAgencyCode) },
      ]}
    />
  );
}

export function letterOf(lang: Lang, { letterNo, letterDate, signedAs }: Referral): string {
  const w = referWords(lang);
  const parts = [letterNo && digits(lang, letterNo), letterDate && w.of(date(lang, letterDate))];
  return [...parts, signedAs && w.signedAs[signedAs]].filter(Boolean).join(' ');
}
