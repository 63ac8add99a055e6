import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { mustBeFresh } from '../access/lock.rules';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { IdentityDecisionInput, IdentityOpeningInput, IdentityRequestInput } from './custody.inputs';
import type { RequestCard } from './identity-desk';
import { IdentityDesk } from './identity-desk';
import { IdentityRequests } from './identity-requests';
import { sendOriginal } from './send-original';

/** Who spoke, for programs: asked, decided, opened. */
@Controller('api/v1')
export class CustodyController {
  constructor(
    private readonly requests: IdentityRequests,
    private readonly desk: IdentityDesk,
  ) {}

  @May('identity.ask')
  @Post('cases/:number/identity-requests')
  async ask(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: IdentityRequestInput,
  ): Promise<{ readonly id: string; readonly state: string }> {
    const { id, state } = await this.requests.ask(looker, number, input);
    return { id, state };
  }

  @May('identity.ask')
  @Get('cases/:number/identity-requests')
  async own(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
  ): Promise<{ readonly requests: readonly RequestCard[] }> {
    return { requests: await this.desk.own(looker, number) };
  }

  @May('identity.ask')
  @Post('cases/:number/identity-openings')
  @HttpCode(200)
  async open(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { request }: IdentityOpeningInput,
  ): Promise<{ readonly identity: Readonly<Record<string, string>> }> {
    mustBeFresh(looker, `/cases/${number}/identity`);
    return { identity: await this.requests.open(looker, number, request) };
  }

  @May('identity.ask')
  @Post('cases/:number/original-openings')
  @HttpCode(200)
  async original(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { request }: IdentityOpeningInput,
    @Res() response: Response,
  ): Promise<void> {
    mustBeFresh(looker, `/cases/${number}/identity`);
    sendOriginal(response, await this.requests.openOriginal(looker, number, request));
  }

  @May('identity.grant')
  @Get('identity-requests')
  async waiting(@Who() looker: Looker): Promise<{ readonly requests: readonly RequestCard[] }> {
    return { requests: await this.desk.forCustodian(looker) };
  }

  @May('identity.grant')
  @Post('identity-requests/:id/decision')
  async decide(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() input: IdentityDecisionInput,
  ): Promise<{ readonly id: string; readonly state: string; readonly untilAt: string | null }> {
    const { state, untilAt } = await this.requests.decide(looker, id, input);
    return { id, state, untilAt };
  }
}
