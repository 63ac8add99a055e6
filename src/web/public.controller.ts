import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { Settings } from '../platform/config/settings';
import { pageLanguage } from '../platform/http/language';
import { Squeezed } from '../platform/http/squeezed';
import { channelsPage } from './channels-page';
import { homePage } from './home-page';
import type { PublicFrame } from './public-frame';
import { safetyPage } from './safety-page';

/** Pages for whoever comes: no cookie is needed, none is looked at. */
@Controller()
@Squeezed()
export class PublicController {
  constructor(
    private readonly province: Province,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  home(@Req() request: Request): string {
    return homePage(this.frame(request));
  }

  @Public()
  @Get('channels')
  @Header('Content-Type', 'text/html; charset=utf-8')
  channels(@Req() request: Request): string {
    return channelsPage(this.frame(request));
  }

  @Public()
  @Get('safety')
  @Header('Content-Type', 'text/html; charset=utf-8')
  safety(@Req() request: Request): string {
    return safetyPage(this.frame(request));
  }

  private frame(request: Request): PublicFrame {
    return { lang: pageLanguage(request), province: this.province, trialMode: this.settings.trialMode };
  }
}
