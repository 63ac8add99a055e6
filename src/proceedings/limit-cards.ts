import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { LIMIT_STAGES } from '../agencies/codes';
import type { LimitStage } from '../agencies/codes';
import type { LegalLimitRule } from '../agencies/profile.limits';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { pageAsked } from './asked';
import type { Body } from './bodies';
import { caseNumbers } from './case-numbers';
import { LegalLimit } from './legal-limit.entity';
import type { LimitExtension } from './limit-extension.entity';
import type { LimitSheet } from './limit-sheets';
import { LimitSheets } from './limit-sheets';
import type { LimitStanding, Warning } from './limit.rules';
import { NEAR_DAYS, standingOf } from './limit.rules';
import { Proceedings } from './proceedings.service';
import type { Proceeding } from './proceeding.entity';

const ON_A_PAGE = 50;

const RULE_SHOWN = [
  'code',
  'nameTh',
  'nameEn',
  'span',
  'extension',
  'verified',
  'sourceTh',
  'source',
] as const satisfies readonly (keyof LegalLimitRule)[];

/** What the law is believed to give a stage, from the province's profile. */
export type StageRule = Pick<LegalLimitRule, (typeof RULE_SHOWN)[number]>;

type Entered = { readonly enteredBy: string; readonly takenBackBy: string | null };

const SHOWN = [
  'no',
  'stage',
  'startsOn',
  'unit',
  'amount',
  'statedOn',
  'letterNo',
  'letterDate',
  'firstDueOn',
  'dueOn',
  'dueAt',
  'explanation',
  'state',
  'endedOn',
  'endReason',
  'endLetterNo',
  'endLetterDate',
  'enteredAt',
  'takenBackAt',
  'takenBackWhy',
] as const satisfies readonly (keyof LegalLimit)[];

const SHOWN_OF_EXTENSION = [
  'no',
  'unit',
  'amount',
  'statedOn',
  'dueOn',
  'letterNo',
  'letterDate',
  'receivedOn',
  'enteredAt',
  'takenBackAt',
  'takenBackWhy',
] as const satisfies readonly (keyof LimitExtension)[];

/** With the names of those who entered it and took it back, and what does not fit the profile's rule. */
export type ExtensionCard = Pick<LimitExtension, (typeof SHOWN_OF_EXTENSION)[number]> &
  Entered & { readonly warnings: readonly Warning[] };

export type LimitCard = Pick<LegalLimit, (typeof SHOWN)[number]> &
  Entered & {
    readonly standing: LimitStanding;
    readonly extensions: readonly ExtensionCard[];
    readonly rule: StageRule;
  };

/** A limit that runs and is near or past, for the desk's list. */
export interface PressingLimit {
  readonly proceedingId: string;
  readonly body: Body;
  readonly reference: string;
  readonly no: number;
  readonly stage: LimitStage;
  readonly dueOn: string;
  /** UTC instant, close of office of that day. */
  readonly dueAt: string;
  readonly standing: LimitStanding;
  readonly caseNumber: string | null;
}

export interface PressingList {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** How many of all have passed. */
  readonly past: number;
  readonly limits: readonly PressingLimit[];
}

type PressingRow = Omit<PressingLimit, 'standing' | 'caseNumber'> & { readonly caseId: string | null };

/** Legal limits as the doors and pages show them. */
@Injectable()
export class LimitCards {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly sheets: LimitSheets,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every stage the province knows, with what the law is believed to give it. */
  get stages(): readonly StageRule[] {
    return LIMIT_STAGES.map((stage) => this.ruleOf(stage));
  }

  /** By proceeding, in their order. */
  async of(proceedings: readonly Pick<Proceeding, 'id'>[]): Promise<ReadonlyMap<string, readonly LimitCard[]>> {
    const sheets = await this.sheets.of(proceedings.map(({ id }) => id));
    const names = await this.directory.names(sheets.flatMap(peopleIn));
    const nameOf = (id: string): string => names.get(id) ?? '-';
    const cards = new Map<string, LimitCard[]>(proceedings.map(({ id }) => [id, []]));
    for (const sheet of sheets) cards.get(sheet.limit.proceedingId)?.push(this.card(sheet, nameOf));
    return cards;
  }

  /** What is due within thirty days or has passed, the oldest first. @param page as it was asked for */
  async pressing(looker: Looker, page: string | undefined): Promise<PressingList> {
    const number = pageAsked(page);
    const until = addDays(this.today, NEAR_DAYS);
    const total = await this.count(looker, until);
    const past = await this.count(looker, addDays(this.today, -1));
    const rows = await this.running(looker, until)
      .select('p.id', 'proceedingId')
      .addSelect('p.body', 'body')
      .addSelect('p.reference', 'reference')
      .addSelect('p.caseId', 'caseId')
      .addSelect('l.no', 'no')
      .addSelect('l.stage', 'stage')
      .addSelect('l.dueOn', 'dueOn')
      .addSelect('l.dueAt', 'dueAt')
      .orderBy('l.dueOn', 'ASC')
      .addOrderBy('l.id', 'ASC')
      .offset((number - 1) * ON_A_PAGE)
      .limit(ON_A_PAGE)
      .getRawMany<PressingRow>();
    const numbers = await caseNumbers(
      this.database.reader,
      rows.map(({ caseId }) => caseId),
    );
    const limits = rows.map(({ caseId, ...row }) => ({
      ...row,
      standing: standingOf({ state: 'running', dueOn: row.dueOn }, this.today),
      caseNumber: caseId === null ? null : (numbers.get(caseId) ?? null),
    }));
    return { page: number, pages: Math.max(1, Math.ceil(total / ON_A_PAGE)), total, past, limits };
  }

  private async count(looker: Looker, until: string): Promise<number> {
    const row = await this.running(looker, until).select('COUNT(l.id)', 'n').getRawOne<{ n: string | number }>();
    return Number(row?.n ?? 0);
  }

  private running(looker: Looker, until: string): SelectQueryBuilder<Proceeding> {
    return this.proceedings
      .within(looker)
      .innerJoin(LegalLimit, 'l', 'l.proceedingId = p.id')
      .andWhere(`l.province = p.province AND l.state = 'running' AND l.dueOn <= :until`, { until });
  }

  private card(sheet: LimitSheet, nameOf: (id: string) => string): LimitCard {
    const { limit, extensions } = sheet;
    return {
      ...pick(limit, SHOWN),
      ...named(limit, nameOf),
      standing: standingOf(limit, this.today),
      rule: this.ruleOf(limit.stage),
      extensions: extensions.map((one) => ({
        ...pick(one, SHOWN_OF_EXTENSION),
        ...named(one, nameOf),
        warnings: this.sheets.warningsOf(sheet, one),
      })),
    };
  }

  private ruleOf(stage: LimitStage): StageRule {
    return pick(this.sheets.ruleOf(stage), RULE_SHOWN);
  }

  private get today(): string {
    return bangkokDay(this.clock.now());
  }
}

const peopleIn = ({ limit, extensions }: LimitSheet): readonly string[] =>
  [limit, ...extensions].flatMap(({ enteredBy, takenBackBy }) => [enteredBy, ...(takenBackBy ? [takenBackBy] : [])]);

const named = ({ enteredBy, takenBackBy }: Entered, nameOf: (id: string) => string): Entered => ({
  enteredBy: nameOf(enteredBy),
  takenBackBy: takenBackBy === null ? null : nameOf(takenBackBy),
});

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
