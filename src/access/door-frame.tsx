import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { ComponentChildren } from 'preact';
import { Province } from '../agencies/agencies';
import { Page, renderPage } from '../layout/page';
import { Settings } from '../platform/config/settings';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';

export interface DoorContent {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** The officers' pages that stand before signing in: the same frame, nobody in it. */
@Injectable()
export class DoorFrame {
  constructor(
    private readonly settings: Settings,
    private readonly province: Province,
  ) {}

  render(request: Request, content: DoorContent): string {
    const lang = officeLanguage(request);
    const { nameTh, nameEn } = this.province.profile;
    const province = lang === 'en' ? nameEn : nameTh;
    const { trialMode } = this.settings;
    return renderPage(
      <Page lang={lang} path={request.path} area="staff" trialMode={trialMode} province={province} {...content} />,
    );
  }
}

/** Pages inside speak Thai and English; Malay is for reporters. */
export const officeLanguage = (request: Request): Exclude<Lang, 'ms'> => (pageLanguage(request) === 'en' ? 'en' : 'th');
