import { Definitions } from '../layout/definitions';
import { ButtonLink, Buttons } from '../layout/form';
import { useLang } from '../layout/language';
import { count, date } from '../layout/words/format';
import type { RecoverySheets } from './unit-epochs';
import { unitWords } from './unit-words';

interface SheetsProps {
  readonly sheets: RecoverySheets;
  readonly unitName: string;
  readonly madeAt: string;
}

/** Two sheets, each on a paper of its own; seen this once. */
export function SheetsPage({ sheets, unitName, madeAt }: SheetsProps) {
  const lang = useLang();
  const w = unitWords(lang);
  return (
    <>
      {[sheets.first, sheets.second].map((share, at) => (
        <section class="sheet" key={share}>
          <h2>
            {w.sheetsTitle} {w.sheet(at + 1)}
          </h2>
          <Definitions
            items={[
              { term: w.sheetOf, value: unitName },
              { term: w.epoch, value: `${count(lang, sheets.epoch)} · ${date(lang, madeAt)}` },
              { term: w.fingerprint, value: sheets.fingerprint },
            ]}
          />
          <p class="share">{share}</p>
          <p class="hint">{w.sheetUse}</p>
          {sheets.server ? (
            <>
              <p class="share">{sheets.server[at]}</p>
              <p class="hint">{w.sheetServer}</p>
            </>
          ) : null}
        </section>
      ))}
      <Buttons>
        <ButtonLink href="/units" label={w.done} />
      </Buttons>
    </>
  );
}
