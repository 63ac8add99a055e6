import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids';
import { fiscalYearOf } from '../platform/thai/dates';
import type { FactCase } from './fact-case.entity';
import { FactSpan, STILL_OPEN } from './fact-span.entity';
import { FactStay } from './fact-stay.entity';
import { isOnItaPage, later } from './facts.rules';

interface Beginning {
  readonly on: string;
  readonly step: number;
  /** null: the next one, a reopening. */
  readonly number: number | null;
}

export const openSpanOf = (em: EntityManager, caseId: string): Promise<FactSpan | null> =>
  em.findOneBy(FactSpan, { caseId, completedYear: STILL_OPEN });

export async function beginSpan(em: EntityManager, fact: FactCase, { on, step, number }: Beginning): Promise<void> {
  const last = number === null ? await lastSpanOf(em, fact.caseId) : null;
  const openedOn = last?.completedOn ? later(on, last.completedOn) : on;
  const { caseId, province, channel, type, district, agencyCode } = fact;
  const onItaPage = isOnItaPage(fact);
  await em.insert(FactSpan, {
    ...{ caseId, province, channel, type, district, agencyCode, onItaPage },
    number: number ?? (last?.number ?? 0) + 1,
    openedOn,
    openedYear: fiscalYearOf(openedOn),
    reopened: number === null,
    completedOn: null,
    completedYear: STILL_OPEN,
    dated: true,
    dueAt: null,
  });
  await beginStay(em, { caseId, province, agencyCode, onItaPage }, openedOn, step);
}

/** The last stay and the span end on one day, so that steps of those in progress add up to those in progress. */
export async function endSpan(em: EntityManager, span: FactSpan, on: string | null): Promise<void> {
  const { caseId, number } = span;
  const completedOn = await endStay(em, caseId, on ?? span.openedOn);
  const end = { completedOn, completedYear: fiscalYearOf(completedOn), dated: on !== null, dueAt: null };
  await em.update(FactSpan, { caseId, number }, end);
}

type Place = Pick<FactStay, 'caseId' | 'province' | 'agencyCode' | 'onItaPage'>;

export async function beginStay(em: EntityManager, place: Place, fromOn: string, step: number): Promise<void> {
  const { caseId, province, agencyCode, onItaPage } = place;
  const time = { fromOn, fromYear: fiscalYearOf(fromOn), untilOn: null, untilYear: STILL_OPEN };
  await em.insert(FactStay, { stayId: newId(), caseId, province, agencyCode, onItaPage, step, ...time });
}

/** Answers the day on which it really ended: never before it began. */
export async function endStay(em: EntityManager, caseId: string, on: string): Promise<string> {
  const stay = await em.findOneByOrFail(FactStay, { caseId, untilYear: STILL_OPEN });
  const untilOn = later(on, stay.fromOn);
  await em.update(FactStay, { stayId: stay.stayId }, { untilOn, untilYear: fiscalYearOf(untilOn) });
  return untilOn;
}

async function lastSpanOf(em: EntityManager, caseId: string): Promise<FactSpan> {
  return em.findOneOrFail(FactSpan, { where: { caseId }, order: { number: 'DESC' } });
}
