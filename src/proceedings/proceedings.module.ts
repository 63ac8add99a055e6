import { Module } from '@nestjs/common';
import { ProceedingCards } from './proceeding-cards';
import { ProceedingPagesController } from './proceeding-pages.controller';
import { ProceedingsController } from './proceedings.controller';
import { Proceedings } from './proceedings.service';
import { RulingPagesController } from './ruling-pages.controller';
import { RulingSheets } from './ruling-sheet';
import { RulingsController } from './rulings.controller';
import { Rulings } from './rulings.service';

@Module({
  controllers: [RulingsController, RulingPagesController, ProceedingsController, ProceedingPagesController],
  providers: [Rulings, RulingSheets, Proceedings, ProceedingCards],
  exports: [Rulings, Proceedings],
})
export class ProceedingsModule {}
