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
import type { Chosen } from './packs';
import { Packs } from './packs';
import type { ReferralsInput } from './referrals-input';

/** What all recipients of one sending get. */
export interface Enclosed {
  readonly message: string | undefined;
  readonly signatory: string | undefined;
  readonly allegation: string | null;
  readonly copies: readonly Chosen[];
}

interface Sheet {
  readonly input: ReferralsInput;
  readonly enclosed: Enclosed;
}

/** What is sent, sealed for each recipient apart. Who reported is never in it. */
@Injectable()
export class Letters {
  constructor(
    private readonly referrals: Referrals,
    private readonly compartments: Compartments,
    private readonly vault: Vault,
    private readonly packs: Packs,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** Opens the reporter's account and the copies that are to go along for the looker; that leaves audit rows. */
  async enclose(looker: Looker, file: CaseFile, input: ReferralsInput): Promise<Enclosed> {
    const { message, signatory } = input;
    const copies = await this.packs.choose(looker, file, input.exhibits ?? []);
    return { message, signatory, allegation: await this.allegation(looker, file, input), copies };
  }

  /** The referral with its own compartment, the letter sealed into it; inside a write. */
  async send(looker: Looker, file: CaseFile, to: Recipient, { input, enclosed }: Sheet): Promise<Referral> {
    const id = newId();
    const reader = to.agencyCode === this.province.desk.code ? null : to.agencyCode;
    await this.compartments.openReferral(file, id, reader);
    const referral = await this.referrals.add(file, {
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
    if (reader !== null) await this.packs.enclose(looker, file, id, enclosed.copies);
    return referral;
  }

  private async allegation(looker: Looker, file: CaseFile, input: ReferralsInput): Promise<string | null> {
    if (!input.includeAllegation) return null;
    const { allegationItem } = file;
    if (allegationItem === null) {
      throw WrongFields.one(
        'includeAllegation',
        say('เรื่องนี้ไม่มีข้อความของผู้ร้องในระบบ', 'The system holds no words of the reporter.'),
      );
    }
    const texts = await this.vault.read(looker, file, [allegationItem]);
    return allegationText(texts.get(allegationItem) ?? '');
  }
}

const packText = ({ message, signatory, allegation }: Enclosed, name: string | null): string =>
  [name && `ถึง: ${name}`, message, signatory && `ลงนาม: ${signatory}`, allegation && `เรื่องที่แจ้ง\n${allegation}`]
    .filter(Boolean)
    .join('\n\n');
