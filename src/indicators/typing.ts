import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import { INDICATORS } from '../agencies/codes';
import type { IndicatorCode } from '../agencies/codes';
import { Clock } from '../platform/clock';
import { WrongFields, say } from '../platform/errors';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import { readYear } from '../statistics/fiscal-year';
import { isFalling } from './measuring';
import type { TypedFigureForm } from './typed-figure.rules';
import { readTypedFigure } from './typed-figure.rules';
import type { FigureKind, TypedFigureView } from './typed-figures';
import { TypedFigures } from './typed-figures';

export interface TypingForm extends TypedFigureForm {
  readonly code?: unknown;
  readonly year?: unknown;
}

/** The secretariat types a base or an official figure: on a form, or through the interface. */
@Injectable()
export class Typing {
  constructor(
    private readonly province: Province,
    private readonly figures: TypedFigures,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongFields naming code, year, value, source, letterNo or letterDate. */
  async type(looker: Looker, kind: FigureKind, form: TypingForm): Promise<TypedFigureView> {
    const today = bangkokDay(this.clock.now());
    const code = this.codeOf(form.code, kind);
    const year = readYear('year', form.year);
    if (year > fiscalYearOf(today)) throw WrongFields.one('year', NOT_BEGUN);
    const unit = code === '3.1' || code === '3.2' ? 'percent' : 'count';
    return this.figures.type(looker, kind, { code, year }, readTypedFigure(form, unit, today));
  }

  private codeOf(given: unknown, kind: FigureKind): IndicatorCode {
    const code = INDICATORS.find((one) => one === given);
    if (!code || !this.province.profile.indicators.some((one) => one.code === code)) {
      throw WrongFields.one('code', UNKNOWN);
    }
    if (kind === 'base' && !isFalling(code)) throw WrongFields.one('code', NO_BASE);
    return code;
  }
}

const UNKNOWN = say('ไม่มีตัวชี้วัดนี้', 'There is no such indicator.');
const NO_BASE = say('ตัวชี้วัดนี้ไม่เทียบกับปีฐาน', 'This indicator is not compared with a base year.');
const NOT_BEGUN = say('ปีงบประมาณนี้ยังไม่เริ่ม', 'This fiscal year has not begun.');
