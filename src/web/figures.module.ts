import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ChartsController } from './charts.controller';
import { FiguresController } from './figures.controller';
import { FiguresView } from './figures-view';
import { IndicatorPagesController } from './indicators-pages.controller';
import { StatisticsController } from './statistics.controller';

/** Figures as pages, pictures, JSON and CSV. */
@Module({
  imports: [IndicatorsModule],
  controllers: [StatisticsController, FiguresController, IndicatorPagesController, ChartsController],
  providers: [FiguresView],
})
export class FiguresModule {}
