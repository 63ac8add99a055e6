import { Module } from '@nestjs/common';
import { IndicatorsController } from './indicators.controller';
import { Indicators } from './indicators.service';
import { Measuring } from './measuring';
import { TypedFigures } from './typed-figures';
import { Typing } from './typing';

/** Goal 2 and 3: definitions from the profile, counts from facts, bases and official figures typed in. */
@Module({
  controllers: [IndicatorsController],
  providers: [Indicators, Measuring, TypedFigures, Typing],
  exports: [Indicators, TypedFigures, Typing],
})
export class IndicatorsModule {}
