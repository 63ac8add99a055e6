import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { StaffPages } from '../access/staff-page';
import { STAFF_PATHS } from '../layout/nav';
import { Clock } from '../platform/clock';
import type { Lang } from '../platform/http/language';
import { PinWatch } from './pin-watch';
import { Regrants } from './regrants';
import { SheetsPage } from './sheets-page';
import { UnitKeys } from './unit-keys';
import type { RecoverySheets } from './unit-epochs';
import { UnitRegister } from './unit-register';
import { unitWords } from './unit-words';
import type { UnitTrouble } from './units-page';
import { UnitsPage } from './units-page';
import type { UnitCode } from './units';

/** Long enough to catch up with a day's cases, short enough for a page. */
const SETTLING_MS = 1_500;

/** Draws the units' pages; whoever opens them also pays what is owed to her units. */
@Injectable()
export class UnitViews {
  constructor(
    private readonly register: UnitRegister,
    private readonly regrants: Regrants,
    private readonly unitKeys: UnitKeys,
    private readonly pages: StaffPages,
    private readonly clock: Clock,
    private readonly watch: PinWatch,
  ) {}

  async page(looker: Looker, lang: Lang, trouble: UnitTrouble | null): Promise<string> {
    if (await this.watch.look(looker)) {
      await this.regrants.settle(looker.province, await this.unitKeys.of(looker), SETTLING_MS);
    }
    const units = await this.register.of(looker);
    const w = unitWords(lang);
    const children = <UnitsPage units={units} nameOf={(unit) => nameOf(lang, unit)} trouble={trouble} />;
    return this.pages.render(looker, lang, { title: w.title, lead: w.lead, path: STAFF_PATHS.units, children });
  }

  sheets(looker: Looker, lang: Lang, sheets: RecoverySheets): string {
    const w = unitWords(lang);
    const children = <SheetsPage sheets={sheets} unitName={nameOf(lang, sheets.unit)} madeAt={this.clock.now()} />;
    const title = w.sheetsTitle;
    return this.pages.render(looker, lang, { title, lead: w.sheetsLead, path: STAFF_PATHS.units, children });
  }
}

const nameOf = (lang: Lang, unit: UnitCode): string => {
  const w = unitWords(lang);
  return w.names[unit] ?? `${w.agency} ${unit.slice('agency:'.length)}`;
};
