import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import { sha256 } from '../platform/crypto/kdf';
import { newKeyPair, randomKey } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { Directory } from './directory';
import type { UnitPair } from './memberships';
import { Memberships } from './memberships';
import { splitKey, writeShare } from './recovery-sheet.rules';
import { TrialRetirement } from './trial-retirement';
import { AlreadyBorn } from './unit.errors';
import type { UnitCode } from './units';

/** Two sheets for two safes, seen once: together they are the unit's key (KEYS K9). */
export interface RecoverySheets {
  readonly unit: UnitCode;
  readonly epoch: number;
  readonly first: string;
  readonly second: string;
  /** Of the unit's public key, the same on both. */
  readonly fingerprint: string;
}

export interface NewEpoch {
  readonly key: UnitPair;
  readonly sheets: RecoverySheets;
}

/** Gives a unit a new key: at its birth, when somebody leaves, after a recovery (KEYS K9, K15). */
@Injectable()
export class UnitEpochs {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly memberships: Memberships,
    private readonly retirement: TrialRetirement,
    private readonly audit: Audit,
  ) {}

  /**
   * @param members who will hold it.
   * @throws AlreadyBorn when somebody else was faster.
   */
  async begin(looker: Looker, unit: UnitCode, members: readonly Officer[], act: string): Promise<NewEpoch> {
    const { province } = looker;
    const pair = newKeyPair();
    const epoch = ((await this.directory.newest(province, unit))?.epoch ?? 0) + 1;
    try {
      await this.database.write(async () => {
        await this.directory.enter(province, unit, epoch, pair.publicKey);
        for (const officer of members) await this.memberships.admit(unit, officer, { epoch, pair }, null);
        const subject = { subjectKind: 'unit', subjectId: unit };
        const data = { epoch, members: members.map(({ id }) => id) };
        await this.audit.record({ actor: actorOf(looker), act, ...subject, data });
      });
    } catch (error) {
      throw isAlreadyThere(error) ? new AlreadyBorn() : error;
    }
    this.retirement.soon();
    const [first, second] = splitKey(pair.privateKey, randomKey());
    const sheets = { first: writeShare(first), second: writeShare(second), fingerprint: fingerprintOf(pair.publicKey) };
    return { key: { epoch, pair }, sheets: { unit, epoch, ...sheets } };
  }
}

/** Twenty hex digits by fours: short enough to compare by eye. */
export const fingerprintOf = (publicKey: Buffer): string =>
  sha256(publicKey).toString('hex').slice(0, 20).toUpperCase().match(/.{4}/g)?.join(' ') ?? '';
