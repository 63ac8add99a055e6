import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { Answered } from '../platform/http/answered';
import { Approvals } from './approvals';
import type { CaseFile } from './case-file.entity';
import { ApprovalInput, AssignmentInput, CommentInput } from './case-inputs';
import { CaseNumberPipe } from './case-number.pipe';
import { DeskWork } from './desk-work';
import type { Status } from './moves.rules';

export interface CaseMoved {
  readonly number: string;
  readonly status: Status;
}

export const moved = (file: CaseFile): CaseMoved => ({ number: file.number, status: file.status });

/** Acts that belong to no step. A posted form is answered with the case's page, JSON with the case's status. */
@Controller()
export class CasesController {
  constructor(
    private readonly approvals: Approvals,
    private readonly desk: DeskWork,
  ) {}

  @May('case.end.grant', 'case.record.grant', 'case.reopen', 'case.rule', 'case.withdraw', 'records.dispose.grant')
  @Answered((file: CaseMoved) => `/cases/${file.number}`)
  @Post(['api/v1/cases/:number/approval', 'cases/:number/approval'])
  async approve(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ApprovalInput,
  ): Promise<CaseMoved> {
    const { decision, ...which } = input;
    return moved(await this.approvals.decide(looker, number, { grant: decision === 'grant', ...which }));
  }

  @May('case.assign')
  @Answered((file: CaseMoved) => `/cases/${file.number}`)
  @Post(['api/v1/cases/:number/assignment', 'cases/:number/assignment'])
  async assign(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: AssignmentInput,
  ): Promise<CaseMoved> {
    return moved(await this.desk.assign(looker, number, input.username));
  }

  @May('case.comment')
  @Answered((file: CaseMoved) => `/cases/${file.number}`)
  @Post(['api/v1/cases/:number/comments', 'cases/:number/comments'])
  async comment(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: CommentInput,
  ): Promise<CaseMoved> {
    return moved(await this.desk.comment(looker, number, input.text));
  }
}
