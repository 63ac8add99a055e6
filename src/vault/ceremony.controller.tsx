import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { SignedIn, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { CEREMONY_PATH } from '../layout/nav';
import { CeremonyPage } from './ceremony-page';
import { ceremonyWords } from './ceremony-words';

/** The ceremony as one page to be printed: for everybody who has a part in it, the administrator first. */
@Controller('units/ceremony')
export class CeremonyController {
  constructor(private readonly pages: StaffPages) {}

  @SignedIn()
  @Get()
  ceremony(@Who() looker: Looker, @Req() request: Request): string {
    const lang = officeLanguage(request);
    const { title, lead } = ceremonyWords(lang);
    return this.pages.render(looker, lang, { title, lead, path: CEREMONY_PATH, children: <CeremonyPage /> });
  }
}
