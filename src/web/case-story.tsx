import { useWords } from '../layout/language';
import { Prose } from '../layout/text';
import { dateTime } from '../layout/words/format';
import type { CaseSheet, SheetLine } from './case-sheet';
import type { Place } from './place';
import { particulars } from './story-words';
import { webWords } from './words';

interface StoryProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
}

/** What happened, newest first: when, what, by whom, and the text where it may be read. */
export function CaseStory({ place, sheet }: StoryProps) {
  const inMailbox = new Set(sheet.letters?.map(({ at, kind }) => `${at} ${kind}`));
  return (
    <section>
      <h2>{webWords(place.lang).file.story}</h2>
      <ol class="story" reversed>
        {sheet.story.toReversed().map((line, at) => (
          <li key={at}>
            <Line place={place} line={line} withText={!inMailbox.has(`${line.at} ${line.kind}`)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly place: Place;
  readonly line: SheetLine;
  /** False where the mailbox above shows it. */
  readonly withText: boolean;
}

function Line({ place, line, withText }: LineProps) {
  const { caseFile } = useWords();
  const { by, kind, at, text } = line;
  const more = particulars(place, line);
  return (
    <>
      <b>{caseFile.lines[kind]}</b>
      {more.length > 0 ? ` · ${more.join(' · ')}` : ''}
      <br />
      <small>
        <time dateTime={at}>{dateTime(place.lang, at)}</time> · {caseFile.actors[by.kind]}
        {by.name ? ` ${by.name}` : ''}
      </small>
      {text && withText ? <Prose text={text} /> : null}
    </>
  );
}
