import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { Settings } from '../platform/config/settings';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import { pageLanguage } from '../platform/http/language';
import { Limited } from '../platform/http/limits';
import { overPage } from './receipt-page';
import { ConfirmationInput, SlipFileInput } from './slip-input';
import type { Answer } from './slips';
import { Slips } from './slips';

/** What can be done with a slip. Everything comes in the body of her own form and goes back to her; nothing is kept. */
@Controller('receipts')
@Limited('public')
export class SlipsController {
  constructor(
    private readonly slips: Slips,
    private readonly province: Province,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Post('confirmation')
  async confirm(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const frame = this.frame(request);
    const outcome = await tryForm(ConfirmationInput, values, frame.lang, async (input) =>
      this.slips.confirm(frame, input),
    );
    const unreadable: Answer = { status: 400, html: overPage(frame) };
    const { status, html } = 'done' in outcome ? outcome.done : unreadable;
    response.status(status).type('html').send(html);
  }

  @Public()
  @Post('file')
  async file(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const frame = this.frame(request);
    const outcome = await tryForm(SlipFileInput, values, frame.lang, async (input) => this.slips.text(frame, input));
    if ('trouble' in outcome) return void response.status(400).type('html').send(overPage(frame));
    response.setHeader('Content-Disposition', 'attachment; filename="receipt.txt"');
    response.status(200).type('text/plain; charset=utf-8').send(outcome.done);
  }

  private frame(request: Request) {
    return { lang: pageLanguage(request), province: this.province, trialMode: this.settings.trialMode };
  }
}
