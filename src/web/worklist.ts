import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import type { CaseRow } from './case-rows';
import { CaseRows } from './case-rows';
import { Search } from './search';
import type { WorklistInput } from './worklist-input';
import type { CaseQuery, Restriction } from './worklist-query';
import {
  byDue,
  byReceipt,
  casesOf,
  concernsAgency,
  countUpTo,
  filesOf,
  isClosed,
  isOpen,
  overdueIs,
  seesOnlyOwn,
} from './worklist-query';

export const PAGE_SIZE = 25;
/** A total is counted no further: a longer list is told as "more than". */
const MOST = 1_000;

export interface WorklistPage {
  readonly items: readonly CaseRow[];
  /** From 1. */
  readonly page: number;
  readonly hasMore: boolean;
  readonly total: number;
  readonly totalIsCapped: boolean;
}

interface Walked {
  readonly found: readonly { readonly id: string }[];
  readonly total: number;
}

/** The cases a looker may see, a page at a time; its cost does not grow with the archive. */
@Injectable()
export class Worklist {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly searching: Search,
    private readonly rows: CaseRows,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongFields naming the filter. */
  async list(looker: Looker, input: WorklistInput): Promise<WorklistPage> {
    const { page = 1, q } = input;
    const restrictions = this.restrictions(looker, input);
    const make = (these?: readonly string[]) => restricted(casesOf(this.database, looker, these), restrictions);
    const { found, total } = q === undefined ? await this.walk(looker, input, make) : await this.search(make, q, page);
    const files = await filesOf(this.database, found.slice(0, PAGE_SIZE));
    return {
      items: await this.rows.of(looker, files),
      page,
      hasMore: found.length > PAGE_SIZE,
      total: Math.min(total, MOST),
      totalIsCapped: total > MOST,
    };
  }

  /** For pages of work: open cases under these restrictions, next due first. */
  async open(looker: Looker, restrictions: readonly Restriction[], limit: number): Promise<readonly CaseRow[]> {
    const make = () => restricted(casesOf(this.database, looker), [isOpen, ...restrictions]);
    const found = await byDue(looker, make, { offset: 0, limit });
    return this.rows.of(looker, await filesOf(this.database, found));
  }

  /** Rows of these cases in their order; who asks has asked the wall and the reach. */
  async these(looker: Looker, ids: readonly string[]): Promise<readonly CaseRow[]> {
    return this.rows.of(
      looker,
      await filesOf(
        this.database,
        ids.map((id) => ({ id })),
      ),
    );
  }

  /** One more than a page holds, and how many there are, counted just beyond `MOST`. */
  private async walk(looker: Looker, input: WorklistInput, make: () => CaseQuery): Promise<Walked> {
    const { page = 1 } = input;
    const stretch = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE + 1 };
    const found = isOfOpenCases(input) ? await byDue(looker, make, stretch) : await byReceipt(make(), stretch);
    const isLast = found.length <= PAGE_SIZE && (found.length > 0 || page === 1);
    return { found, total: isLast ? stretch.offset + found.length : await countUpTo(make(), MOST + 1) };
  }

  /** Of the newest matches; what lies deeper is found by asking more narrowly. */
  private async search(make: (these?: readonly string[]) => CaseQuery, q: string, page: number): Promise<Walked> {
    const year = fiscalYearOf(bangkokDay(this.clock.now()));
    const all = await this.searching.find(make, q, year, MOST + 1);
    return { found: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE + 1), total: all.length };
  }

  private restrictions(looker: Looker, input: WorklistInput): readonly Restriction[] {
    const { step, channel, agency, overdue, closed } = input;
    if (agency !== undefined && !this.province.agency(agency)) {
      throw WrongFields.one('agency', say('ไม่มีหน่วยงานนี้', 'There is no such agency.'));
    }
    return [
      ...(closed === true ? [isClosed] : isOfOpenCases(input) ? [isOpen] : []),
      ...(step === undefined ? [] : [having('step', step)]),
      ...(channel === undefined ? [] : [having('channel', channel)]),
      ...(agency === undefined ? [] : [concernsAgency(agency, seesOnlyOwn(looker))]),
      ...(overdue === undefined ? [] : [overdueIs(looker, overdue, this.clock.now())]),
    ];
  }
}

/** Closed cases are listed only when asked for, or when somebody searches. */
const isOfOpenCases = ({ closed, q, step, overdue }: WorklistInput): boolean =>
  closed === false || (closed !== true && (q === undefined || step !== undefined || overdue !== undefined));

const having =
  (column: 'step' | 'channel', value: string | number): Restriction =>
  (query) =>
    query.andWhere(`f.${column} = :${column}`, { [column]: value });

function restricted(query: CaseQuery, restrictions: readonly Restriction[]): CaseQuery {
  for (const restrict of restrictions) restrict(query);
  return query;
}
