import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from '../platform/database/database';
import { WrongFields } from '../platform/errors';
import { readMailAddress } from '../platform/mail/mail-address.rules';
import type { Looker } from './looker';
import { Officer } from './officer.entity';
import { WRONG_ADDRESS } from './officer.rules';
import { actorOf } from './officers.service';

export interface Postbox {
  readonly email: string | null;
  /** She has saved it herself, so notices are posted to it. */
  readonly own: boolean;
}

/** Where an officer's notices are posted: her own choice, whoever wrote it first. */
@Injectable()
export class OwnAddress {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async of({ officerId }: Looker): Promise<Postbox> {
    const { email, emailFrom } = await this.database.reader.findOneByOrFail(Officer, { id: officerId });
    return { email, own: emailFrom === 'self' };
  }

  /** Empty: none any more. @throws WrongFields */
  async choose(looker: Looker, typed: string): Promise<void> {
    const email = readMailAddress(typed);
    if (email === null && typed.trim() !== '') throw new WrongFields([{ field: 'email', say: WRONG_ADDRESS }]);
    const emailFrom = email === null ? null : 'self';
    await this.database.write(async (em) => {
      await em.update(Officer, { id: looker.officerId }, { email, emailFrom });
      const subject = { subjectKind: 'officer', subjectId: looker.officerId };
      await this.audit.record({ actor: actorOf(looker), act: 'officer.address', ...subject, data: { emailFrom } });
    });
  }
}
