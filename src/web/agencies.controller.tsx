import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { pageLanguage } from '../platform/http/language';
import type { UnlistedRow } from './agencies-page';
import { AgenciesPage } from './agencies-page';
import { webWords } from './words';

/** A register of many years names a few hundred strangers at most. */
const MOST = 1_000;

@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly pages: StaffPages,
  ) {}

  @May('province.manage', 'case.enter')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const { agencies, channels } = this.province;
    const unlisted = may(looker, 'province.manage') ? await this.unlisted() : null;
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.agencies,
      path: STAFF_PATHS.agencies,
      lead: webWords(lang).agencies.lead,
      children: <AgenciesPage lang={lang} agencies={agencies} channels={channels} unlisted={unlisted} />,
    });
  }

  private async unlisted(): Promise<readonly UnlistedRow[]> {
    const rows = await sql<UnlistedRow>(
      this.database.reader,
      `SELECT kind, name FROM unlisted_name WHERE province = $1 LIMIT ${MOST}`,
      [this.province.code],
    );
    const thai = new Intl.Collator('th');
    return rows.sort((a, b) => a.kind.localeCompare(b.kind) || thai.compare(a.name, b.name));
  }
}
