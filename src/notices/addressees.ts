import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { postboxOf } from '../access/officer.rules';
import { OfficersService } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import { numberIn } from '../cases/number-in';
import { withinReach } from '../cases/reach';
import { SealBroken } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { Alarm } from '../platform/http/alarm';
import { Addresses } from '../reporters/addresses';
import type { Letter } from './letters';
import { REPORTER_LETTER, officersLetter } from './letters';
import type { Taken } from './outbox';
import { isToReporter } from './post.rules';
import { noticeSays } from './words';

/** To whom and what; or why nothing is posted. */
export type Mail = { readonly to: string; readonly letter: Letter } | { readonly none: 'withheld' | 'queued' };

/** Who a notice goes to, asked again at the hour of posting: people leave, walls are raised, addresses are taken back. */
@Injectable()
export class Addressees {
  constructor(
    private readonly database: Database,
    private readonly officers: OfficersService,
    private readonly addresses: Addresses,
    private readonly province: Province,
    private readonly alarm: Alarm,
  ) {}

  of(taken: Taken): Promise<Mail> {
    return isToReporter(taken.kind) ? this.reporter(taken) : this.officer(taken);
  }

  private async reporter({ recipient }: Taken): Promise<Mail> {
    const to = await this.opened(recipient);
    return to === null ? { none: 'withheld' } : { to, letter: REPORTER_LETTER };
  }

  /** A row that was changed or moved to another case opens nothing, raises the alarm and is not tried again (KEYS K3). */
  private async opened(alias: string): Promise<string | null> {
    try {
      return await this.addresses.open(alias);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      await this.alarm.raise('seal.broken');
      return null;
    }
  }

  /** Nothing goes to whom the case is hidden from or who would not find it on her page; without an address it stays there. */
  private async officer({ recipient, caseId, kind, clock }: Taken): Promise<Mail> {
    const found = await this.officers.activeLooker(recipient);
    if (!found) return { none: 'withheld' };
    const file = caseId === null ? null : await this.inReachOf(found.looker, caseId);
    // A proceeding without a case is the business of everybody who enters them.
    if (caseId === null ? may(found.looker, 'case.rule') === null : file === null) return { none: 'withheld' };
    const to = postboxOf(found.officer);
    if (to === null) return { none: 'queued' };
    const number = file && { th: this.numberIn('th', file), en: this.numberIn('en', file) };
    const says = { th: noticeSays('th', kind, clock), en: noticeSays('en', kind, clock) };
    return { to, letter: officersLetter({ number, says }) };
  }

  private inReachOf(looker: Looker, id: string): Promise<CaseFile | null> {
    const query = this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f').where('f.id = :id', { id });
    return withinReach(query, looker, 'case.list').getOne();
  }

  private numberIn(lang: 'th' | 'en', { number }: CaseFile): string {
    return numberIn(lang, this.province, number);
  }
}
