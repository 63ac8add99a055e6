import { ButtonLink } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import { CLAIM_PATH } from '../reporters/track-page';
import type { PublicFrame } from './public-frame';
import { inLanguage, publicPage } from './public-frame';
import { publicWords } from './public-words';

/** For somebody who is afraid and may be on a borrowed telephone: three doors first, promises that are true, then the rest. */
export function homePage(frame: PublicFrame): string {
  const { lang, province } = frame;
  const { home } = publicWords(lang);
  const children = (
    <>
      <Doors {...frame} />
      <Notice tone="care" title={home.dangerTitle}>
        <p>{home.danger}</p>
      </Notice>
      <Promises {...frame} />
      <BeforeYouReport {...frame} />
      <Road {...frame} />
    </>
  );
  return publicPage(frame, {
    title: home.title,
    lead: home.lead(inLanguage(lang, province.desk)),
    path: '/',
    children,
  });
}

function Doors({ lang }: PublicFrame) {
  const { home } = publicWords(lang);
  const { nav } = words(lang);
  return (
    <ul class="ways">
      <li>
        <ButtonLink href={PUBLIC_PATHS.file} label={nav.file} />
        <p>{home.file}</p>
      </li>
      <li>
        <ButtonLink href={PUBLIC_PATHS.track} label={nav.track} look="quiet" />
        <p>
          {home.track} <a href={CLAIM_PATH}>{home.claim}</a>
        </p>
      </li>
      <li>
        <ButtonLink href={PUBLIC_PATHS.channels} label={nav.channels} look="quiet" />
        <p>{home.channels}</p>
      </li>
    </ul>
  );
}

function Promises({ lang, province }: PublicFrame) {
  const { home, span } = publicWords(lang);
  const { unit, amount } = province.clock('personal_ack');
  return (
    <section>
      <h2>{home.promises}</h2>
      <ul>
        <li>{home.noAccount}</li>
        <li>{home.anonymity}</li>
        <li>{home.receipt}</li>
        <li>{home.answer(span[unit](amount))}</li>
        <li>{home.late}</li>
        <li>{home.name}</li>
      </ul>
    </section>
  );
}

function BeforeYouReport({ lang }: PublicFrame) {
  const { home } = publicWords(lang);
  return (
    <section>
      <h2>{home.know}</h2>
      <p>{home.notPolice}</p>
      <p>
        {home.careful} <a href={PUBLIC_PATHS.safety}>{words(lang).nav.safety}</a>
      </p>
    </section>
  );
}

function Road({ lang }: PublicFrame) {
  return (
    <section>
      <h2>{publicWords(lang).home.road}</h2>
      <ol>
        {words(lang).steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
