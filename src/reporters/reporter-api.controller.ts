import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/may';
import { Limited } from '../platform/http/limits';
import { ReceiptInput } from './code-input';
import { ReceiptNeeded } from './errors';
import type { Letter } from './mailbox';
import { MyReport } from './my-report';
import { AddressInput, LetterInput, RatingInput, SafetyInput } from './my-report-input';
import { ReporterActs } from './reporter-acts';
import { ReporterDoor } from './reporter-door';
import type { OpenSession } from './reporter-sessions';

interface LettersAnswer {
  /** Newest last. */
  readonly messages: readonly Letter[];
}

/** The reporter's own page for programs: the same door, the same acts. */
@Controller('api/v1/reporter')
@Limited('public')
export class ReporterApiController {
  constructor(
    private readonly door: ReporterDoor,
    private readonly report: MyReport,
    private readonly acts: ReporterActs,
  ) {}

  @Public()
  @Post('sessions')
  open(
    @Req() request: Request,
    @Body() { receipt }: ReceiptInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly number: string }> {
    return this.door.open(receipt, request, response);
  }

  @Public()
  @Delete('sessions')
  @HttpCode(204)
  leave(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.door.leave(request, response);
  }

  @Public()
  @Get('messages')
  async messages(@Req() request: Request): Promise<LettersAnswer> {
    return { messages: await this.report.letters(await this.within(request)) };
  }

  @Public()
  @Post('messages')
  async write(@Req() request: Request, @Body() input: LetterInput): Promise<LettersAnswer> {
    const session = await this.within(request);
    await this.acts.do('message', session, input);
    return { messages: await this.report.letters(session) };
  }

  @Public()
  @HttpCode(204)
  @Post('rating')
  async rate(@Req() request: Request, @Body() input: RatingInput): Promise<void> {
    await this.acts.do('rating', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Post('review')
  async review(@Req() request: Request, @Body() input: LetterInput): Promise<void> {
    await this.acts.do('review', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Post('withdrawal')
  async withdraw(@Req() request: Request, @Body() input: LetterInput): Promise<void> {
    await this.acts.do('withdrawal', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Post('reprisal')
  async reprisal(@Req() request: Request, @Body() input: LetterInput): Promise<void> {
    await this.acts.do('reprisal', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Post('safety')
  async safety(@Req() request: Request, @Body() input: SafetyInput): Promise<void> {
    await this.acts.do('safety', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Put('address')
  async leaveAddress(@Req() request: Request, @Body() input: AddressInput): Promise<void> {
    await this.acts.do('address', await this.within(request), input);
  }

  @Public()
  @HttpCode(204)
  @Delete('address')
  async takeAddressBack(@Req() request: Request): Promise<void> {
    await this.acts.do('addressRemoval', await this.within(request), {});
  }

  /** @throws ReceiptNeeded */
  private async within(request: Request): Promise<OpenSession> {
    const session = await this.door.within(request);
    if (!session) throw new ReceiptNeeded();
    return session;
  }
}
