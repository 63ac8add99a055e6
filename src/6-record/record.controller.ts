import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import { RecordInput, ReopeningInput, WithdrawalInput } from './record.inputs';
import { RecordService } from './record.service';
import { Reopening } from './reopening.service';
import { Withdrawals } from './withdrawal.service';

interface Taken {
  readonly number: string;
  readonly status: Status;
  /** It waits for a second person (`POST …/approval`). */
  readonly waiting: boolean;
}

/** Step 6, and how a case is taken up again or withdrawn. */
@Controller()
export class RecordController {
  constructor(
    private readonly records: RecordService,
    private readonly reopenings: Reopening,
    private readonly withdrawals: Withdrawals,
  ) {}

  @May('case.record.propose')
  @Post('api/v1/cases/:number/record')
  async record(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: RecordInput,
  ): Promise<Taken & { record: string }> {
    const { id } = await this.records.propose(looker, number, input);
    return { number, status: 'ordered', waiting: true, record: id };
  }

  @May('case.reopen')
  @Post('api/v1/cases/:number/reopening')
  async reopen(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ReopeningInput,
  ): Promise<Taken> {
    const { status } = await this.reopenings.propose(looker, number, input.reason);
    return { number, status, waiting: true };
  }

  /** A grievance is withdrawn at once, an accusation waits for the desk head. */
  @May('case.withdraw')
  @Post('api/v1/cases/:number/withdrawal')
  async withdraw(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: WithdrawalInput,
  ): Promise<Taken> {
    const { status } = await this.withdrawals.take(looker, number, input);
    return { number, status, waiting: status !== 'withdrawn' };
  }
}
