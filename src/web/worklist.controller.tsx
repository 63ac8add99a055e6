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
import { placeOf } from './place';
import { Worklist } from './worklist';
import type { WorklistPage } from './worklist';
import { WorklistInput } from './worklist-input';
import { WorklistView } from './worklist-page';

/** The list of cases: for the interface and as a page with filters. */
@Controller()
export class WorklistController {
  constructor(
    private readonly worklist: Worklist,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.list')
  @Get('api/v1/cases')
  list(@Who() looker: Looker, @Query() input: WorklistInput): Promise<WorklistPage> {
    return this.worklist.list(looker, input);
  }

  @May('case.list')
  @Get('cases')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Who() looker: Looker, @Query() input: WorklistInput, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const list = await this.worklist.list(looker, input);
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.all,
      path: STAFF_PATHS.all,
      children: <WorklistView place={placeOf(lang, this.province, this.clock.now())} list={list} input={input} />,
    });
  }
}
