import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { LegalLimits } from './legal-limits.service';
import { EndingInput, LegalExtensionInput, LimitChange, LimitInput, MistakeInput } from './limit.inputs';
import type { ProceedingCard } from './proceeding-cards';
import { ProceedingCards } from './proceeding-cards';
import type { Proceeding } from './proceeding.entity';

/** The legal limits of one proceeding; every door answers with the whole proceeding. Numbers count from 1. */
@Controller('api/v1/proceedings/:id/limits')
export class LimitsController {
  constructor(
    private readonly limits: LegalLimits,
    private readonly cards: ProceedingCards,
  ) {}

  @May('case.rule')
  @Post()
  add(@Who() looker: Looker, @Param('id') id: string, @Body() input: LimitInput): Promise<ProceedingCard> {
    return this.card(this.limits.add(looker, id, input));
  }

  @May('case.rule')
  @Patch(':no')
  correct(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() input: LimitChange,
  ): Promise<ProceedingCard> {
    return this.card(this.limits.correct(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':no/taking-back')
  @HttpCode(200)
  takeBack(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() input: MistakeInput,
  ): Promise<ProceedingCard> {
    return this.card(this.limits.takeBack(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':no/extensions')
  extend(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() input: LegalExtensionInput,
  ): Promise<ProceedingCard> {
    return this.card(this.limits.extend(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':no/extensions/:extension/taking-back')
  @HttpCode(200)
  takeBackExtension(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Param('no') no: string,
    @Param('extension') extension: string,
    @Body() input: MistakeInput,
  ): Promise<ProceedingCard> {
    return this.card(this.limits.takeBackExtension(looker, id, no, extension, input));
  }

  @May('case.rule')
  @Post(':no/ending')
  end(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() input: EndingInput,
  ): Promise<ProceedingCard> {
    return this.card(this.limits.end(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':no/ending/taking-back')
  @HttpCode(200)
  takeBackEnding(@Who() looker: Looker, @Param('id') id: string, @Param('no') no: string): Promise<ProceedingCard> {
    return this.card(this.limits.takeBackEnding(looker, id, no));
  }

  private async card(written: Promise<Proceeding>): Promise<ProceedingCard> {
    return this.cards.of(await written);
  }
}
