import { isClosed } from '../cases/moves.rules';
import type { Status } from '../cases/moves.rules';
import { useLang, useWords } from '../layout/language';
import { Steps } from '../layout/steps';
import { date } from '../layout/words/format';
import type { Standing, StepStanding } from './standing.rules';

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
