import { Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { spokenNumber } from '../cases/case-number.rules';
import type { FormTrouble } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import type { Upload } from '../platform/http/received-files';
import { Files, TakesFiles } from '../platform/http/received-files';
import { Evidence } from './evidence';
import type { EvidenceAnswer, ExhibitAnswer } from './evidence-answer';
import { answerOf, exhibitOf } from './evidence-answer';
import { EvidencePage } from './evidence-page';
import { HandingOut } from './handing-out';
import { evidenceWords } from './words';

/** The form carries files and nothing else; sent without them, a browser puts their names there. */
class EvidenceForm {
  @IsOptional() readonly files?: unknown;
}

const pathOf = (number: string): string => `/cases/${number}/evidence`;

/** The exhibits of a case, for the desk and the investigator it was given to. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly handingOut: HandingOut,
    private readonly province: Province,
    private readonly pages: StaffPages,
  ) {}

  @May('case.exhibit')
  @Get('api/v1/cases/:number/evidence')
  async list(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<EvidenceAnswer> {
    return answerOf(await this.handingOut.see(looker, number));
  }

  @May('case.exhibit')
  @TakesFiles()
  @Post('api/v1/cases/:number/evidence')
  async add(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Files() upload: Upload,
  ): Promise<{ readonly number: string; readonly exhibits: readonly ExhibitAnswer[] }> {
    const { exhibits } = await this.evidence.bring(looker, number, upload.files);
    return { number, exhibits: exhibits.map(exhibitOf) };
  }

  @May('case.exhibit')
  @Get('cases/:number/evidence')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Req() request: Request,
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), null);
  }

  @May('case.exhibit')
  @TakesFiles()
  @Post('cases/:number/evidence')
  async submit(
    @Req() request: Request,
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Files() upload: Upload,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(EvidenceForm, {}, lang, () => this.evidence.bring(looker, number, upload.files));
    if ('done' in outcome) return response.redirect(303, pathOf(number));
    const { trouble } = outcome;
    response
      .status(trouble.status)
      .type('html')
      .send(await this.draw(looker, number, lang, trouble));
  }

  private async draw(looker: Looker, number: string, lang: Lang, trouble: FormTrouble | null): Promise<string> {
    const seen = await this.handingOut.see(looker, number);
    const { code, profile } = this.province;
    const shown = lang === 'th' ? spokenNumber({ code, short: profile.numberPrefix }, number) : number;
    const { title, lead } = evidenceWords(lang);
    return this.pages.render(looker, lang, {
      title,
      lead: `${shown} · ${lead}`,
      path: pathOf(number),
      children: <EvidencePage lang={lang} seen={seen} trouble={trouble} path={pathOf(number)} />,
    });
  }
}
