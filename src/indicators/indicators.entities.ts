import { IndicatorBase } from './indicator-base.entity';
import { OfficialFigure } from './official-figure.entity';

export const INDICATORS_ENTITIES = [IndicatorBase, OfficialFigure] as const;
