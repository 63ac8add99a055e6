import { ButtonLink, Buttons } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import type { PublicFrame } from './frame';
import { framed } from './frame';
import { LOST_PATH } from './track-page';
import { reportersWords } from './words';

/** A lost receipt, told as it is: nobody can give it again, and what can be done instead. */
export function lostPage(frame: PublicFrame): string {
  const { lost } = reportersWords(frame.lang);
  return framed(
    frame,
    words(frame.lang).receipt.lost,
    LOST_PATH,
    <>
      <Notice tone="care">
        <p>{lost.lead}</p>
      </Notice>
      <p>{lost.goesOn}</p>
      <h2>{lost.can}</h2>
      <Lines lines={lost.cans} />
      <h2>{lost.cannot}</h2>
      <Lines lines={lost.cannots} />
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.file} label={lost.anew} />
        <ButtonLink href={PUBLIC_PATHS.track} label={words(frame.lang).nav.track} look="quiet" />
      </Buttons>
    </>,
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
