import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import { instantAt } from '../platform/thai/dates';
import { Compartments } from '../vault/compartments';
import { startOfDay } from './register-dates.rules';
import type { RegisterEntry } from './register-row.rules';
import type { Named } from './register-words';
import { UnlistedNames } from './unlisted-names';

interface SentTo {
  readonly agency: Named;
  readonly lead: boolean;
}

/** To whom an old register says a case was sent, and whether the answer came. */
@Injectable()
export class RegisterReferrals {
  constructor(
    private readonly referrals: Referrals,
    private readonly unlisted: UnlistedNames,
    private readonly compartments: Compartments,
    private readonly province: Province,
  ) {}

  /** Inside a write. Answered unless the case still waits with the agencies; only then is there more to seal to it. */
  async enter(file: CaseFile, entry: RegisterEntry, sent: SentTo): Promise<void> {
    const referral = await this.send(file, entry, sent);
    if (file.status === 'referred') return this.compartments.openReferral(file, referral.id, referral.agencyCode);
    // In time is judged by the register's own due date; without one, or without a day of answer, nobody can tell.
    const dueAt = entry.dueOn && instantAt(entry.dueOn, '16:30');
    const at = entry.statusReportedOn && startOfDay(entry.statusReportedOn);
    await this.referrals.settle({ ...referral, dueAt }, 'final', { at });
  }

  /** Sent on the day of the letter, else counted on the day of receipt; no clock of ours, so no due instant. */
  private async send(file: CaseFile, entry: RegisterEntry, { agency, lead }: SentTo): Promise<Referral> {
    const known = 'code' in agency;
    const row = {
      agencyCode: known ? agency.code : null,
      unlistedId: known ? null : await this.unlisted.idOf('agency', agency.unlisted),
      recipientKind: known && agency.code === this.province.desk.code ? ('self' as const) : ('agency' as const),
      purpose: 'act' as const,
      lead,
      sentAt: entry.letterOn ? startOfDay(entry.letterOn) : file.receivedAt,
      letterNo: null,
      letterDate: entry.letterOn,
      signedAs: null,
      packItem: null,
      imported: true,
    };
    return this.referrals.add(file, row, entry.dueOn);
  }
}
