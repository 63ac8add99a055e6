import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { OfficersService, actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import { sameBytes } from '../platform/crypto/kdf';
import { readDigits } from '../platform/crypto/codes';
import { Database } from '../platform/database/database';
import { ADMISSION_DIGITS, admissionCode } from './admission-code.rules';
import { Directory } from './directory';
import { Memberships } from './memberships';
import { NotAMember, NotToBeAdmitted, wrongCode } from './unit.errors';
import { UnitKeys } from './unit-keys';
import type { UnitCode } from './units';
import { readerKey, readerNameOf, unitsOf } from './units';

/** The spoken code: two people hear each other's voice, and no key is taken for another's (KEYS K8). */
@Injectable()
export class Admissions {
  constructor(
    private readonly database: Database,
    private readonly officers: OfficersService,
    private readonly directory: Directory,
    private readonly memberships: Memberships,
    private readonly unitKeys: UnitKeys,
    private readonly audit: Audit,
  ) {}

  /** What a newcomer reads out; from her own session's key, never from the database. Null without one. */
  codeOf(looker: Looker, unit: UnitCode): string | null {
    return looker.keyring && admissionCode(looker.keyring.publicKey, looker.officerId, unit);
  }

  /** @throws NotAMember NotToBeAdmitted WrongFields SealBroken */
  async admit(looker: Looker, unit: UnitCode, username: string, typed: string): Promise<void> {
    const keys = await this.unitKeys.of(looker);
    const epochs = await this.directory.epochs(looker.province, [unit]);
    const held = epochs.flatMap(({ epoch }) => {
      const pair = keys.get(readerKey(readerNameOf(unit), epoch));
      return pair ? [{ epoch, pair }] : [];
    });
    if (!(await this.memberships.includes(looker, unit))) throw new NotAMember();
    const officer = await this.officers.find(username);
    if (!officer?.active || officer.id === looker.officerId || !unitsOf(officer).includes(unit)) {
      throw new NotToBeAdmitted();
    }
    const code = admissionCode(Buffer.from(officer.publicKey, 'hex'), officer.id, unit);
    const read = readDigits(typed, ADMISSION_DIGITS) ?? '';
    if (!sameBytes(Buffer.from(read), Buffer.from(code))) throw wrongCode();
    await this.database.write(async () => {
      for (const key of held) await this.memberships.admit(unit, officer, key, looker.officerId);
      const subject = { subjectKind: 'unit', subjectId: unit };
      await this.audit.record({ actor: actorOf(looker), act: 'unit.admit', ...subject, data: { officer: officer.id } });
    });
  }
}
