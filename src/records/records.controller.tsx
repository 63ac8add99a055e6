import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { WrongFields, say } from '../platform/errors';
import { pageLanguage } from '../platform/http/language';
import type { Certificates } from './certificates';
import { CertificateList } from './certificates';
import { DISPOSALS_PATH, DisposalsPage } from './disposals-page';
import { RecordsPage } from './records-page';
import type { PastCases } from './retention';
import { RetentionList } from './retention';
import { recordsWords } from './words';

/** What the desk head must decide about next: cases kept as long as they must be. */
@Controller()
export class RecordsController {
  constructor(
    private readonly retention: RetentionList,
    private readonly certificates: CertificateList,
    private readonly province: Province,
    private readonly pages: StaffPages,
  ) {}

  @May('records.keep')
  @Get('api/v1/records')
  list(@Who() looker: Looker, @Query('page') page: unknown): Promise<PastCases> {
    return this.retention.past(looker, pageOf(page));
  }

  @May('records.keep')
  @Get('records')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Who() looker: Looker, @Req() request: Request, @Query('page') page: unknown): Promise<string> {
    const lang = pageLanguage(request);
    const { title, lead } = recordsWords(lang);
    const past = await this.retention.past(looker, pageOf(page));
    const typeName = (code: string): string => {
      const type = this.province.types.find((one) => one.code === code);
      return (lang === 'en' ? type?.nameEn : type?.nameTh) ?? code;
    };
    const children = <RecordsPage past={past} province={this.province} typeName={typeName} />;
    return this.pages.render(looker, lang, { title, lead, path: STAFF_PATHS.records, children });
  }

  @May('records.keep')
  @Get('api/v1/records/disposals')
  disposals(@Who() looker: Looker, @Query('page') page: unknown): Promise<Certificates> {
    return this.certificates.list(looker, pageOf(page));
  }

  @May('records.keep')
  @Get('records/disposals')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async showDisposals(@Who() looker: Looker, @Req() request: Request, @Query('page') page: unknown): Promise<string> {
    const lang = pageLanguage(request);
    const { disposals: title, disposalsLead: lead } = recordsWords(lang);
    const children = <DisposalsPage list={await this.certificates.list(looker, pageOf(page))} />;
    return this.pages.render(looker, lang, { title, lead, path: DISPOSALS_PATH, children });
  }
}

/** From 1; left out is the first. */
function pageOf(given: unknown): number {
  if (given === undefined || given === '') return 1;
  const page = Number(given);
  if (typeof given === 'string' && Number.isInteger(page) && page >= 1 && page <= 1_000_000) return page;
  throw WrongFields.one('page', say('หน้าต้องเป็นจำนวนเต็มตั้งแต่ ๑', 'The page is a whole number from 1.'));
}
