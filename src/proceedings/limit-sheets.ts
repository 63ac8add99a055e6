import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { LimitStage } from '../agencies/codes';
import { Province } from '../agencies/agencies';
import type { LegalLimitRule } from '../agencies/profile.limits';
import type { Day, Instant, WorkCalendar } from '../deadlines/calendar.rules';
import { Calendars } from '../deadlines/calendars';
import { nextRungAt, rungsDue, rungsOf } from '../deadlines/ladder.rules';
import type { RungAt } from '../deadlines/ladder.rules';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { newId } from '../platform/ids';
import { Facts } from '../statistics/facts';
import { LegalLimit } from './legal-limit.entity';
import { LimitExtension } from './limit-extension.entity';
import { LimitRung } from './limit-rung.entity';
import type { LimitQuestion, Term, Warning } from './limit.rules';
import { dueDays, limitDue, warningsOf } from './limit.rules';

/** One limit in memory with what hangs on it; `LimitSheets` reads, counts and writes it. */
export interface LimitSheet {
  readonly limit: LegalLimit;
  /** In the order they were entered, those taken back among them. */
  readonly extensions: LimitExtension[];
}

/** The limits of proceedings: read, counted anew by profile and calendar, written with their ladder and their fact. */
@Injectable()
export class LimitSheets {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly province: Province,
    private readonly calendars: Calendars,
  ) {}

  /** As this process last saw it. */
  get calendar(): WorkCalendar {
    return this.calendars.inForce;
  }

  ruleOf(stage: LimitStage): LegalLimitRule {
    const rule = this.province.profile.legalLimits.find(({ code }) => code === stage);
    if (!rule) throw new Error(`the profile has no legal limit "${stage}"`);
    return rule;
  }

  /** Of these proceedings, by proceeding and number. */
  async of(proceedingIds: readonly string[]): Promise<readonly LimitSheet[]> {
    const sheets: LimitSheet[] = [];
    for (const ids of chunks(proceedingIds)) {
      const limits = await this.database.reader.find(LegalLimit, {
        where: { proceedingId: In(ids) },
        order: { proceedingId: 'ASC', no: 'ASC' },
      });
      sheets.push(...(await this.withExtensions(limits)));
    }
    return sheets;
  }

  /** Null: there is none. */
  async find(id: string): Promise<LimitSheet | null> {
    const [sheet] = await this.withExtensions(await this.database.reader.findBy(LegalLimit, { id }));
    return sheet ?? null;
  }

  private async withExtensions(limits: readonly LegalLimit[]): Promise<readonly LimitSheet[]> {
    if (limits.length === 0) return [];
    const where = { limitId: In(limits.map(({ id }) => id)) };
    const rows = await this.database.reader.find(LimitExtension, { where, order: { limitId: 'ASC', no: 'ASC' } });
    return limits.map((limit) => ({ limit, extensions: rows.filter(({ limitId }) => limitId === limit.id) }));
  }

  /** What of an extension that stands does not fit the profile's rule; nothing of one that was taken back. */
  warningsOf(sheet: LimitSheet, extension: LimitExtension): readonly Warning[] {
    const nth = standing(sheet).indexOf(extension) + 1;
    if (nth === 0) return [];
    return warningsOf(this.questionOf(sheet), nth, extension.letterDate, this.ruleOf(sheet.limit.stage));
  }

  /** The last days after the limit itself and after each extension that stands. */
  dueDays(sheet: LimitSheet): readonly Day[] {
    return dueDays(this.questionOf(sheet));
  }

  /** Counts anew; the row is in memory only until `save`. */
  async count(sheet: LimitSheet): Promise<void> {
    const { limit } = sheet;
    await this.calendars.look();
    const question = this.questionOf(sheet);
    const { dueAt, dueOn, lines } = limitDue(question);
    const [firstDueOn = dueOn, ...afterEach] = dueDays(question);
    standing(sheet).forEach((extension, at) => (extension.dueOn = afterEach[at] ?? extension.dueOn));
    const { version: ruleVersion } = this.ruleOf(limit.stage);
    Object.assign(limit, { firstDueOn, dueAt, dueOn, explanation: lines, ruleVersion });
    limit.calendarVersion = this.calendar.version;
    limit.nextRungAt = nextRungAt(this.ladderOf(limit), await this.recorded(limit));
    if (limit.state !== 'running') limit.nextRungAt = null;
  }

  /** Counted, written and told to the figures. Inside a write, the proceeding locked. */
  async save(em: EntityManager, sheet: LimitSheet): Promise<void> {
    await this.count(sheet);
    const { limit, extensions } = sheet;
    await em.upsert(LegalLimit, { ...limit, explanation: [...limit.explanation] }, ['id']);
    for (const extension of extensions) await em.upsert(LimitExtension, { ...extension }, ['id']);
    await this.tellFacts(sheet);
  }

  /** The rungs that have come by now, each recorded once; the one that speaks, if any. Inside a write. */
  async climb(em: EntityManager, { limit }: LimitSheet, now: Instant): Promise<RungAt | null> {
    if (limit.state !== 'running') return null;
    const { id: limitId, dueOn } = limit;
    const { speaks, passed } = rungsDue(this.ladderOf(limit), await this.recorded(limit), now);
    for (const rung of speaks ? [...passed, speaks] : []) {
      const came = { rung: rung.rung, dueWas: rung.at, firedAt: now, passed: rung !== speaks };
      await em.insert(LimitRung, { id: newId(), limitId, dueOn, ...came });
    }
    return speaks;
  }

  private async tellFacts(sheet: LimitSheet): Promise<void> {
    const { id: limitId, proceedingId, province, firstDueOn: dueOn, endedOn, state } = sheet.limit;
    if (state === 'taken_back') return this.facts.withoutLimit(limitId);
    const extended = standing(sheet).length > 0;
    await this.facts.limit({ limitId, proceedingId, province, dueOn, endedOn, extended });
  }

  private ladderOf({ stage, dueAt }: LegalLimit): readonly RungAt[] {
    return rungsOf({ unit: 'c', ladder: this.ruleOf(stage).ladder }, dueAt, this.calendar);
  }

  private async recorded({ id: limitId, dueOn }: LegalLimit): Promise<readonly number[]> {
    return (await this.database.reader.findBy(LimitRung, { limitId, dueOn })).map(({ rung }) => rung);
  }

  private questionOf(sheet: LimitSheet): LimitQuestion {
    const { stage, startsOn } = sheet.limit;
    const terms = [termOf(sheet.limit), ...standing(sheet).map(termOf)] as const;
    return { stage, version: this.ruleOf(stage).version, startsOn, terms, calendar: this.calendar };
  }
}

/** The extensions that count. */
export const standing = ({ extensions }: LimitSheet): readonly LimitExtension[] =>
  extensions.filter(({ takenBackAt }) => takenBackAt === null);

function termOf({ unit, amount, statedOn }: Pick<LegalLimit, 'unit' | 'amount' | 'statedOn'>): Term {
  if (statedOn !== null) return { until: statedOn };
  if (unit === null || amount === null) throw new Error('a legal limit has a length or a day');
  return { unit, amount };
}
