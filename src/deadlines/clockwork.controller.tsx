import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { OfficersService } from '../access/officers.service';
import { StaffPages } from '../access/staff-page';
import { STAFF_PATHS } from '../layout/nav';
import { Certificates } from './certificates';
import type { ClockworkState } from './clockwork-day.rules';
import { certified, vacantOffices } from './clockwork-day.rules';
import { ClockworkPage } from './clockwork-page';
import { Pulse } from './pulse';
import { deadlineWords } from './words';

const MONTH = 31;

/** Whether the clockwork goes, and the certificate of each day: for who keeps the system and who checks it. */
@Controller()
export class ClockworkController {
  constructor(
    private readonly certificates: Certificates,
    private readonly pulse: Pulse,
    private readonly officers: OfficersService,
    private readonly pages: StaffPages,
  ) {}

  @May('audit.read', 'province.manage')
  @Get('api/v1/clockwork')
  async state(@Who() looker: Looker): Promise<ClockworkState> {
    const seesFigures = may(looker, 'audit.read') !== null;
    const certificates = (await this.certificates.latest(MONTH)).map((one) => certified(one, seesFigures));
    const vacant = vacantOffices(await this.officers.active());
    return { lastBeat: await this.pulse.last(), certificates, vacant };
  }

  @May('audit.read', 'province.manage')
  @Get('clockwork')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    const lang = officeLanguage(request);
    const { title, lead } = deadlineWords(lang).clockwork;
    const children = <ClockworkPage {...await this.state(looker)} />;
    return this.pages.render(looker, lang, { title, lead, path: STAFF_PATHS.clockwork, children });
  }
}
