import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import { Clock } from '../platform/clock';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Compartments } from '../vault/compartments';
import { Vault } from '../vault/vault';
import { allegationText } from './allegation-words';
import type { Recipient } from './recipients.rules';
import type { ReferralsInput } from './referrals-input';

/** What all recipients of one sending get. */
export interface Enclosed {
  readonly message: string | undefined;
  readonly signatory: string | undefined;
  readonly allegation: string | null;
}

/** What is sent, sealed for each recipient apart. Who reported is never in it. */
@Injectable()
export class Letters {
  constructor(
    private readonly referrals: Referrals,
    private readonly compartments: Compartments,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** Opens the reporter's account for the looker when it is to go along; that leaves an audit row. */
  async enclose(looker: Looker, file: CaseFile, input: ReferralsInput): Promise<Enclosed> {
    const { message, signatory } = input;
    if (!input.includeAllegation) return { message, signatory, allegation: null };
    const { allegationItem } = file;
    if (allegationItem === null) {
      throw WrongFields.one(
        'includeAllegation',
        say('เรื่องนี้ไม่มีข้อความของผู้ร้องในระบบ', 'The system holds no words of the reporter.'),
      );
    }
    const texts = await this.vault.read(looker, file, [allegationItem]);
    return { message, signatory, allegation: allegationText(texts.get(allegationItem) ?? '') };
  }

  /** The referral with its own compartment, the letter sealed into it; inside a write. */
  async send(file: CaseFile, to: Recipient, input: ReferralsInput, enclosed: Enclosed): Promise<Referral> {
    const id = newId();
    await this.compartments.openReferral(file, id, to.agencyCode === this.province.desk.code ? null : to.agencyCode);
    return this.referrals.add(file, {
      id,
      agencyCode: to.agencyCode,
      unlistedId: null,
      recipientKind: to.kind,
      purpose: to.purpose,
      lead: to.lead,
      sentAt: this.clock.now(),
      letterNo: input.letterNo ?? null,
      letterDate: input.letterDate ?? null,
      signedAs: input.signedAs ?? null,
      packItem: await this.vault.sealIfAny(file, 'referral', 'pack', packText(enclosed, to.name), id),
      imported: false,
    });
  }
}

const packText = ({ message, signatory, allegation }: Enclosed, name: string | null): string =>
  [name && `ถึง: ${name}`, message, signatory && `ลงนาม: ${signatory}`, allegation && `เรื่องที่แจ้ง\n${allegation}`]
    .filter(Boolean)
    .join('\n\n');
