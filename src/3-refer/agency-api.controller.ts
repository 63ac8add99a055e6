import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/may';
import type { Purpose, ReferralState } from '../cases/codes';
import { send } from '../evidence/copies.controller';
import type { CleanKind } from '../evidence/kinds.rules';
import { Limited } from '../platform/http/limits';
import { AgencyDesk } from './agency-desk';
import { AgencyDoor } from './agency-door';
import type { OpenAgencySession } from './agency-sessions';
import { AnswerInput } from './answer-input';
import type { AnswerKind } from './answer.rules';
import { isLast } from './answer.rules';
import { AgencyCodeInput } from './code-input';
import { AgencyCodeNeeded } from './errors';
import type { AnswerView } from './referral-papers';

interface LentTold {
  readonly number: string;
  readonly purpose: Purpose;
  readonly state: ReferralState;
  readonly sentAt: string;
  readonly dueAt: string | null;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly pack: string | null;
  readonly files: readonly { readonly no: number; readonly kind: CleanKind }[];
  readonly answers: readonly AnswerView[];
  readonly mayAnswer: readonly AnswerKind[];
  /** The code opens nothing after this instant. */
  readonly until: string;
}

/** The door of agencies without an account, for programs: the same code, the same referral. */
@Controller('api/v1/agency')
@Limited('public')
export class AgencyApiController {
  constructor(
    private readonly door: AgencyDoor,
    private readonly desk: AgencyDesk,
  ) {}

  @Public()
  @Post('sessions')
  @HttpCode(204)
  open(
    @Req() request: Request,
    @Body() { code }: AgencyCodeInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    return this.door.open(code, request, response);
  }

  @Public()
  @Delete('sessions')
  @HttpCode(204)
  leave(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.door.leave(request, response);
  }

  @Public()
  @Get('referral')
  async referral(@Req() request: Request): Promise<LentTold> {
    const { number, one, mayAnswer, until } = await this.desk.see(await this.within(request));
    const { purpose, state, sentAt, dueAt, letterNo, letterDate } = one.referral;
    return {
      ...{ number, purpose, state, sentAt, dueAt, letterNo, letterDate, mayAnswer, until },
      pack: one.pack,
      files: one.copies.map(({ no, kind }) => ({ no, kind })),
      answers: one.answers,
    };
  }

  @Public()
  @Post('referral/answers')
  async answer(
    @Req() request: Request,
    @Body() input: AnswerInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly answerId: string; readonly state: ReferralState }> {
    const { answer, referral } = await this.desk.answer(await this.within(request), input);
    if (isLast(answer.kind)) this.door.forget(response);
    return { answerId: answer.id, state: referral.state };
  }

  @Public()
  @Get('referral/files/:no')
  async file(@Req() request: Request, @Param('no') no: string, @Res() response: Response): Promise<void> {
    send(response, await this.desk.copy(await this.within(request), no), 'attachment');
  }

  /** @throws AgencyCodeNeeded */
  private async within(request: Request): Promise<OpenAgencySession> {
    const session = await this.door.within(request);
    if (!session) throw new AgencyCodeNeeded();
    return session;
  }
}
