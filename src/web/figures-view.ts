import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { UNLISTED } from '../statistics/agency-counts';
import type { AgencyRow } from '../statistics/agency-counts';
import type { ByCode, Scope } from '../statistics/counts';
import { monthsOf, periodOf } from '../statistics/fiscal-year';
import type { PeriodRow } from '../statistics/monthly.rules';
import type { YearFigures } from '../statistics/statistics.service';
import { Statistics } from '../statistics/statistics.service';
import type { CrossTable, Grain } from '../statistics/tables.rules';
import { crossTable, inOrder, typeTable } from '../statistics/tables.rules';

/** Answers of table 4, in the order of its columns. */
export const ANSWERS = ['inTime', 'late', 'undated', 'waiting', 'overdue', 'withdrawn'] as const;

/** Tables of one year, already without what the reader may not see. */
export interface YearView {
  readonly fiscalYear: number;
  readonly asOf: string;
  readonly running: boolean;
  readonly years: readonly number[];
  readonly oNumber: string | undefined;
  /** Whose officials table 1 is about; null: the whole province's. */
  readonly agencyCode: string | null;
  readonly ita: readonly PeriodRow[];
  /** null: about one agency, for a reader who may see no small crossing. */
  readonly agencies: CrossTable | null;
  /** Both totals of table 4. */
  readonly referred: { readonly referrals: number; readonly cases: number };
  /** Left out when the page is about one agency. */
  readonly whole: WholeView | null;
}

export interface WholeView {
  readonly figures: YearFigures;
  readonly channels: CrossTable;
  readonly overdue: ByCode | null;
  readonly types: CrossTable & { readonly grain: Grain };
  readonly districts: readonly (readonly [string, number])[];
}

export interface Asked {
  readonly fiscalYear: number;
  readonly agencyCode: string | null;
  /** The reader may see no small crossing (DOMAIN §6). */
  readonly hideSmall: boolean;
}

/** Makes the view of the statistics pages. */
@Injectable()
export class FiguresView {
  constructor(
    private readonly province: Province,
    private readonly statistics: Statistics,
  ) {}

  async year({ fiscalYear, agencyCode, hideSmall }: Asked): Promise<YearView> {
    const province = this.province.code;
    const scope: Scope = { province, ...(agencyCode === null ? {} : { agencyCode }) };
    const period = periodOf(fiscalYear, this.statistics.today);
    const rows = await this.statistics.agencies(scope, fiscalYear);
    const figures = await this.statistics.year(scope, fiscalYear);
    return {
      fiscalYear,
      ...{ asOf: period.to, running: period.running, agencyCode },
      years: await this.statistics.years(province),
      oNumber: this.province.oNumber(fiscalYear, 'statistics'),
      ita: await this.statistics.monthly({ ...scope, itaOnly: true }, fiscalYear),
      agencies: hideSmall && agencyCode !== null ? null : this.agencies(rows, hideSmall),
      referred: figures.byAgency,
      whole: agencyCode === null ? await this.whole(scope, figures, hideSmall) : null,
    };
  }

  private async whole(scope: Scope, figures: YearFigures, hideSmall: boolean): Promise<WholeView> {
    const { fiscalYear } = figures;
    const channels = await this.statistics.channels(scope, fiscalYear);
    const types = await this.statistics.typesByMonth(scope, fiscalYear);
    const months = monthsOf(periodOf(fiscalYear, this.statistics.today));
    const districts = inOrder(new Set(Object.keys(figures.byDistrict)), codesOf(this.province.districts));
    return {
      figures,
      channels: crossTable(channels, codesOf(this.province.channels), ['completed', 'inProgress'], hideSmall),
      overdue: hideSmall ? null : await this.statistics.overdue(scope, fiscalYear),
      types: typeTable(types, codesOf(this.province.types), months, hideSmall),
      districts: districts.map((code) => [code, figures.byDistrict[code] ?? 0] as const),
    };
  }

  private agencies(rows: readonly AgencyRow[], hideSmall: boolean): CrossTable {
    const crossings = rows.flatMap((row) => ANSWERS.map((column) => ({ row: row.agencyCode, column, n: row[column] })));
    return crossTable(crossings, [...codesOf(this.province.agencies), UNLISTED], ANSWERS, hideSmall);
  }
}

const codesOf = (list: readonly { readonly code: string }[]): readonly string[] => list.map(({ code }) => code);
