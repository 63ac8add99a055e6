import { TextArea } from '../layout/field';
import { Form, Submit } from '../layout/form';
import { Table } from '../layout/table';
import { dateTime } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import type { Classification } from './classification.entity';
import type { Filled } from './filled';
import type { Place } from './place';
import { labelOf } from './place';
import { Classified, Trouble, filling } from './sorting-form';
import type { ClassificationView } from './sorting-desk';
import { sortWords } from './words';

interface PageProps {
  readonly lang: Lang;
  readonly view: ClassificationView;
  readonly place: Place;
  readonly filled: Filled;
}

/** The form begins empty: what is left out stays as it is. Below it, how the case was held before. */
export function ClassificationPage({ lang, view, place, filled }: PageProps) {
  const w = sortWords(lang);
  const fill = filling(filled, {});
  const { number } = view.file;
  return (
    <>
      <p>{w.classification.lead}</p>
      <Form action={`/cases/${number}/classification`}>
        <Trouble filled={filled} />
        <Classified lang={lang} place={place} fill={fill} empty={`— ${w.choice} —`} />
        <TextArea {...fill.one('reason')} label={w.classification.reason} rows={3} />
        <Submit label={w.classification.save} />
      </Form>
      <History lang={lang} place={place} history={view.history} />
      <p>
        <a href={`/cases/${number}`}>{w.back}</a>
      </p>
    </>
  );
}

interface HistoryProps {
  readonly lang: Lang;
  readonly place: Place;
  readonly history: readonly Classification[];
}

function History({ lang, place, history }: HistoryProps) {
  const { classification: w, sorting } = sortWords(lang);
  const { caseFile } = words(lang);
  const heads = [w.at, sorting.type, sorting.alleged, sorting.accused, sorting.agency, sorting.district];
  return (
    <Table
      id="classifications"
      title={w.history}
      narrow="cards"
      empty={w.none}
      columns={[...heads, sorting.risk, sorting.secrecy].map((head) => ({ head }))}
      rows={history.map((row) => ({
        cells: [
          dateTime(lang, row.at, 'short'),
          labelOf(place.types, row.type),
          row.corruptionAlleged ? caseFile.corruptionAlleged[row.corruptionAlleged] : '-',
          row.accusedKind ? caseFile.accusedKinds[row.accusedKind] : '-',
          labelOf(place.agencies, row.agencyCode),
          labelOf(place.districts, row.district),
          row.riskArea ? caseFile.riskAreas[row.riskArea] : '-',
          caseFile.secrecy[row.secrecy],
        ],
      }))}
    />
  );
}
