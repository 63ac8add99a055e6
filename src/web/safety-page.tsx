import { ButtonLink, Buttons } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import type { PublicFrame } from './public-frame';
import { publicPage } from './public-frame';
import { publicWords } from './public-words';

/** What is protected and what is not, exactly as KEYS "Claim" has it; in a trial it says first that this is one. */
export function safetyPage(frame: PublicFrame): string {
  const { lang, trialMode } = frame;
  const w = publicWords(lang).safety;
  const children = (
    <>
      {trialMode ? (
        <Notice tone="care" title={w.trialTitle}>
          <p>{w.trial}</p>
        </Notice>
      ) : null}
      <h2>{w.kept}</h2>
      <ul>
        {w.keptItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <h2>{w.notKept}</h2>
      {w.notKeptItems.map(({ title, text }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </section>
      ))}
      <h2>{w.harm}</h2>
      <p>{w.harmNow}</p>
      <p>{w.harmTell}</p>
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.file} label={words(lang).nav.file} />
        <ButtonLink href={PUBLIC_PATHS.channels} label={words(lang).nav.channels} look="quiet" />
      </Buttons>
    </>
  );
  return publicPage(frame, { title: w.title, lead: w.lead, path: PUBLIC_PATHS.safety, children });
}
