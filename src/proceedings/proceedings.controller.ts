import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import type { PressingList } from './limit-cards';
import { LimitCards } from './limit-cards';
import { ProceedingChange, ProceedingInput } from './proceeding.inputs';
import type { ProceedingCard, ProceedingList } from './proceeding-cards';
import { ProceedingCards } from './proceeding-cards';
import { Proceedings } from './proceedings.service';

/** Proceedings of other bodies, province-wide. */
@Controller('api/v1/proceedings')
export class ProceedingsController {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly cards: ProceedingCards,
    private readonly limits: LimitCards,
  ) {}

  @May('case.rule')
  @Get()
  list(@Who() looker: Looker, @Query('page') page?: string): Promise<ProceedingList> {
    return this.cards.list(looker, page);
  }

  @May('case.rule')
  @Post()
  async enter(@Who() looker: Looker, @Body() input: ProceedingInput): Promise<ProceedingCard> {
    return this.cards.of(await this.proceedings.enter(looker, input));
  }

  /** Legal limits that are due within thirty days or have passed, the oldest first. */
  @May('case.rule')
  @Get('limits')
  pressing(@Who() looker: Looker, @Query('page') page?: string): Promise<PressingList> {
    return this.limits.pressing(looker, page);
  }

  @May('case.rule')
  @Get(':id')
  one(@Who() looker: Looker, @Param('id') id: string): Promise<ProceedingCard> {
    return this.cards.find(looker, id);
  }

  @May('case.rule')
  @Patch(':id')
  async change(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() input: ProceedingChange,
  ): Promise<ProceedingCard> {
    return this.cards.of(await this.proceedings.change(looker, id, input));
  }
}
