import { Due } from '../layout/clock';
import { ButtonLink, Buttons } from '../layout/form';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import type { Lang } from '../platform/http/language';
import type { PressingList, StageRule } from './limit-cards';
import { stageName } from './limit-parts';
import { limitWords } from './limit-words';
import { proceedingWords } from './words';

interface LimitsProps {
  readonly lang: Lang;
  readonly list: PressingList;
  readonly stages: readonly StageRule[];
  /** A case's number as people read it. */
  readonly numberOf: (number: string) => string;
  /** UTC instant of the page. */
  readonly now: string;
}

/** Limits of other bodies that press: due within thirty days, or past. */
export function LimitsPage({ lang, list, stages, numberOf, now }: LimitsProps) {
  const { pressing: w, ...words } = limitWords(lang);
  const all = proceedingWords(lang);
  const nameOf = (code: string): string =>
    stages.flatMap((one) => (one.code === code ? [stageName(lang, one)] : []))[0] ?? code;
  return (
    <>
      <p>{w.lead}</p>
      <Table
        id="limits"
        title={w.title}
        unit={w.unit}
        hideTitle
        narrow="cards"
        empty={w.none}
        columns={[w.proceeding, words.stage, words.due, w.case].map((head) => ({ head }))}
        rows={list.limits.map((one) => ({
          cells: [
            <a href={`/proceedings/${one.proceedingId}`}>
              {all.bodies[one.body]} {one.reference}
            </a>,
            nameOf(one.stage),
            <Due due={one.dueAt} now={now} near={one.standing === 'near'} />,
            one.caseNumber ? <a href={`/cases/${one.caseNumber}`}>{numberOf(one.caseNumber)}</a> : '-',
          ],
        }))}
      />
      <Pagination page={list.page} pages={list.pages} hrefOf={(page) => `/proceedings/limits?page=${page}`} />
      <Buttons>
        <ButtonLink href="/proceedings" label={all.proceedings.all} look="quiet" />
      </Buttons>
    </>
  );
}
