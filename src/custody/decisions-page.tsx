import { Radios } from '../layout/choices';
import { TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Chip, Prose } from '../layout/text';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { RequestCard } from './identity-desk';
import { About } from './request-page';
import { custodyWords } from './words';

/** A decision that has to be mended. */
export interface DecisionTrouble {
  readonly id: string;
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

interface DecisionsProps {
  readonly cards: readonly RequestCard[];
  readonly numberOf: (number: string) => string;
  readonly sent: DecisionTrouble | null;
}

/** A custodian's page: what waits, and what was decided. */
export function DecisionsPage({ cards, numberOf, sent }: DecisionsProps) {
  const w = custodyWords(useLang());
  const waiting = cards.filter(({ state }) => state === 'asked');
  const decided = cards.filter(({ state }) => state !== 'asked');
  return (
    <>
      <h2>{w.waiting}</h2>
      {waiting.length === 0 ? <p class="empty">{w.nothingWaits}</p> : null}
      {waiting.map((card) => (
        <section key={card.id}>
          <h3>{numberOf(card.number)}</h3>
          <About card={card} />
          <Decide card={card} sent={sent?.id === card.id ? sent : null} />
        </section>
      ))}
      {decided.length === 0 ? null : <h2>{w.decided}</h2>}
      {decided.map((card) => (
        <section key={card.id}>
          <h3>
            {numberOf(card.number)} <Chip label={w.states[card.state]} />
          </h3>
          <About card={card} />
          {card.decision ? <Prose text={card.decision} /> : null}
        </section>
      ))}
    </>
  );
}

function Decide({ card, sent }: { readonly card: RequestCard; readonly sent: DecisionTrouble | null }) {
  const w = custodyWords(useLang());
  const errors = sent?.trouble.fields;
  const values = sent?.values ?? {};
  return (
    <Form action={`/custody/${card.id}/decision`} label={w.waiting}>
      <ErrorSummary errors={errors} />
      <Radios
        name="grant"
        label={w.waiting}
        value={typed(values, 'grant')}
        error={errorOf(errors, 'grant')}
        options={[
          { value: 'yes', label: w.grant },
          { value: 'no', label: w.deny },
        ]}
        required
      />
      <TextArea
        name="words"
        label={w.decision}
        rows={3}
        value={typed(values, 'words')}
        error={errorOf(errors, 'words')}
        required
      />
      <Submit label={w.decided} />
    </Form>
  );
}
