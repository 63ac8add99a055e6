import { Definitions } from '../layout/definitions';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { FileField } from '../layout/file-field';
import { Notice } from '../layout/notice';
import { dateTime, digits } from '../layout/words/format';
import type { FormTrouble } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { FILES_FIELD } from '../platform/http/file-limits';
import type { CustodyEntry } from './custody-entry.entity';
import type { CaseEvidence, SeenExhibit } from './handing-out';
import { isPicture } from './kinds.rules';
import { evidenceWords } from './words';

interface EvidencePageProps {
  readonly lang: Lang;
  readonly seen: CaseEvidence;
  readonly trouble: FormTrouble | null;
  readonly path: string;
}

/** Every exhibit with its chain, and the form to add one. */
export function EvidencePage({ lang, seen, trouble, path }: EvidencePageProps) {
  const w = evidenceWords(lang);
  return (
    <>
      {trouble && trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={trouble?.fields} />
      {seen.exhibits.length === 0 ? <p>{w.none}</p> : null}
      {seen.exhibits.map((one) => (
        <ExhibitCard key={one.exhibit.no} lang={lang} seen={one} path={`${path}/${one.exhibit.no}`} />
      ))}
      <h2>{w.add}</h2>
      <Form action={path} files>
        <FileField
          name={FILES_FIELD}
          label={w.files}
          hint={w.filesHint}
          error={errorOf(trouble?.fields, FILES_FIELD)}
        />
        <Submit label={w.send} />
      </Form>
    </>
  );
}

interface CardProps {
  readonly lang: Lang;
  readonly seen: SeenExhibit;
  readonly path: string;
}

function ExhibitCard({ lang, seen: { exhibit, details, chain }, path }: CardProps) {
  const w = evidenceWords(lang);
  return (
    <section>
      <h2>{w.heading(digits(lang, exhibit.no))}</h2>
      <Definitions
        items={[
          { term: w.terms.name, value: details.name },
          { term: w.terms.kind, value: w.kinds[exhibit.kind] },
          { term: w.terms.size, value: sizeOf(lang, exhibit.size) },
          { term: w.terms.source, value: w.sources[exhibit.source] },
          { term: w.terms.received, value: dateTime(lang, exhibit.receivedAt) },
          { term: w.terms.scan, value: exhibit.scanned ? w.scanned : <b>{w.notScanned}</b> },
          { term: w.terms.hash, value: <code>{inPieces(details.sha256)}</code> },
          { term: w.terms.copy, value: <Copy lang={lang} exhibit={exhibit} path={path} /> },
          { term: w.terms.chain, value: <Chain lang={lang} chain={chain} /> },
        ]}
      />
    </section>
  );
}

function Copy({ lang, exhibit, path }: Pick<CardProps, 'lang' | 'path'> & Pick<SeenExhibit, 'exhibit'>) {
  const w = evidenceWords(lang);
  const ask = `${path.slice(0, path.indexOf('/evidence/'))}/identity?exhibit=${exhibit.no}`;
  if (exhibit.uncleaned) {
    return (
      <>
        {w.uncleaned[exhibit.uncleaned]} <a href={ask}>{w.askOriginal}</a>
      </>
    );
  }
  return (
    <>
      <a href={`${path}/copy`}>{w.download}</a>
      {isPicture(exhibit.cleanKind) ? (
        <>
          {' · '}
          <a href={`${path}/picture`}>{w.look}</a>
        </>
      ) : null}
    </>
  );
}

function Chain({ lang, chain }: { readonly lang: Lang; readonly chain: readonly CustodyEntry[] }) {
  const w = evidenceWords(lang);
  return (
    <ol>
      {chain.map(({ id, act, at, byKind }) => (
        <li key={id}>
          {w.acts[act]} · {w.by[byKind]} · <time dateTime={at}>{dateTime(lang, at, 'short')}</time>
        </li>
      ))}
    </ol>
  );
}

/** By eights, so that it wraps on a telephone and can be read aloud. */
const inPieces = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ');

/** What is under a tenth of a megabyte is told in kilobytes, and nothing is told as none. */
function sizeOf(lang: Lang, bytes: number): string {
  const w = evidenceWords(lang);
  if (bytes < 104_858) return w.kilobytes(digits(lang, Math.max(1, Math.round(bytes / 1024))));
  return w.megabytes(digits(lang, (bytes / 1_048_576).toFixed(1)));
}
