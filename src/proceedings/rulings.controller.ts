import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Ruling } from './ruling.entity';
import { OverturningInput, RulingApprovalInput, RulingInput } from './ruling.inputs';
import type { RulingState } from './ruling.rules';
import type { RulingCard } from './ruling-sheet';
import { RulingSheets } from './ruling-sheet';
import { Rulings } from './rulings.service';

interface RulingTaken {
  readonly number: string;
  readonly ruling: string;
  readonly state: RulingState;
  /** It waits for a second person (`POST …/rulings/:id/approval`). */
  readonly waiting: boolean;
}

/** ชี้มูล: entered, overturned and read. */
@Controller('api/v1/cases/:number/rulings')
export class RulingsController {
  constructor(
    private readonly rulings: Rulings,
    private readonly sheets: RulingSheets,
  ) {}

  @May('case.rule')
  @Get()
  async list(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
  ): Promise<{ number: string; rulings: readonly RulingCard[] }> {
    const { rulings } = await this.sheets.of(looker, number);
    return { number, rulings };
  }

  @May('case.rule')
  @Post()
  async propose(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: RulingInput,
  ): Promise<RulingTaken> {
    return taken(number, await this.rulings.propose(looker, number, input), true);
  }

  @May('case.rule')
  @Post(':id/approval')
  async decide(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() { decision, reason }: RulingApprovalInput,
  ): Promise<RulingTaken> {
    return taken(number, await this.rulings.decide(looker, number, id, decision === 'grant', reason), false);
  }

  @May('case.rule')
  @Post(':id/overturning')
  async overturn(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() input: OverturningInput,
  ): Promise<RulingTaken> {
    return taken(number, await this.rulings.proposeOverturning(looker, number, id, input), true);
  }
}

const taken = (number: string, { id, state }: Ruling, waiting: boolean): RulingTaken => ({
  number,
  ruling: id,
  state,
  waiting,
});
