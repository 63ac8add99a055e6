import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { Province } from '../agencies/agencies';
import type { FlashMessage } from '../layout/notice';
import { Notice } from '../layout/notice';
import type { StaffPage } from '../layout/nav';
import { staffNav } from '../layout/nav';
import { Page, renderPage } from '../layout/page';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { LifeSign } from '../platform/jobs/life-sign';
import type { Lang } from '../platform/http/language';
import type { Looker } from './looker';
import type { Act } from './matrix';
import { may } from './matrix';

/** Which act opens which page of the menu. */
const OPENS: Readonly<Partial<Record<StaffPage, readonly Act[]>>> = {
  mine: ['case.list'],
  unit: ['case.enter'],
  all: ['case.list'],
  newCase: ['case.enter'],
  search: ['case.list'],
  notices: ['case.list'],
  statistics: ['statistics.full', 'statistics.own'],
  indicators: ['indicators.see', 'indicators.own'],
  proceedings: ['case.rule'],
  calendar: ['calendar.approve', 'province.manage', 'case.enter'],
  agencies: ['province.manage', 'case.enter'],
  records: ['records.keep'],
  breaches: ['breaches.read'],
  custody: ['identity.grant'],
  clockwork: ['audit.read', 'province.manage'],
  units: ['case.content', 'identity.grant'],
  people: ['people.manage'],
  audit: ['audit.read'],
};

export interface StaffContent {
  readonly title: string;
  /** Without query. */
  readonly path: string;
  readonly lead?: string;
  readonly flash?: FlashMessage | null;
  readonly children?: ComponentChildren;
}

/** What this officer must see to, in one sentence; null: nothing. */
export type Warning = (looker: Looker, lang: Lang) => string | null;

/** Every page inside: the frame with the officer's own menu. */
@Injectable()
export class StaffPages {
  private readonly warnings: Warning[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly province: Province,
    private readonly life: LifeSign,
    private readonly clock: Clock,
  ) {}

  /** At start only: a warning that stands on every page until it is seen to. */
  warnBy(warning: Warning): void {
    this.warnings.push(warning);
  }

  render(looker: Looker, lang: Lang, { children, ...content }: StaffContent): string {
    const { profile } = this.province;
    const { roles } = words(lang).staff;
    const held = { roles: looker.offices ?? looker.roles };
    const open = (page: StaffPage): boolean => !looker.lock && OPENS[page]?.some((act) => may(held, act)) === true;
    const pages = (Object.keys(OPENS) as StaffPage[]).filter(open);
    const warned = looker.lock ? [] : this.warnings.flatMap((warning) => warning(looker, lang) ?? []);
    return renderPage(
      <Page
        lang={lang}
        area="staff"
        trialMode={this.settings.trialMode}
        province={lang === 'th' ? profile.nameTh : profile.nameEn}
        looker={{ name: looker.name, roles: held.roles.map((role) => roles[role]) }}
        nav={staffNav(lang, pages)}
        clockAge={this.life.ageMinutes(this.clock.now())}
        {...content}
      >
        {warned.map((sentence) => (
          <Notice key={sentence} tone="care">
            <p>{sentence}</p>
          </Notice>
        ))}
        {children}
      </Page>,
    );
  }
}
