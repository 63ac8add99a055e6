import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import type { AgencyRow } from './agency-counts';
import { agencyRows } from './agency-counts';
import type { ByCode, Scope } from './counts';
import { count, firstYear, only, overdueByChannel } from './counts';
import { monthsOf, periodOf } from './fiscal-year';
import type { MonthlyCounts, PeriodRow } from './monthly.rules';
import { monthlyRows } from './monthly.rules';
import type { Crossing } from './tables.rules';

/** Figures of one fiscal year (PROCESS §4). Parts add up: carriedOver + new = total = completed + inProgress. */
export interface YearFigures {
  readonly fiscalYear: number;
  /** Last day that is counted: the year's end, or the day of asking while it runs. */
  readonly asOf: string;
  readonly carriedOver: number;
  readonly new: number;
  /** How many of `new` are complaints opened again. */
  readonly reopened: number;
  readonly total: number;
  readonly completed: number;
  readonly inProgress: number;
  readonly byChannel: ByCode;
  readonly byType: ByCode;
  /** Every month `YYYY-MM` that has begun. */
  readonly byMonth: ByCode;
  readonly byDistrict: ByCode;
  /** Steps '1'–'6' at which those in progress stand. */
  readonly byStep: ByCode;
  readonly byAgency: { readonly rows: ByCode; readonly referrals: number; readonly cases: number };
}

const MONTHLY = ['carriedOver', 'openedIn', 'reopenedIn', 'completedIn'] as const;
const TABLES = ['channel', 'type', 'district', 'step', 'referrals', 'casesReferred'] as const;

/** Counts over facts in plain SQL. Days are Bangkok `YYYY-MM-DD`, years BE; no case, no person can be asked for. */
@Injectable()
export class Statistics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return bangkokDay(this.clock.now());
  }

  async year(scope: Scope, fiscalYear: number, asOf = this.today): Promise<YearFigures> {
    const period = periodOf(fiscalYear, asOf);
    const counts = await count(this.database.reader, scope, period, [...MONTHLY, ...TABLES]);
    const rows = monthlyRows(monthsOf(period), monthlyOf(counts));
    const { carriedOver, new: opened, reopened, total, completed, inProgress } = lastOf(rows);
    return {
      fiscalYear,
      asOf: period.to,
      ...{ carriedOver, new: opened, reopened, total, completed, inProgress },
      byChannel: counts.channel,
      byType: counts.type,
      byMonth: Object.fromEntries(rows.flatMap((row) => (row.kind === 'month' ? [[row.month, row.new]] : []))),
      byDistrict: counts.district,
      byStep: counts.step,
      byAgency: {
        rows: counts.referrals,
        referrals: Object.values(counts.referrals).reduce((sum, n) => sum + n, 0),
        cases: only(counts.casesReferred),
      },
    };
  }

  /** Every year from the first complaint to the running one. */
  async allYears(scope: Scope, asOf = this.today): Promise<readonly YearFigures[]> {
    const figures: YearFigures[] = [];
    for (const year of await this.years(scope.province, asOf)) figures.push(await this.year(scope, year, asOf));
    return figures;
  }

  /** Fiscal years from the first complaint to the running one. */
  async years(province: string, asOf = this.today): Promise<readonly number[]> {
    const last = fiscalYearOf(asOf);
    const first = Math.min((await firstYear(this.database.reader, province)) ?? last, last);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  /** Table 1: months, quarters, six months, year. With `itaOnly` what the integrity assessment asks to publish. */
  async monthly(scope: Scope, fiscalYear: number, asOf = this.today): Promise<readonly PeriodRow[]> {
    const period = periodOf(fiscalYear, asOf);
    return monthlyRows(monthsOf(period), monthlyOf(await count(this.database.reader, scope, period, MONTHLY)));
  }

  /** Table 2: openings of the year by channel, `completed` or `inProgress` at its end. */
  async channels(scope: Scope, fiscalYear: number, asOf = this.today): Promise<readonly Crossing[]> {
    const period = periodOf(fiscalYear, asOf);
    return crossings((await count(this.database.reader, scope, period, ['channelByEnd'])).channelByEnd);
  }

  /** Table 2, while the year runs: of those in progress the overdue ones; null when no clock was ever told of. */
  async overdue(scope: Scope, fiscalYear: number): Promise<ByCode | null> {
    if (!periodOf(fiscalYear, this.today).running) return null;
    return overdueByChannel(this.database.reader, scope, fiscalYear, this.clock.now());
  }

  /** Table 3: openings of the year by type and month `YYYY-MM`. */
  async typesByMonth(scope: Scope, fiscalYear: number, asOf = this.today): Promise<readonly Crossing[]> {
    const period = periodOf(fiscalYear, asOf);
    return crossings((await count(this.database.reader, scope, period, ['typeInMonth'])).typeInMonth);
  }

  /** Table 4: referrals of the year and how they were answered. */
  agencies(scope: Scope, fiscalYear: number, asOf = this.today): Promise<readonly AgencyRow[]> {
    return agencyRows(this.database.reader, scope, periodOf(fiscalYear, asOf), asOf);
  }
}

const monthlyOf = (counts: Readonly<Record<(typeof MONTHLY)[number], ByCode>>): MonthlyCounts => ({
  carriedOver: only(counts.carriedOver),
  new: counts.openedIn,
  reopened: counts.reopenedIn,
  completed: counts.completedIn,
});

const crossings = (counts: ByCode): readonly Crossing[] =>
  Object.entries(counts).map(([codes, n]) => {
    const [row = '', column = ''] = codes.split(' ');
    return { row, column, n };
  });

function lastOf(rows: readonly PeriodRow[]): PeriodRow {
  const year = rows.at(-1);
  if (year?.kind !== 'year') throw new Error('the last line is the year');
  return year;
}
