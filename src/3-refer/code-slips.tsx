import { Code } from '../layout/code';
import { Definitions } from '../layout/definitions';
import { ButtonLink, Buttons } from '../layout/form';
import { Notice } from '../layout/notice';
import { dateTime } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { HandedCodes } from './agency-codes';
import { AGENCY_PATH } from './agency-paths';
import { agencyWords } from './agency-words';
import type { Place } from './place';
import { letterOf } from './referral-paper';

interface SlipsProps {
  readonly lang: Lang;
  readonly place: Place;
  readonly codes: HandedCodes;
  /** Scheme and host under which the officer reads this page. */
  readonly origin: string;
  /** Where she goes on. */
  readonly back: string;
}

/** Slips for envelopes, each on a paper of its own; seen this once. */
export function CodeSlips({ lang, place, codes: { handed, refused }, origin, back }: SlipsProps) {
  const { slip: w, refusals } = agencyWords(lang);
  return (
    <>
      <div class="noprint">
        {handed.length > 0 ? (
          <Notice tone="care">
            <p>{w.once}</p>
          </Notice>
        ) : null}
        {refused.map(({ referral, why }) => (
          <Notice key={referral.id} tone="care" title={w.none(place.recipient(referral))}>
            <p>{refusals[why]}</p>
          </Notice>
        ))}
      </div>
      {handed.map(({ referral, code, until }) => (
        <section class="sheet paper" key={referral.id}>
          <Code label={w.label} digits={code} />
          <Definitions
            items={[
              { term: w.to, value: place.recipient(referral) },
              { term: w.letter, value: letterOf(lang, referral) },
              { term: w.where, value: <b>{`${origin}${AGENCY_PATH}`}</b> },
              { term: w.until, value: w.untilFinal(dateTime(lang, until)) },
            ]}
          />
          <p class="hint">{w.what}</p>
        </section>
      ))}
      <Buttons>
        <ButtonLink href={back} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}
