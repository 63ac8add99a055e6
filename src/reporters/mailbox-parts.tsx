import { fileWords } from '../evidence/file-words';
import type { OwnFile } from '../evidence/handing-out';
import { TextArea } from '../layout/field';
import { FileField } from '../layout/file-field';
import { Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { Chip, Prose } from '../layout/text';
import { dateTime } from '../layout/words/format';
import { FILES_FIELD } from '../platform/http/file-limits';
import type { FormTrouble } from '../platform/http/form';
import type { Letter } from './mailbox';
import { REPORT_PATH } from './my-report-forms';
import { reportersWords } from './words';

interface LettersProps {
  readonly letters: readonly Letter[];
}

/** What was written both ways, newest last. */
export function Letters({ letters }: LettersProps) {
  const { mailbox } = useWords();
  if (letters.length === 0) return <p class="hint">{mailbox.empty}</p>;
  return (
    <ol class="letters">
      {letters.map((letter) => (
        <li key={letter.id} class={letter.from}>
          <LetterPart letter={letter} />
        </li>
      ))}
    </ol>
  );
}

function LetterPart({ letter }: { readonly letter: Letter }) {
  const lang = useLang();
  const { mailbox: word } = useWords();
  const w = reportersWords(lang).mailbox;
  const { from, at, kind, text, question, open, final, readAt } = letter;
  return (
    <article>
      <p class="hint">
        <b>{from === 'desk' ? w.desk : w.you}</b> · <time dateTime={at}>{dateTime(lang, at, 'short')}</time>
        {w.kinds[kind] ? ` · ${w.kinds[kind]}` : ''}
        {question ? ` · ${word.ask}` : ''}
        {final ? ` · ${w.answer}` : ''} {open ? <Chip label={w.waits} /> : null}
      </p>
      {text ? <Prose text={text} /> : null}
      {from === 'reporter' ? <p class="hint">{readAt ? w.readByDesk(readAt) : w.unreadByDesk}</p> : null}
    </article>
  );
}

interface WriteProps {
  readonly value: string;
  readonly trouble: FormTrouble | null;
}

export function Write({ value, trouble }: WriteProps) {
  const lang = useLang();
  const w = reportersWords(lang).mailbox;
  const file = fileWords(lang);
  return (
    <Form action={`${REPORT_PATH}/messages`} files>
      <TextArea
        name="message"
        label={w.write}
        hint={w.writeHint}
        rows={5}
        value={value}
        error={errorOf(trouble?.fields, 'message')}
      />
      <FileField name={FILES_FIELD} label={file.files} hint={file.hint} error={errorOf(trouble?.fields, FILES_FIELD)} />
      <Submit label={w.send} />
    </Form>
  );
}

/** What she sent, and the cleaned copies of it. */
export function OwnFiles({ files }: { readonly files: readonly OwnFile[] }) {
  const lang = useLang();
  const { sent, noCopy } = fileWords(lang);
  if (files.length === 0) return null;
  return (
    <>
      <h2>{sent}</h2>
      <ul>
        {files.map(({ no, name, receivedAt, hasCopy }) => (
          <li key={no}>
            {hasCopy ? <a href={`${REPORT_PATH}/files/${no}`}>{name}</a> : `${name} (${noCopy})`} ·{' '}
            <time dateTime={receivedAt}>{dateTime(lang, receivedAt, 'short')}</time>
          </li>
        ))}
      </ul>
    </>
  );
}
