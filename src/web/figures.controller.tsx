import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Public, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { PUBLIC_PATHS, STAFF_PATHS } from '../layout/nav';
import { Page, renderPage } from '../layout/page';
import type { PageProps } from '../layout/page';
import { Settings } from '../platform/config/settings';
import { pageLanguage } from '../platform/http/language';
import { Squeezed } from '../platform/http/squeezed';
import { readFiscalYear } from '../statistics/fiscal-year';
import { Statistics } from '../statistics/statistics.service';
import { Names } from './figures-names';
import { AgenciesContent, StatisticsContent } from './figures-pages';
import { FiguresView } from './figures-view';
import type { YearView } from './figures-view';
import { figuresPageWords } from './figures-words';
import { agencyAsked } from './statistics.controller';

const AGENCIES = '/statistics/agencies';
const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;

/** The statistics pages: the public one, and the one inside that shows as much as the reader may see. */
@Controller()
export class FiguresController {
  constructor(
    private readonly province: Province,
    private readonly statistics: Statistics,
    private readonly views: FiguresView,
    private readonly pages: StaffPages,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Squeezed()
  @Get('statistics')
  @Header(...HTML)
  async open(
    @Req() request: Request,
    @Query('fiscalYear') year?: unknown,
    @Query('agency') agency?: unknown,
  ): Promise<string> {
    const w = figuresPageWords(pageLanguage(request));
    const view = await this.openView(year, agencyAsked(this.province, agency));
    const paths = { path: PUBLIC_PATHS.stats, agenciesPath: AGENCIES };
    const content = <StatisticsContent view={view} names={this.names(request)} agencies={[]} {...paths} />;
    return this.openPage(request, { title: w.title, lead: w.lead, children: content });
  }

  @Public()
  @Squeezed()
  @Get('statistics/agencies')
  @Header(...HTML)
  async agencies(@Req() request: Request, @Query('fiscalYear') year?: unknown): Promise<string> {
    const w = figuresPageWords(pageLanguage(request));
    const view = await this.openView(year, null);
    const paths = { path: AGENCIES, openPath: PUBLIC_PATHS.stats };
    const content = <AgenciesContent view={view} names={this.names(request)} agencies={this.offices} {...paths} />;
    return this.openPage(request, { title: w.byAgencyPage, lead: w.byAgencyLead, children: content });
  }

  @May('statistics.full', 'statistics.own')
  @Get('desk/statistics')
  @Header(...HTML)
  async inside(
    @Req() request: Request,
    @Who() looker: Looker,
    @Query('fiscalYear') year?: unknown,
    @Query('agency') agency?: unknown,
  ): Promise<string> {
    const lang = officeLanguage(request);
    const w = figuresPageWords(lang);
    const full = may(looker, 'statistics.full');
    const fiscalYear = readFiscalYear(year, this.statistics.today);
    const agencyCode = full ? agencyAsked(this.province, agency) : looker.agencyCode;
    const view = await this.views.year({
      fiscalYear,
      agencyCode,
      hideSmall: full === 'no_crossings' || looker.hidden.length > 0,
    });
    const children = (
      <StatisticsContent
        view={view}
        names={new Names(this.province, lang)}
        path={STAFF_PATHS.statistics}
        agencies={full ? this.offices : []}
      />
    );
    return this.pages.render(looker, lang, { title: w.title, lead: w.lead, path: STAFF_PATHS.statistics, children });
  }

  /** Offices that have officials of their own. */
  private get offices() {
    return this.province.agencies.filter(({ isCollective }) => !isCollective);
  }

  private names(request: Request): Names {
    return new Names(this.province, pageLanguage(request));
  }

  private openView(year: unknown, agencyCode: string | null): Promise<YearView> {
    return this.views.year({ fiscalYear: readFiscalYear(year, this.statistics.today), agencyCode, hideSmall: true });
  }

  private openPage(request: Request, content: Pick<PageProps, 'title' | 'lead' | 'children'>): string {
    const lang = pageLanguage(request);
    const { nameTh, nameEn } = this.province.profile;
    const { trialMode } = this.settings;
    const frame = { lang, trialMode, province: lang === 'th' ? nameTh : nameEn, path: PUBLIC_PATHS.stats };
    return renderPage(<Page area="public" {...frame} {...content} />);
  }
}
