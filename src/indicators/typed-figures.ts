import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { Conflict, say } from '../platform/errors';
import { newId } from '../platform/ids';
import type { IndicatorCode } from '../agencies/codes';
import { IndicatorBase } from './indicator-base.entity';
import { OfficialFigure } from './official-figure.entity';
import type { FigureSource, TypedFigureInput } from './typed-figure.rules';

/** Somebody typed the same figure at the same moment; nothing was written. */
export class TypedMeanwhile extends Conflict {
  constructor() {
    super(say('มีผู้บันทึกตัวเลขนี้พร้อมกัน กรุณาเปิดหน้าใหม่แล้วตรวจอีกครั้ง', 'Somebody typed this figure at the same time.'));
  }
}

export interface TypedFigureView {
  readonly code: string;
  readonly year: number;
  readonly value: number;
  readonly source: FigureSource;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly typedAt: string;
  /** 1 for the first, one more for every correction. */
  readonly version: number;
}

export type FigureKind = 'base' | 'official';

const TABLES = { base: IndicatorBase, official: OfficialFigure } as const;

/** Bases and official figures, typed in by the secretariat. Nothing is ever overwritten. */
@Injectable()
export class TypedFigures {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws TypedMeanwhile */
  async type(
    looker: Looker,
    kind: FigureKind,
    { code, year }: { readonly code: IndicatorCode; readonly year: number },
    input: TypedFigureInput,
  ): Promise<TypedFigureView> {
    const { value, source, letterNo, letterOn } = input;
    const place = { province: looker.province, code, year };
    return this.database
      .write(async (em) => {
        const version = (await em.countBy(TABLES[kind], place)) + 1;
        const row = {
          id: newId(),
          ...place,
          version,
          hundredths: Math.round(value * 100),
          ...{ source, letterNo, letterOn },
          typedBy: looker.officerId,
          typedAt: this.clock.now(),
        };
        await em.insert(TABLES[kind], row);
        await this.audit.record({
          actor: { kind: 'officer', id: looker.officerId },
          act: `indicators.type.${kind}`,
          subjectKind: 'indicator',
          subjectId: code,
          data: { year, version, value },
        });
        return viewOf(row);
      })
      .catch((error: unknown) => {
        throw isAlreadyThere(error) ? new TypedMeanwhile() : error;
      });
  }

  /** The figures that count, one a code and year, in the order of the years. */
  async current(kind: FigureKind, province: string): Promise<readonly TypedFigureView[]> {
    const order = { year: 'ASC', version: 'ASC' } as const;
    const rows = await this.database.reader.find(TABLES[kind], { where: { province }, order });
    const latest = new Map(rows.map((row) => [`${row.code} ${row.year}`, viewOf(row)]));
    return [...latest.values()];
  }

  /** Every version of one figure, oldest first. */
  async history(kind: FigureKind, province: string, code: string, year: number): Promise<readonly TypedFigureView[]> {
    const rows = await this.database.reader.find(TABLES[kind], {
      where: { province, code, year },
      order: { version: 'ASC' },
    });
    return rows.map(viewOf);
  }
}

function viewOf(row: IndicatorBase | OfficialFigure): TypedFigureView {
  const { code, year, source, letterNo, letterOn, typedAt, version } = row;
  return { code, year, value: row.hundredths / 100, source, letterNo, letterDate: letterOn, typedAt, version };
}
