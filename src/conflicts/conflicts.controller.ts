import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { ReasonInput, WallInput } from './conflict.inputs';
import { Conflicts } from './conflicts';
import { Handovers } from './handovers';
import type { Readership } from './readers';
import { Readers } from './readers';

interface Done {
  readonly number: string;
}

/** Who must not see a case, for programs. */
@Controller('api/v1/cases/:number')
export class ConflictsController {
  constructor(
    private readonly conflicts: Conflicts,
    private readonly handovers: Handovers,
    private readonly readers: Readers,
  ) {}

  @May('case.sort')
  @Get('readers')
  proof(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<Readership> {
    return this.readers.of(looker, number);
  }

  @May('case.sort')
  @Post('wall')
  async wallOff(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { username, reason }: WallInput,
  ): Promise<Done> {
    await this.conflicts.wallOff(looker, number, username, reason);
    return { number };
  }

  @May('case.comment')
  @Post('recusal')
  async recuse(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { reason }: ReasonInput,
  ): Promise<Done> {
    await this.conflicts.recuse(looker, number, reason);
    return { number };
  }

  @May('case.sort')
  @Post('handover')
  async handOver(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { reason }: ReasonInput,
  ): Promise<Done> {
    await this.handovers.handOver(looker, number, reason);
    return { number };
  }
}
