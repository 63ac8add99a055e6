import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Province } from '../agencies/agencies';
import { Public } from '../access/may';
import { Settings } from '../platform/config/settings';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import { pageLanguage } from '../platform/http/language';
import { Limited } from '../platform/http/limits';
import type { Upload } from '../platform/http/received-files';
import { Files, TakesFiles } from '../platform/http/received-files';
import { complaintPage } from './complaint-page';
import { PublicComplaintInput } from './complaint-input';
import { Slips } from '../reporters/slips';
import { IntakeGate } from '../vault/intake-gate';
import { notYetOpenPage } from './not-yet-open-page';
import type { Filed } from './receive.service';
import { ReceiveService } from './receive.service';
import { filesTold } from '../evidence/file-words';

/** The public's doors: the form, and the interface behind it. */
@Controller()
@Limited('public')
export class ReceiveController {
  constructor(
    private readonly service: ReceiveService,
    private readonly gate: IntakeGate,
    private readonly slips: Slips,
    private readonly province: Province,
    private readonly settings: Settings,
  ) {}

  @Public()
  @TakesFiles()
  @Post('api/v1/complaints')
  receive(@Body() input: PublicComplaintInput, @Files() upload: Upload): Promise<Filed> {
    return this.service.receive(input, upload.files);
  }

  @Public()
  @Get('complaints/new')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async form(@Req() request: Request): Promise<string> {
    const frame = this.frame(request);
    if (!(await this.gate.isOpen(this.province.code))) return notYetOpenPage(frame);
    return complaintPage({ ...frame, values: {}, trouble: null });
  }

  @Public()
  @TakesFiles()
  @Post('complaints/new')
  async file(
    @Req() request: Request,
    @Body() values: FormValues,
    @Files() upload: Upload,
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.frame(request);
    const outcome = await tryForm(PublicComplaintInput, values, frame.lang, (input) =>
      this.service.receive(input, upload.files),
    );
    if ('trouble' in outcome) {
      const { trouble } = outcome;
      response
        .status(trouble.status)
        .type('html')
        .send(complaintPage({ ...frame, values, trouble }));
      return;
    }
    const { acknowledgeBy, files, leftOut } = outcome.done;
    const notes = filesTold(frame.lang, files ?? 0, leftOut ?? []);
    const page = await this.slips.handOut(frame, outcome.done, { by: acknowledgeBy, notes });
    response.status(201).type('html').send(page);
  }

  private frame(request: Request) {
    const { trialMode, mail } = this.settings;
    return { lang: pageLanguage(request), province: this.province, trialMode, mails: mail !== null };
  }
}
