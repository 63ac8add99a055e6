import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Table } from '../layout/table';
import { count, digits } from '../layout/words/format';
import type { Place } from './place';
import type { Load, UnitView } from './unit-work';
import { webWords } from './words';

interface UnitProps {
  readonly place: Place;
  readonly view: UnitView;
}

/** How much lies where, and with whom; every number leads to its cases. */
export function UnitPage({ place, view }: UnitProps) {
  const w = webWords(place.lang).unit;
  return (
    <>
      <BySteps place={place} view={view} />
      <Table
        id="people"
        title={w.byPeople}
        unit={w.unit}
        empty={w.none}
        columns={[{ head: w.person }, { head: w.open, align: 'number' }, { head: w.overdue, align: 'number' }]}
        rows={[
          ...view.people.map(({ name, ...load }) => ({ cells: [name ?? w.nobody, ...numbers(place, load)] })),
          { kind: 'total' as const, cells: [w.sum, ...numbers(place, view.all)] },
        ]}
      />
    </>
  );
}

function BySteps({ place, view }: UnitProps) {
  const { steps } = useWords().staff;
  const w = webWords(place.lang).unit;
  const { lang } = place;
  return (
    <Table
      id="steps"
      title={w.bySteps}
      unit={w.unit}
      empty={w.none}
      columns={[{ head: w.step }, { head: w.open, align: 'number' }, { head: w.overdue, align: 'number' }]}
      rows={[
        ...view.steps.map(({ step, open, overdue }) => ({
          cells: [
            `${digits(lang, step)} ${steps[step - 1] ?? ''}`,
            <a href={`${STAFF_PATHS.all}?step=${step}`}>{count(lang, open)}</a>,
            overdue > 0 ? (
              <a href={`${STAFF_PATHS.all}?step=${step}&overdue=true`}>{count(lang, overdue)}</a>
            ) : (
              count(lang, overdue)
            ),
          ],
        })),
        { kind: 'total' as const, cells: [w.sum, ...numbers(place, view.all)] },
      ]}
    />
  );
}

const numbers = ({ lang }: Place, { open, overdue }: Load): readonly string[] => [
  count(lang, open),
  count(lang, overdue),
];
