import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { pageLanguage } from '../platform/http/language';
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
    private readonly directory: Directory,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.read')
  @Get('api/v1/cases/:number')
  see(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<CaseSheet> {
    return this.sheets.see(looker, number);
  }

  @May('case.read')
  @Get('cases/:number')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    const lang = pageLanguage(request);
    const sheet = await this.sheets.see(looker, number);
    const place = placeOf(lang, this.province, this.clock.now());
    const forms = await this.forms(sheet);
    return this.pages.render(looker, lang, {
      title: place.number(number),
      path: `/cases/${number}`,
      lead: `${place.type(sheet.type)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <CasePage place={place} sheet={sheet} stepPages={stepPagesFor(looker)} forms={forms} />,
    });
  }

  private async forms({ doors }: CaseSheet): Promise<CaseForms> {
    const officers = doors.includes('assignment')
      ? await this.directory.withRole('desk_officer', 'desk_head', 'investigator')
      : [];
    return { officers };
  }
}
