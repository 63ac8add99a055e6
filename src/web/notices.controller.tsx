import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { pageLanguage } from '../platform/http/language';
import { Undelivered } from '../notices/undelivered';
import { NoticesPage } from './notices-page';
import { OwnNotices } from './own-notices';
import { placeOf } from './place';
import { AgainInput, NoticesInput } from './notices-input';
import { webWords } from './words';

@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: OwnNotices,
    private readonly undelivered: Undelivered,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.list')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(
    @Who() looker: Looker,
    @Query() { page = 1, again }: NoticesInput,
    @Req() request: Request,
  ): Promise<string> {
    const lang = pageLanguage(request);
    const view = await this.notices.of(looker, page);
    const undelivered = may(looker, 'notices.resend') ? await this.undelivered.list(looker) : null;
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.notices,
      path: STAFF_PATHS.notices,
      flash: again === undefined ? null : { text: webWords(lang).notices.queuedAgain(again) },
      children: (
        <NoticesPage place={placeOf(lang, this.province, this.clock.now())} view={view} undelivered={undelivered} />
      ),
    });
  }

  /** Given up by the post: to be tried anew, one or all. */
  @May('notices.resend')
  @Post('attempts')
  async tryAgain(@Who() looker: Looker, @Body() { id }: AgainInput, @Res() response: Response): Promise<void> {
    const again = await this.undelivered.tryAgain(looker, id ?? null);
    response.redirect(303, `${STAFF_PATHS.notices}?again=${again}`);
  }
}
