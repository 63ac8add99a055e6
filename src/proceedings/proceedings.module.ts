import { Module } from '@nestjs/common';
import { LegalLimits } from './legal-limits.service';
import { LimitCards } from './limit-cards';
import { LimitPagesController } from './limit-pages.controller';
import { LimitSheets } from './limit-sheets';
import { LimitWatch } from './limit-watch';
import { LimitsController } from './limits.controller';
import { ProceedingCards } from './proceeding-cards';
import { ProceedingDrawing } from './proceeding-drawing';
import { ProceedingPagesController } from './proceeding-pages.controller';
import { ProceedingsController } from './proceedings.controller';
import { Proceedings } from './proceedings.service';
import { RulingPagesController } from './ruling-pages.controller';
import { RulingSheets } from './ruling-sheet';
import { RulingsController } from './rulings.controller';
import { Rulings } from './rulings.service';

@Module({
  controllers: [
    RulingsController,
    RulingPagesController,
    LimitsController,
    LimitPagesController,
    ProceedingsController,
    ProceedingPagesController,
  ],
  providers: [
    Rulings,
    RulingSheets,
    Proceedings,
    ProceedingCards,
    ProceedingDrawing,
    LegalLimits,
    LimitSheets,
    LimitCards,
    LimitWatch,
  ],
  exports: [Rulings, Proceedings, LegalLimits, LimitCards, LimitWatch],
})
export class ProceedingsModule {}
