import { useLang, useWords } from './language';
import { digits } from './words/format';

/** skipped: the case ended before it came to this step */
export type StepState = 'done' | 'now' | 'todo' | 'skipped';

export interface StepStanding {
  readonly no: number;
  readonly state: StepState;
  /** When it was done, or by when it is expected; already in words. */
  readonly when?: string;
  /** An address for officers: the step's own page. */
  readonly href?: string;
}

/** The six steps and where the case is. Reporters read their own words, officers theirs. */
export function Steps({ steps, area }: { readonly steps: readonly StepStanding[]; readonly area: 'public' | 'staff' }) {
  const w = useWords();
  const names = area === 'public' ? w.steps : w.staff.steps;
  return (
    <ol class={`steps ${area}`}>
      {steps.map((step) => (
        <Step key={step.no} step={step} name={names[step.no - 1] ?? ''} />
      ))}
    </ol>
  );
}

function Step({ step, name }: { readonly step: StepStanding; readonly name: string }) {
  const lang = useLang();
  const { standing } = useWords();
  return (
    <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
      <span class="dot" aria-hidden="true">
        {step.state === 'done' ? '✓' : digits(lang, step.no)}
      </span>
      <span class="step">
        {step.href ? <a href={step.href}>{name}</a> : <b>{name}</b>}
        <small>
          {standing[step.state]}
          {step.when ? ` · ${step.when}` : ''}
        </small>
      </span>
    </li>
  );
}
