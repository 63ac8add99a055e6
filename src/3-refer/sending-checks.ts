import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { Province } from '../agencies/agencies';
import { Accusations } from '../cases/accusations';
import type { CaseFile } from '../cases/case-file.entity';
import { StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { Referrals } from '../cases/referrals';
import { Forbidden, WrongFields, say } from '../platform/errors';
import { accuses } from '../cases/accusations';
import { AlreadyReferred } from './errors';
import type { Circumstances, Recipient } from './recipients.rules';
import { alreadyAsked, namedTwice, recipientOf, withLead, wrongRecipient } from './recipients.rules';
import type { ReferralsInput } from './referrals-input';
import { askedOf } from './referrals-input';

/** Who may be asked, by whom, and when. */
@Injectable()
export class SendingChecks {
  constructor(
    private readonly referrals: Referrals,
    private readonly accusations: Accusations,
    private readonly province: Province,
  ) {}

  /** @throws StepOutOfOrder, Forbidden, WrongFields when a case is sent back without a reason. */
  act(looker: Looker, file: CaseFile, { reason }: ReferralsInput): 'refer' | 'sendBack' {
    if (file.status !== 'verifying') {
      if (file.status !== 'referred' && !mayMove(file.status, 'refer')) throw new StepOutOfOrder(file.status, 'refer');
      if (!may(looker, 'case.refer')) throw new Forbidden();
      return 'refer';
    }
    if (!maySendBack(looker, file)) throw new Forbidden();
    if (reason === undefined) {
      throw WrongFields.one('reason', say('กรุณาบอกเหตุผลที่ส่งกลับ', 'Say why the case is sent back.'));
    }
    return 'sendBack';
  }

  /** @throws WrongFields naming each recipient that cannot be asked and what to do; AlreadyReferred. */
  async recipients(file: CaseFile, input: ReferralsInput): Promise<readonly Recipient[]> {
    const circumstances = await this.circumstances(file);
    const named = askedOf(input).map((one) => recipientOf(one, this.province.desk.code));
    const before = await this.referrals.of(file.id);
    const { recipients, wrong } = withLead(named, before);
    const fields = [
      ...named.flatMap((one) => wrongRecipient(one, circumstances) ?? []),
      ...namedTwice(named),
      ...wrong,
      ...(input.exhibits?.length && !named.some(({ agencyCode }) => this.isOutside(agencyCode))
        ? [NOBODY_OUTSIDE]
        : []),
      ...(input.message === undefined && named.some(({ kind }) => kind !== 'self') ? [NO_MESSAGE] : []),
    ];
    if (fields.length > 0) throw new WrongFields(fields);
    if (alreadyAsked(recipients, before).length > 0) throw new AlreadyReferred();
    return recipients;
  }

  private isOutside(agencyCode: string | null): boolean {
    return agencyCode !== null && agencyCode !== this.province.desk.code;
  }

  private async circumstances(file: CaseFile): Promise<Circumstances> {
    return {
      deskCode: this.province.desk.code,
      agency: (code) => this.province.agency(code),
      accusation: accuses(file, this.province) || (await this.accusations.everHeld(file, 'sorted')),
      accusedAgency: file.agencyCode,
    };
  }
}

const NO_MESSAGE = {
  field: 'message',
  say: say('กรุณาเขียนว่าส่งอะไรและขอให้ทำอะไร', 'Write what is sent and what is asked.'),
};

const NOBODY_OUTSIDE = {
  field: 'exhibits',
  say: say('ไฟล์แนบส่งได้เฉพาะหน่วยงานภายนอกศูนย์', 'Files go along to an agency outside this desk only.'),
};

/** PROCESS §2 "if ordered": what was ordered of one person is that person's or the handler's to send back. */
export function maySendBack(looker: Looker, { investigator, assignee }: CaseFile): boolean {
  const scope = may(looker, 'case.sendBack');
  if (scope !== 'ordered') return scope !== null;
  return investigator === null || [investigator, assignee].includes(looker.officerId);
}
