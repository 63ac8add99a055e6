import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import { newKeyPair, randomKey } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { Directory } from './directory';
import type { UnitPair } from './memberships';
import { Memberships } from './memberships';
import { fingerprintOf, splitKey, writeServerShare, writeShare } from './recovery-sheet.rules';
import { TrialRetirement } from './trial-retirement';
import { AlreadyBorn } from './unit.errors';
import type { UnitCode } from './units';
import { CORE } from './units';

/** Two sheets for two safes, seen once: together they are the unit's key (KEYS K9). */
export interface RecoverySheets {
  readonly unit: UnitCode;
  readonly epoch: number;
  readonly first: string;
  readonly second: string;
  /** Of the unit's public key, the same on both. */
  readonly fingerprint: string;
  /**
   * What each sheet carries of the server secret (KEYS K1): at the birth of a core unit alone. Nobody in those may be an
   * administrator, and whoever sees both sheets on the screen knows it, so a rotation shows it to nobody again.
   */
  readonly server: readonly [string, string] | null;
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
    private readonly secret: ServerSecret,
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
    const server = CORE.includes(unit) && act === 'unit.born' ? serverShares(this.secret) : null;
    return { key: { epoch, pair }, sheets: { unit, epoch, ...sheets, server } };
  }
}

/** Split anew for each pair of sheets: one of this pair and one of another are worth nothing. */
export function serverShares(secret: ServerSecret): readonly [string, string] {
  const [first, second] = splitKey(secret.forSheets(), randomKey());
  return [writeServerShare(first), writeServerShare(second)];
}
