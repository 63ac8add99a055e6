import { Definitions } from '../layout/definitions';
import { Form, Submit } from '../layout/form';
import { count, dateTime } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import { agencyWords } from './agency-words';
import type { CodeView } from './referral-desk';

interface CodeSectionProps {
  readonly lang: Lang;
  /** Of the referral's page. */
  readonly path: string;
  readonly code: CodeView;
}

/** The code of an agency without an account, on the desk's page: whether there is one, how often it opened, a new one. */
export function CodeSection({ lang, path, code: { newest, isLive, refusal } }: CodeSectionProps) {
  const { desk: w, refusals } = agencyWords(lang);
  // Nothing is said about a code where nobody would ask for one.
  if (newest === null && (refusal === 'not_an_agency' || refusal === 'over')) return null;
  return (
    <section>
      <h2>{w.title}</h2>
      {newest ? (
        <Definitions
          items={[
            { term: w.made, value: dateTime(lang, newest.madeAt) },
            { term: w.until, value: isLive ? dateTime(lang, newest.untilAt) : w.ended },
            {
              term: w.opened,
              value: newest.openedAt
                ? w.times(count(lang, newest.openedCount), dateTime(lang, newest.openedAt))
                : w.never,
            },
          ]}
        />
      ) : null}
      {refusal === null ? (
        <Form action={`${path}/code`}>
          <p class="hint">{w.hint}</p>
          <Submit label={isLive ? w.again : w.make} look="quiet" />
        </Form>
      ) : refusal === 'over' ? null : (
        <p>{refusals[refusal]}</p>
      )}
    </section>
  );
}
