import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { STAFF_PATHS } from '../layout/nav';
import { Clock } from '../platform/clock';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import type { Upload } from '../platform/http/received-files';
import { Files, TakesFiles } from '../platform/http/received-files';
import { bangkokDay, englishDate, thaiDate } from '../platform/thai/dates';
import { DeskComplaintInput } from './complaint-input';
import { DeskForm, EnteredSlip } from './desk-page';
import type { Entered } from './receive.service';
import { ReceiveService } from './receive.service';
import { deskWords } from './words';

/** The desk's doors: a report typed by an officer, whatever the channel. */
@Controller()
export class DeskController {
  constructor(
    private readonly service: ReceiveService,
    private readonly province: Province,
    private readonly pages: StaffPages,
    private readonly clock: Clock,
  ) {}

  @May('case.enter')
  @TakesFiles()
  @Post('api/v1/desk/complaints')
  enter(@Who() looker: Looker, @Body() input: DeskComplaintInput, @Files() upload: Upload): Promise<Entered> {
    return this.service.enter(looker, input, upload.files);
  }

  @May('case.enter')
  @Get('desk/complaints/new')
  @Header('Content-Type', 'text/html; charset=utf-8')
  form(@Req() request: Request, @Who() looker: Looker): string {
    const lang = pageLanguage(request);
    const today = bangkokDay(this.clock.now());
    return this.formPage(looker, lang, { receivedAt: lang === 'th' ? thaiDate(today) : englishDate(today) }, null);
  }

  @May('case.enter')
  @TakesFiles()
  @Post('desk/complaints/new')
  async file(
    @Req() request: Request,
    @Who() looker: Looker,
    @Body() values: FormValues,
    @Files() upload: Upload,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(DeskComplaintInput, values, lang, (input) =>
      this.service.enter(looker, input, upload.files),
    );
    if ('trouble' in outcome) {
      const { trouble } = outcome;
      response
        .status(trouble.status)
        .type('html')
        .send(this.formPage(looker, lang, values, trouble));
      return;
    }
    response
      .status(201)
      .type('html')
      .send(this.slipPage(looker, lang, outcome.done));
  }

  private formPage(looker: Looker, lang: Lang, values: FormValues, trouble: FormTrouble | null): string {
    const children = <DeskForm values={values} trouble={trouble} province={this.province} />;
    return this.pages.render(looker, lang, { title: deskWords(lang).title, path: STAFF_PATHS.newCase, children });
  }

  private slipPage(looker: Looker, lang: Lang, entered: Entered): string {
    const children = <EnteredSlip lang={lang} province={this.province} entered={entered} />;
    return this.pages.render(looker, lang, { title: deskWords(lang).entered, path: STAFF_PATHS.newCase, children });
  }
}
