import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { HandedCopy } from './handing-out';
import { HandingOut } from './handing-out';
import { HANDED_AS, isPicture } from './kinds.rules';

/** Cleaned copies, as files to keep; a picture may be looked at. Nothing is shown under a type of its own. */
@Controller()
export class CopiesController {
  constructor(private readonly handingOut: HandingOut) {}

  @May('case.exhibit')
  @Get(['api/v1/cases/:number/evidence/:no/copy', 'cases/:number/evidence/:no/copy'])
  async copy(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('no') no: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.handingOut.handOut(looker, number, no), 'attachment');
  }

  @May('case.exhibit')
  @Get('cases/:number/evidence/:no/picture')
  async picture(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('no') no: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.handingOut.handOut(looker, number, no, isPicture), 'inline');
  }
}

/** The browser is told what it is, not to guess, not to run, and not to keep. */
export function send(response: Response, { bytes, kind, name }: HandedCopy, as: 'attachment' | 'inline'): void {
  response
    .status(200)
    .setHeader('Content-Type', HANDED_AS[kind].type)
    .setHeader('Content-Disposition', `${as}; filename="${name}"`)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
    .setHeader('Cache-Control', 'no-store')
    .end(bytes);
}
