import { Checkbox, Select } from '../layout/choices';
import { Hidden } from '../layout/field';
import { Buttons, Form, Submit } from '../layout/form';
import { useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { date } from '../layout/words/format';
import type { CaseSheet, SheetApproval } from './case-sheet';
import type { Place } from './place';
import { TextBox } from './text-box';
import { webWords } from './words';

/** What the forms offer, made for this looker. */
export interface CaseForms {
  /** To whom the case may be given; username and name. */
  readonly officers: readonly { readonly username: string; readonly name: string }[];
}

interface FormsProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
}

/** What waits for a second person, with the form for whoever may be that person. */
export function Approvals({ place, sheet }: FormsProps) {
  return (
    <>
      {sheet.approvals.map((one) => (
        <Approval key={`${one.kind} ${one.subjectId}`} place={place} number={sheet.number} approval={one} />
      ))}
    </>
  );
}

interface ApprovalProps {
  readonly place: Place;
  readonly number: string;
  readonly approval: SheetApproval;
}

function Approval({ place, number, approval }: ApprovalProps) {
  const { file, approvals } = webWords(place.lang);
  const { kind, askedBy, askedAt, reason, isOwn, mayDecide } = approval;
  const when = date(place.lang, askedAt);
  return (
    <Notice tone="care" title={file.waits}>
      <p>{file.waitsOn(approvals[kind], askedBy ?? '-', when)}</p>
      {reason ? <Prose text={reason} /> : null}
      {mayDecide ? (
        <Decide place={place} number={number} approval={approval} />
      ) : (
        <p>{isOwn ? file.yours : file.others}</p>
      )}
    </Notice>
  );
}

function Decide({ place, number, approval: { kind, subjectId } }: ApprovalProps) {
  const { buttons } = useWords().staff;
  return (
    <Form action={`/cases/${number}/approval`}>
      <Hidden name="kind" value={kind} />
      {subjectId ? <Hidden name="subjectId" value={subjectId} /> : null}
      <TextBox
        id={`reason-${kind}${subjectId}`}
        name="reason"
        label={webWords(place.lang).file.decisionReason}
        rows={2}
      />
      <Buttons>
        <Submit label={buttons.approve} name="decision" value="grant" />
        <Submit label={buttons.refuse} look="quiet" name="decision" value="refuse" />
      </Buttons>
    </Form>
  );
}

/** Comment, assignment, taking up: each only where this looker may. */
export function WriteForms({ place, sheet, forms }: FormsProps & { readonly forms: CaseForms }) {
  const { doors } = sheet;
  return (
    <>
      {doors.includes('taking-up') ? <TakeUp place={place} sheet={sheet} /> : null}
      {doors.includes('comments') ? <Comment place={place} sheet={sheet} /> : null}
      {doors.includes('assignment') ? <Assignment place={place} sheet={sheet} forms={forms} /> : null}
    </>
  );
}

function TakeUp({ place, sheet }: FormsProps) {
  const w = webWords(place.lang).file;
  return (
    <details>
      <summary>{w.takeUp}</summary>
      <p>{w.takeUpHint}</p>
      <Form action={`/cases/${sheet.number}/taking-up`}>
        <Submit label={w.takeUp} />
      </Form>
    </details>
  );
}

/** Stands below the mailbox. */
export function Word({ place, sheet }: FormsProps) {
  const w = webWords(place.lang).file;
  const isOver = !sheet.open || sheet.status === 'ordered';
  // The desk tells the result; an investigator writes and asks.
  const isDesk = sheet.doors.includes('classification');
  return (
    <details>
      <summary>{w.word}</summary>
      <Form action={`/cases/${sheet.number}/words`}>
        <TextBox id="word" name="text" label={w.wordLabel} hint={w.wordHint} rows={4} required />
        {sheet.open ? <Checkbox name="question" label={w.question} /> : null}
        {isOver && isDesk ? <Checkbox name="final" label={w.final} /> : null}
        <Submit label={w.sendWord} />
      </Form>
    </details>
  );
}

function Comment({ place, sheet }: FormsProps) {
  const { buttons } = useWords().staff;
  const w = webWords(place.lang).file;
  return (
    <details>
      <summary>{w.comment}</summary>
      <Form action={`/cases/${sheet.number}/comments`}>
        <TextBox id="comment" name="text" label={w.comment} hint={w.commentHint} rows={3} required />
        <Submit label={buttons.save} look="quiet" />
      </Form>
    </details>
  );
}

function Assignment({ place, sheet, forms }: FormsProps & { readonly forms: CaseForms }) {
  const { buttons } = useWords().staff;
  const w = webWords(place.lang).file;
  return (
    <details>
      <summary>{w.assign}</summary>
      <Form action={`/cases/${sheet.number}/assignment`} look="row">
        <Select
          name="username"
          label={w.assignTo}
          options={forms.officers.map(({ username, name }) => ({ value: username, label: name }))}
          value={sheet.details?.assignee?.username}
          required
        />
        <Submit label={buttons.assign} look="quiet" />
      </Form>
    </details>
  );
}
