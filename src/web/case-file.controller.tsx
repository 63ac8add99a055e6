import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { CaseNotFound } from '../cases/errors';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { CertificateList } from '../records/certificates';
import type { DisposedCase } from '../records/disposal.errors';
import { CaseDisposed } from '../records/disposal.errors';
import { DisposedPage } from '../records/disposals-page';
import { recordsWords } from '../records/words';
import type { CaseForms } from './case-forms';
import { CasePage } from './case-page';
import type { CaseSheet } from './case-sheet';
import { CaseSheets } from './case-sheets';
import { stepPagesFor } from './doors.rules';
import { placeOf } from './place';

/** The case file, for the interface and as the page everything about a case leads back to. */
@Controller()
export class CaseFileController {
  constructor(
    private readonly sheets: CaseSheets,
    private readonly certificates: CertificateList,
    private readonly directory: Directory,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.read')
  @Get('api/v1/cases/:number')
  see(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<CaseSheet> {
    return this.sheetOf(looker, number);
  }

  @May('case.read')
  @Get('cases/:number')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const lang = pageLanguage(request);
    const sheet = await this.sheetOf(looker, number).catch((error: unknown) => {
      if (error instanceof CaseDisposed) return error;
      throw error;
    });
    if (sheet instanceof CaseDisposed) {
      response.status(sheet.status);
      return this.disposedPage(looker, lang, sheet.disposed);
    }
    const place = placeOf(lang, this.province, this.clock.now());
    const forms = await this.forms(sheet);
    return this.pages.render(looker, lang, {
      title: place.number(number),
      path: `/cases/${number}`,
      lead: `${place.type(sheet.type)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <CasePage place={place} sheet={sheet} stepPages={stepPagesFor(looker)} forms={forms} />,
    });
  }

  /** @throws CaseNotFound CaseDisposed */
  private async sheetOf(looker: Looker, number: string): Promise<CaseSheet> {
    try {
      return await this.sheets.see(looker, number);
    } catch (error) {
      const disposed = error instanceof CaseNotFound ? await this.certificates.of(looker, number) : null;
      throw disposed ? new CaseDisposed(disposed) : error;
    }
  }

  private disposedPage(looker: Looker, lang: Lang, disposed: DisposedCase): string {
    const place = placeOf(lang, this.province, this.clock.now());
    return this.pages.render(looker, lang, {
      title: place.number(disposed.number),
      path: `/cases/${disposed.number}`,
      lead: recordsWords(lang).disposed.lead,
      children: <DisposedPage disposed={disposed} />,
    });
  }

  private async forms({ doors }: CaseSheet): Promise<CaseForms> {
    const officers = doors.includes('assignment')
      ? await this.directory.withRole('desk_officer', 'desk_head', 'investigator')
      : [];
    return { officers };
  }
}
