import { useLang } from '../layout/language';
import type { CeremonyStep } from './ceremony-words';
import { ceremonyWords } from './ceremony-words';

/** What an office follows to open: one page of paper, a box to tick at each line. */
export function CeremonyPage() {
  const w = ceremonyWords(useLang());
  return (
    <section class="ceremony">
      <h2>{w.beforeTitle}</h2>
      <ul>
        {w.before.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{w.stepsTitle}</h2>
      <ol>
        {w.steps.map((step) => (
          <Step key={step.what} {...step} />
        ))}
      </ol>
      <h2>{w.lossTitle}</h2>
      <ul>
        {w.losses.map(({ who, what }) => (
          <li key={what}>
            <b>{who}</b>: {what}
          </li>
        ))}
      </ul>
      <p class="printonly">{w.signed}</p>
    </section>
  );
}

function Step({ who, what }: CeremonyStep) {
  return (
    <li>
      <span aria-hidden="true">☐ </span>
      <b>{who}</b>: {what}
    </li>
  );
}
