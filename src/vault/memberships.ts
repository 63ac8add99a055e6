import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Keyrings } from '../access/keyrings';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { OfficersService } from '../access/officers.service';
import { Clock } from '../platform/clock';
import type { KeyPair } from '../platform/crypto/sealing';
import { SealBroken, sealKeyTo } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { memberContext } from './binding';
import { Directory } from './directory';
import { UnitMember } from './unit.entities';
import type { UnitCode } from './units';
import { unitsOf } from './units';

/** One epoch of a unit's key, opened. */
export interface UnitPair {
  readonly epoch: number;
  readonly pair: KeyPair;
}

/** A member as her unit sees her. */
export interface Member {
  readonly officer: Officer;
  readonly since: string;
}

/** Who holds a unit's key: rows, and nothing else, make a member. */
@Injectable()
export class Memberships {
  constructor(
    private readonly database: Database,
    private readonly officers: OfficersService,
    private readonly keyrings: Keyrings,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Those who can open the unit's key as it is now; empty for a unit that was not born. */
  async of(province: string, unit: UnitCode): Promise<readonly Member[]> {
    const key = await this.directory.newest(province, unit);
    if (!key || key.trialPrivate !== null) return [];
    const rows = await this.database.reader.findBy(UnitMember, { province, unit, epoch: key.epoch });
    const officers = new Map((await this.entitled(unit)).map((officer) => [officer.id, officer]));
    return rows.flatMap((row) => {
      const officer = officers.get(row.officerId);
      return officer?.keyEpoch === row.keyEpoch ? [{ officer, since: row.admittedAt }] : [];
    });
  }

  /** Active officers whose roles belong to the unit, members or not. */
  async entitled(unit: UnitCode): Promise<readonly Officer[]> {
    return (await this.officers.active()).filter((officer) => unitsOf(officer).includes(unit));
  }

  async includes(looker: Looker, unit: UnitCode): Promise<boolean> {
    return (await this.of(looker.province, unit)).some(({ officer }) => officer.id === looker.officerId);
  }

  /** Whether each of these units has so many members. */
  async enough(province: string, units: readonly UnitCode[], many: number): Promise<boolean> {
    for (const unit of units) if ((await this.of(province, unit)).length < many) return false;
    return true;
  }

  /** Seals the unit's key to an officer's own. Inside a write. @throws SealBroken when her public key was swapped (K4). */
  async admit(unit: UnitCode, officer: Officer, { epoch, pair }: UnitPair, admittedBy: string | null): Promise<void> {
    if (!this.keyrings.isOurs(officer)) throw new SealBroken();
    const { id: officerId, province, keyEpoch } = officer;
    const owner = { province, unit, epoch, officerId, keyEpoch };
    const publicKey = Buffer.from(officer.publicKey, 'hex');
    const sealed = sealKeyTo(publicKey, memberContext(owner), pair.privateKey).toString('base64');
    const row: UnitMember = { id: newId(), ...owner, sealed, admittedBy, admittedAt: this.clock.now() };
    await this.database.write(async (em) => {
      await em.delete(UnitMember, { province, unit, epoch, officerId });
      await em.insert(UnitMember, row);
    });
  }

  /** She leaves: every key of the unit she held is gone from the database, whatever she may have kept. */
  async end(unit: UnitCode, officerId: string): Promise<void> {
    await this.database.write((em) => em.delete(UnitMember, { unit, officerId }));
  }

  /** What opened former keys of the unit goes, once nothing is sealed to them any more. Inside a write. */
  async forget(province: string, unit: UnitCode, epochs: readonly number[]): Promise<void> {
    if (epochs.length === 0) return;
    await this.database.write((em) => em.delete(UnitMember, { province, unit, epoch: In([...epochs]) }));
  }
}
