import { isClosed } from '../cases/moves.rules';
import type { Status } from '../cases/moves.rules';
import { useLang, useWords } from '../layout/language';
import { Steps } from '../layout/steps';
import { date } from '../layout/words/format';
import type { Standing, StepStanding } from './standing.rules';
import type { ExplainedDate } from './why';
import { tellWhy } from './why';
import { whyWords } from './why-words';

interface StandingProps {
  readonly status: Status;
  readonly standing: Standing;
}

/** What comes next and by when; nothing once the case is closed. */
export function Next({ standing: { next } }: Pick<StandingProps, 'standing'>) {
  const lang = useLang();
  const w = useWords();
  if (!next) return null;
  return (
    <p>
      <b>{w.standing.next}:</b> {w.steps[next.step - 1]}
      {next.by ? (
        <>
          {' · '}
          {w.standing.by} <time dateTime={next.by}>{date(lang, next.by)}</time>
        </>
      ) : null}
    </p>
  );
}

/** How each day she is given was counted; closed until she asks. */
export function Dates({ dates }: { readonly dates: readonly ExplainedDate[] }) {
  const lang = useLang();
  const w = whyWords(lang);
  if (dates.length === 0) return null;
  return (
    <details>
      <summary>{w.summary}</summary>
      {dates.map((one) => (
        <>
          <p>
            <b>{w.of[one.of]}</b> · <time dateTime={one.by}>{date(lang, one.by)}</time>
          </p>
          <ul>
            {tellWhy(lang, one).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ))}
    </details>
  );
}

/** The six steps in the reporter's words. */
export function Tracker({ status, standing }: StandingProps) {
  const lang = useLang();
  const { by } = useWords().standing;
  const closed = isClosed(status);
  const current = standing.steps.find(({ doneAt }) => doneAt === null)?.no;
  const when = ({ doneAt, dueAt }: StepStanding): string | undefined =>
    doneAt ? date(lang, doneAt) : dueAt && !closed ? `${by} ${date(lang, dueAt)}` : undefined;
  return (
    <Steps
      area="public"
      steps={standing.steps.map((step) => {
        const state = step.doneAt ? 'done' : closed ? 'skipped' : step.no === current ? 'now' : 'todo';
        const text = when(step);
        return { no: step.no, state, ...(text ? { when: text } : {}) } as const;
      })}
    />
  );
}
