import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import type { ErrorAnswer } from '../platform/http/error.filter';
import { ErrorPage } from '../platform/http/error-page';
import type { Lang } from '../platform/http/language';
import { Page, renderPage } from './page';
import { words } from './words/words';

/** Draws an error: what happened, what can be done, and the id of a failure. */
@Injectable()
export class DrawnErrorPage extends ErrorPage {
  constructor(private readonly settings: Settings) {
    super();
  }

  render(lang: Lang, answer: ErrorAnswer): string {
    const { error } = words(lang);
    return renderPage(
      <Page
        lang={lang}
        title={error.titles[answer.statusCode] ?? error.title}
        path="/"
        area="public"
        trialMode={this.settings.trialMode}
        lead={answer.message}
      >
        <Details lang={lang} answer={answer} />
        <p>
          <a href="/">{error.home}</a>
        </p>
      </Page>,
    );
  }
}

function Details({ lang, answer }: { readonly lang: Lang; readonly answer: ErrorAnswer }) {
  const { error, caseFile } = words(lang);
  const acts: Readonly<Record<string, string>> = caseFile.acts;
  return (
    <>
      {answer.fields ? (
        <ul>
          {answer.fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      {answer.allowed && answer.allowed.length > 0 ? (
        <p>
          {error.allowed}: {answer.allowed.map((act) => acts[act] ?? act).join(' · ')}
        </p>
      ) : null}
      {answer.id ? (
        <p>
          {error.id}: <code>{answer.id}</code>
        </p>
      ) : null}
    </>
  );
}
