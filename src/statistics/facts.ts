import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import { FactCase } from './fact-case.entity';
import { FactLimit } from './fact-limit.entity';
import { FactProceeding } from './fact-proceeding.entity';
import { FactRating } from './fact-rating.entity';
import { FactReferral } from './fact-referral.entity';
import { FactRuling } from './fact-ruling.entity';
import { FactSpan, STILL_OPEN } from './fact-span.entity';
import { FactStay } from './fact-stay.entity';
import { allegesCorruption, isAboutOfficials, isOnItaPage } from './facts.rules';
import type {
  AnsweredReferral,
  Classification,
  LimitFact,
  Move,
  OpenedCase,
  ProceedingFact,
  ReporterAnswer,
  RulingFact,
  SentReferral,
} from './facts.shapes';
import { beginSpan, endSpan, endStay, openSpanOf, beginStay } from './spans';

/** An imported complaint may enter behind it: somebody took it up. */
const SORTING = 2;

/**
 * The figures' only source: facts without names, numbers or texts, written by the rooms above inside their own
 * transaction. Days are Bangkok `YYYY-MM-DD`. A fact about a case that was never opened throws: the story and its
 * figures would part.
 */
@Injectable()
export class Facts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async openCase(opened: OpenedCase): Promise<void> {
    const { receivedOn, step } = opened;
    const fact: FactCase = {
      ...opened,
      fiscalYear: fiscalYearOf(receivedOn),
      enteredOn: opened.imported ? receivedOn : bangkokDay(this.clock.now()),
      corruptionEver: allegesCorruption(opened),
      aboutOfficials: isAboutOfficials(opened),
      status: opened.status ?? 'received',
      accepted: step > SORTING ? true : null,
      outcome: null,
      answeredOn: null,
      answeredYear: null,
      answeredInTime: null,
    };
    await this.database.write(async (em) => {
      await em.insert(FactCase, fact);
      await beginSpan(em, fact, { on: receivedOn, step, number: 1 });
    });
  }

  /** As it stands now: figures of past years follow a reclassification until they are frozen in a report. */
  async classify(caseId: string, change: Classification): Promise<void> {
    await this.database.write(async (em) => {
      const before = await em.findOneByOrFail(FactCase, { caseId });
      const now = { ...before, ...given(change) };
      const onItaPage = isOnItaPage(now);
      const { type, corruptionAlleged, accusedKind, agencyCode, district, channel } = now;
      await em.update(
        FactCase,
        { caseId },
        {
          type,
          corruptionAlleged,
          accusedKind,
          agencyCode,
          district,
          corruptionEver: before.corruptionEver || allegesCorruption(now),
          aboutOfficials: isAboutOfficials(now),
        },
      );
      await em.update(FactSpan, { caseId }, { type, channel, district, agencyCode, onItaPage });
      await em.update(FactStay, { caseId }, { agencyCode, onItaPage });
    });
  }

  /** A completed case that moves to an open status begins a new span, counted as reopened. */
  async move(caseId: string, move: Move): Promise<void> {
    await this.database.write(async (em) => {
      const fact = await em.findOneByOrFail(FactCase, { caseId });
      const { status, step } = move;
      const span = await openSpanOf(em, caseId);
      const isRefusedNoMore = !span && !move.completed && fact.accepted === false;
      const accepted = move.accepted ?? (isRefusedNoMore ? null : fact.accepted);
      await em.update(FactCase, { caseId }, { status, step, accepted, outcome: move.outcome ?? null });
      if (move.completed) return span ? endSpan(em, span, move.on) : undefined;
      const on = move.on ?? bangkokDay(this.clock.now());
      if (!span) return beginSpan(em, fact, { on, step, number: null });
      const from = await endStay(em, caseId, on);
      await beginStay(em, { ...fact, onItaPage: span.onItaPage }, from, step);
    });
  }

  /** The instant (UTC) at which the next clock of the case falls due; null: none runs. */
  async due(caseId: string, dueAt: string | null): Promise<void> {
    await this.database.write((em) => em.update(FactSpan, { caseId, completedYear: STILL_OPEN }, { dueAt }));
  }

  async referralSent(sent: SentReferral): Promise<void> {
    await this.database.write(async (em) => {
      const { province, receivedOn } = await em.findOneByOrFail(FactCase, { caseId: sent.caseId });
      const sentOn = sent.sentOn ?? receivedOn;
      const rest = { province, sentYear: fiscalYearOf(sentOn), state: 'sent', answeredOn: null, inTime: null };
      await em.insert(FactReferral, { ...sent, sentOn, ...rest });
    });
  }

  /** The day its agency's answer falls due, once the clock knows it. */
  async referralDue(referralId: string, dueOn: string): Promise<void> {
    await this.database.write((em) => em.update(FactReferral, { referralId }, { dueOn }));
  }

  async referralAnswered(referralId: string, { state, on, inTime }: AnsweredReferral): Promise<void> {
    await this.database.write((em) => em.update(FactReferral, { referralId }, { state, answeredOn: on, inTime }));
  }

  async ruling(ruling: RulingFact): Promise<void> {
    const { on, ...rest } = ruling;
    const fact = { ...rest, ruledOn: on, fiscalYear: fiscalYearOf(on), overturnedOn: null };
    await this.database.write((em) => em.insert(FactRuling, fact));
  }

  async rulingOverturned(rulingId: string, on: string): Promise<void> {
    await this.database.write((em) => em.update(FactRuling, { rulingId }, { overturnedOn: on }));
  }

  /** Writes or overwrites. */
  async proceeding(proceeding: ProceedingFact): Promise<void> {
    await this.database.write((em) => em.upsert(FactProceeding, { ...proceeding }, ['proceedingId']));
  }

  /** Writes or overwrites. */
  async limit(limit: LimitFact): Promise<void> {
    const { dueOn, endedOn } = limit;
    const years = { dueYear: fiscalYearOf(dueOn), endedYear: endedOn === null ? null : fiscalYearOf(endedOn) };
    await this.database.write((em) => em.upsert(FactLimit, { ...limit, ...years }, ['limitId']));
  }

  /** It was entered by mistake: there was no such limit. */
  async withoutLimit(limitId: string): Promise<void> {
    await this.database.write((em) => em.delete(FactLimit, { limitId }));
  }

  /** The final answer was told to the reporter. */
  async reporterAnswered(caseId: string, { on, inTime }: ReporterAnswer): Promise<void> {
    const answer = { answeredOn: on, answeredYear: fiscalYearOf(on), answeredInTime: inTime };
    await this.database.write((em) => em.update(FactCase, { caseId }, answer));
  }

  /** K5: one more score of this fiscal year; `before` is the score it takes the place of. Which case is not known here. */
  async rated(province: string, fiscalYear: number, score: number, before: number | null): Promise<void> {
    await this.database.write(async (em) => {
      await sql(
        em,
        `INSERT INTO fact_rating (province, fiscal_year, score, ratings) VALUES ($1, $2, $3, 1)
         ON CONFLICT (province, fiscal_year, score) DO UPDATE SET ratings = fact_rating.ratings + 1`,
        [province, fiscalYear, score],
      );
      if (before !== null) await em.decrement(FactRating, { province, fiscalYear, score: before }, 'ratings', 1);
    });
  }
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
