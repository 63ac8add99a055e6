import type { ComponentChildren } from 'preact';
import { Radios } from '../layout/choices';
import { Field, Hidden, TextArea } from '../layout/field';
import { Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import { typed } from '../platform/http/form';
import type { AddressChoice } from './addresses';
import type { Choices } from './afterwards';
import type { CheckIn } from './afterwards.rules';
import type { ReportForm, SentForm } from './my-report-forms';
import { REPORT_FORMS, REPORT_PATH } from './my-report-forms';
import type { RatingGiven } from './ratings';
import { reportersWords } from './words';

interface ChoicesProps {
  readonly choices: Choices;
  readonly sent: SentForm | null;
}

/** What she may do beside writing: each offered only when it can be done. */
export function ChoiceForms({ choices, sent }: ChoicesProps) {
  const { standing } = useWords();
  const w = reportersWords(useLang());
  const { rating, review, withdrawal, address } = choices;
  return (
    <>
      {rating ? <Rate given={rating.given} sent={sent} /> : null}
      {review?.state === 'open' ? (
        <Ask form="review" heading={standing.review} {...w.review} lead={w.review.lead(review.at)} sent={sent} />
      ) : null}
      {review && review.state !== 'open' ? <p class="hint">{w.review[review.state](review.at)}</p> : null}
      <Ask form="reprisal" heading={standing.harm} {...w.reprisal} sent={sent} />
      {withdrawal ? <Ask form="withdrawal" {...w.withdrawal} sent={sent} /> : null}
      {address.offered || address.leftAt ? <Address address={address} sent={sent} /> : null}
    </>
  );
}

const actionOf = (form: ReportForm): string => `${REPORT_PATH}/${REPORT_FORMS[form].path}`;

const sentIn = (form: ReportForm, sent: SentForm | null): SentForm | null => (sent?.form === form ? sent : null);

interface FoldProps {
  readonly heading: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

function Fold({ heading, open, children }: FoldProps) {
  return (
    <details open={open || undefined}>
      <summary>{heading}</summary>
      {children}
    </details>
  );
}

interface AskProps {
  readonly form: 'review' | 'reprisal' | 'withdrawal';
  readonly heading: string;
  readonly lead: string;
  readonly text: string;
  readonly send: string;
  readonly sent: SentForm | null;
}

function Ask({ form, heading, lead, text, send, sent }: AskProps) {
  const mine = sentIn(form, sent);
  return (
    <Fold heading={heading} open={mine !== null}>
      <p>{lead}</p>
      <Form action={actionOf(form)}>
        <TextArea
          name={form}
          label={text}
          rows={4}
          value={mine ? typed(mine.values, form) : ''}
          error={errorOf(mine?.trouble.fields, form)}
        />
        <Submit label={send} look="quiet" />
      </Form>
    </Fold>
  );
}

function Rate({ given, sent }: { readonly given: RatingGiven | null; readonly sent: SentForm | null }) {
  const w = reportersWords(useLang()).rating;
  const mine = sentIn('rating', sent);
  const told = given ? <p>{w.given(given.score, given.ratedAt)}</p> : null;
  if (given && !given.changeable) return <Fold heading={w.heading} open={false} children={told} />;
  return (
    <Fold heading={w.heading} open={mine !== null}>
      {told}
      <p>{w.lead}</p>
      <Form action={actionOf('rating')}>
        <Radios
          name="score"
          label={w.score}
          options={w.scores.map((label, at) => ({ value: String(at + 1), label }))}
          value={mine ? typed(mine.values, 'score') : given ? String(given.score) : ''}
          error={errorOf(mine?.trouble.fields, 'score')}
        />
        <TextArea
          name="ratingWords"
          label={w.words}
          rows={3}
          value={mine ? typed(mine.values, 'ratingWords') : (given?.words ?? '')}
          error={errorOf(mine?.trouble.fields, 'ratingWords')}
        />
        <Submit label={given ? w.change : w.give} look="quiet" />
      </Form>
    </Fold>
  );
}

/** The address itself is never shown again: whoever looks over her shoulder would read it. */
function Address({ address, sent }: { readonly address: AddressChoice; readonly sent: SentForm | null }) {
  const w = reportersWords(useLang()).address;
  const mine = sentIn('address', sent);
  const { offered, leftAt, undelivered, until } = address;
  return (
    <Fold heading={w.heading} open={mine !== null || undelivered}>
      {leftAt ? <p>{w.left(leftAt)}</p> : null}
      {undelivered ? <p>{w.undelivered}</p> : null}
      {offered ? <p>{w.lead}</p> : null}
      {until && (offered || leftAt) ? <p>{w.until(until)}</p> : null}
      {offered ? (
        <Form action={actionOf('address')}>
          <Field
            name="email"
            type="email"
            inputMode="email"
            label={w.email}
            hint={w.hint}
            value={mine ? typed(mine.values, 'email') : ''}
            error={errorOf(mine?.trouble.fields, 'email')}
          />
          <Submit label={leftAt ? w.change : w.leave} look="quiet" />
        </Form>
      ) : null}
      {leftAt ? (
        <Form action={actionOf('addressRemoval')} label={w.remove}>
          <Submit label={w.remove} look="quiet" />
        </Form>
      ) : null}
    </Fold>
  );
}

/** Asked above everything else. */
export function SafetyQuestion({ checkIn, sent }: { readonly checkIn: CheckIn; readonly sent: SentForm | null }) {
  const w = reportersWords(useLang()).safety;
  const mine = sentIn('safety', sent);
  return (
    <Notice tone="care" title={w.heading}>
      <p>{w.lead(checkIn.day)}</p>
      <Form action={actionOf('safety')}>
        <Hidden name="day" value={String(checkIn.day)} />
        <Radios
          name="safe"
          label={w.question}
          options={[
            { value: 'yes', label: w.yes },
            { value: 'no', label: w.no },
          ]}
          value={mine ? typed(mine.values, 'safe') : ''}
          error={errorOf(mine?.trouble.fields, 'safe') ?? errorOf(mine?.trouble.fields, 'day')}
        />
        <TextArea
          name="safetyWords"
          label={w.words}
          rows={3}
          value={mine ? typed(mine.values, 'safetyWords') : ''}
          error={errorOf(mine?.trouble.fields, 'safetyWords')}
        />
        <Submit label={w.send} />
      </Form>
    </Notice>
  );
}
