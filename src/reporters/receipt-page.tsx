import { Checkbox } from '../layout/choices';
import { Code } from '../layout/code';
import { Field, Hidden } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import type { FieldError } from '../platform/errors';
import type { PublicFrame } from './frame';
import { framed, numberIn, provinceName } from './frame';
import type { GroupAsked } from './group-check';
import { reportersWords } from './words';

export const SLIP_PATHS = { check: '/receipts/confirmation', file: '/receipts/file' } as const;

/** What was handed out. After a wrong group the code is there only if the browser sent it back. */
export interface Slip {
  readonly number: string;
  readonly receipt: string | null;
  readonly by: string | null;
  /** What else came of the form: files taken, files left out. */
  readonly notes?: readonly string[];
}

export interface ReceiptPageProps {
  readonly frame: PublicFrame;
  readonly slip: Slip;
  readonly asked: GroupAsked;
  readonly errors: readonly FieldError[];
}

/** The slip, shown once; below it a look whether it was copied right. Printed, it is the slip and nothing else. */
export function receiptPage({ frame, slip, asked, errors }: ReceiptPageProps): string {
  const { receipt } = words(frame.lang);
  return framed(
    frame,
    receipt.done,
    PUBLIC_PATHS.file,
    <>
      <div class="noprint">
        <ErrorSummary errors={errors} />
        {slip.receipt ? (
          <Notice tone="care">
            <p>{receipt.keep}</p>
          </Notice>
        ) : null}
      </div>
      <Paper frame={frame} slip={slip} />
      <div class="noprint">
        {slip.notes?.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {slip.receipt ? <Keep slip={slip} /> : null}
        <Check slip={slip} asked={asked} errors={errors} />
      </div>
    </>,
  );
}

function Paper({ frame, slip: { number, receipt, by } }: Pick<ReceiptPageProps, 'frame' | 'slip'>) {
  const w = useWords();
  const { where, keep, notedBy } = reportersWords(useLang()).slip;
  return (
    <section class="paper">
      {receipt ? <Code label={w.receipt.code} digits={receipt} /> : null}
      <p>
        {w.receipt.number}: <b>{numberIn(frame, number)}</b>
      </p>
      {by ? <p>{notedBy(by)}</p> : null}
      <p class="printonly">
        {w.app.name} · {w.app.of(provinceName(frame))} · {where} {PUBLIC_PATHS.track}
        <br />
        {keep}
      </p>
    </section>
  );
}

function Keep({ slip }: { readonly slip: Slip }) {
  const { print, file, fileHint } = reportersWords(useLang()).slip;
  return (
    <>
      <p class="hint">{print}</p>
      <Form action={SLIP_PATHS.file}>
        <Carried slip={slip} />
        <Buttons>
          <Submit label={file} look="quiet" />
        </Buttons>
        <p class="hint">{fileHint}</p>
      </Form>
    </>
  );
}

/** Travels in the body of her own form, never in an address; the server keeps none of it. */
function Carried({ slip: { number, receipt, by } }: { readonly slip: Slip }) {
  return (
    <>
      <Hidden name="number" value={number} />
      <Hidden name="receipt" value={receipt ?? ''} />
      <Hidden name="by" value={by ?? ''} />
    </>
  );
}

function Check({ slip, asked, errors }: Omit<ReceiptPageProps, 'frame'>) {
  const { button } = useWords();
  const w = reportersWords(useLang()).slip;
  return (
    <>
      <h2>{w.check}</h2>
      <p>{w.checkLead}</p>
      <Form action={SLIP_PATHS.check}>
        <Carried slip={slip} />
        <Hidden name="group" value={String(asked.group)} />
        <Hidden name="nonce" value={asked.nonce} />
        <Hidden name="until" value={asked.until} />
        <Hidden name="mac" value={asked.mac} />
        <Field
          name="digits"
          label={w.group(asked.group)}
          hint={w.groupHint}
          look="narrow"
          inputMode="numeric"
          maxLength={12}
          error={errorOf(errors, 'digits')}
        />
        <Checkbox name="noted" label={button.noted} />
        <Submit label={w.go} />
      </Form>
    </>
  );
}

/** The code is kept: what comes next, and by when. */
export function notedPage(frame: PublicFrame, { number, by }: Pick<Slip, 'number' | 'by'>): string {
  const w = words(frame.lang);
  const { noted, notedBy, notedNoDay, notedMailbox } = reportersWords(frame.lang).slip;
  return framed(
    frame,
    noted,
    PUBLIC_PATHS.file,
    <>
      <p>
        {w.receipt.number}: <b>{numberIn(frame, number)}</b>
      </p>
      <Notice title={w.standing.next}>
        <p>{by ? notedBy(by) : notedNoDay}</p>
      </Notice>
      <p>{notedMailbox}</p>
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.track} label={w.nav.track} />
      </Buttons>
    </>,
  );
}

/** The hour for checking is over, or the page was not ours; the report is safe either way. */
export function overPage(frame: PublicFrame): string {
  const w = words(frame.lang);
  const { check, over } = reportersWords(frame.lang).slip;
  return framed(
    frame,
    check,
    PUBLIC_PATHS.file,
    <>
      <Notice tone="care">
        <p>{over}</p>
      </Notice>
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.track} label={w.nav.track} />
      </Buttons>
    </>,
  );
}
