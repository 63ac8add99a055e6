import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { pageLanguage } from '../platform/http/language';
import { NoticesPage } from './notices-page';
import { OwnNotices } from './own-notices';
import { placeOf } from './place';
import { PageInput } from './worklist-input';

@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: OwnNotices,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.list')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Who() looker: Looker, @Query() { page = 1 }: PageInput, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const view = await this.notices.of(looker, page);
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.notices,
      path: STAFF_PATHS.notices,
      children: <NoticesPage place={placeOf(lang, this.province, this.clock.now())} view={view} />,
    });
  }
}
