import { Controller, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import { Answered } from '../platform/http/answered';
import { TakingUp } from './taking-up';

export interface TakenUp {
  readonly number: string;
  readonly status: Status;
  readonly takenUpAt: string | null;
}

@Controller()
export class TakingUpController {
  constructor(private readonly takingUp: TakingUp) {}

  @May('case.sort')
  @Answered((file: TakenUp) => `/cases/${file.number}`)
  @Post(['api/v1/cases/:number/taking-up', 'cases/:number/taking-up'])
  async takeUp(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<TakenUp> {
    const { status, takenUpAt, ...file } = await this.takingUp.takeUp(looker, number);
    return { number: file.number, status, takenUpAt };
  }
}
