import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { DisclosureCard } from './disclosure-desk';
import { DisclosureDesk } from './disclosure-desk';
import { DisclosureOrderInput, GivingInput } from './disclosure.inputs';
import type { Ordered } from './disclosures';
import { Disclosures } from './disclosures';

/** Disclosure ordered by law, for programs. The opening itself goes through `identity-openings` or `original-openings`. */
@Controller('api/v1/cases/:number/disclosures')
export class DisclosuresController {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly desk: DisclosureDesk,
  ) {}

  @May('identity.ask')
  @Get()
  async on(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
  ): Promise<{ readonly disclosures: readonly DisclosureCard[] }> {
    return { disclosures: await this.desk.on(looker, number) };
  }

  @May('identity.ask')
  @Post()
  enter(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: DisclosureOrderInput,
  ): Promise<Ordered> {
    return this.disclosures.enter(looker, number, input);
  }

  @May('identity.ask')
  @Post(':id/giving')
  @HttpCode(204)
  give(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() input: GivingInput,
  ): Promise<void> {
    return this.disclosures.give(looker, number, id, input);
  }
}
