import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, SignedIn, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { pageLanguage } from '../platform/http/language';
import { Desk } from './desk';
import { DeskPage } from './desk-page';
import { placeOf } from './place';
import { UnitPage } from './unit-page';
import { UnitWork } from './unit-work';
import { webWords } from './words';

/** Where an officer begins the day: her own work, and the desk's. */
@Controller('desk')
export class DeskPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly unit: UnitWork,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @SignedIn()
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async mine(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const view = await this.desk.of(looker);
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.mine,
      path: STAFF_PATHS.mine,
      children: <DeskPage place={placeOf(lang, this.province, this.clock.now())} view={view} />,
    });
  }

  @May('case.enter')
  @Get('unit')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async ofUnit(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const view = await this.unit.of(looker);
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.unit,
      path: STAFF_PATHS.unit,
      lead: webWords(lang).unit.lead,
      children: <UnitPage place={placeOf(lang, this.province, this.clock.now())} view={view} />,
    });
  }
}
