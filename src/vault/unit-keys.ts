import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Settings } from '../platform/config/settings';
import type { KeyPair } from '../platform/crypto/sealing';
import { SealBroken, open, openKey, publicKeyOf } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { memberContext, trialContext } from './binding';
import { Directory, isDistrusted } from './directory';
import { UnitPins } from './unit-pins';
import type { UnitKey } from './unit.entities';
import { UnitMember } from './unit.entities';
import type { UnitCode } from './units';
import { readerKey, readerNameOf, unitsOf } from './units';

/** Keys by reader and epoch: what a grant has to be sealed to, to be opened with them. */
export type KeyBunch = ReadonlyMap<string, KeyPair>;

/** Opens the units' private keys: a member's with her own pair, and, in trial mode, those the server holds. */
@Injectable()
export class UnitKeys {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly secret: ServerSecret,
    private readonly settings: Settings,
    private readonly pins: UnitPins,
  ) {}

  /**
   * All that this looker holds, of every epoch; what she opens for the first time her keyring knows from now on.
   * @throws SealBroken when a stored key is not the one that was entered.
   * @throws UnitKeyChanged when it is not the one her keyring knows.
   */
  async of(looker: Looker): Promise<KeyBunch> {
    const bunch = new Map<string, KeyPair>();
    const rows = await this.directory.epochs(looker.province, unitsOf(looker));
    await this.pins.mustHold(looker, rows);
    const held = await this.held(looker, rows);
    const opened: UnitKey[] = [];
    for (const row of rows) {
      const member = held.find(({ unit, epoch }) => unit === row.unit && epoch === row.epoch);
      const pair = member && looker.keyring ? pairOf(row, fromMember(member, looker.keyring)) : this.ofTrial(row);
      if (member && pair && !isDistrusted(row)) opened.push(row);
      if (pair) bunch.set(readerKey(readerNameOf(row.unit as UnitCode), row.epoch), pair);
    }
    await this.pins.keep(looker, opened);
    return bunch;
  }

  /** What the server still holds from trial mode, wherever the program runs now: to seal it anew, never to read. */
  async ofServer(province: string): Promise<KeyBunch> {
    const rows = await this.directory.epochs(province, await this.directory.units(province));
    const bunch = new Map<string, KeyPair>();
    for (const row of rows) {
      const pair = this.fromServer(row);
      if (pair) bunch.set(readerKey(readerNameOf(row.unit as UnitCode), row.epoch), pair);
    }
    return bunch;
  }

  /** Her rows under the pair she has now: one sealed to a former pair opens nothing. */
  private async held(
    { officerId, keyEpoch, keyring }: Looker,
    rows: readonly UnitKey[],
  ): Promise<readonly UnitMember[]> {
    if (!keyring || rows.every(({ trialPrivate }) => trialPrivate !== null)) return [];
    const units = [...new Set(rows.map(({ unit }) => unit))];
    return this.database.reader.findBy(UnitMember, { officerId, keyEpoch, unit: In(units) });
  }

  private ofTrial(row: UnitKey): KeyPair | null {
    return this.settings.trialMode ? this.fromServer(row) : null;
  }

  private fromServer(row: UnitKey): KeyPair | null {
    if (row.trialPrivate === null) return null;
    const context = trialContext(row.province, row.unit, row.epoch);
    return pairOf(row, open(this.secret.subkey('trial'), context, Buffer.from(row.trialPrivate, 'base64')));
  }
}

const fromMember = (member: UnitMember, keyring: KeyPair): Buffer =>
  openKey(keyring, memberContext(member), Buffer.from(member.sealed, 'base64'));

/** An opened private key's public key is recomputed and compared (KEYS K3). */
function pairOf(row: UnitKey, privateKey: Buffer): KeyPair {
  const publicKey = publicKeyOf(privateKey);
  if (publicKey.toString('base64') !== row.publicKey) throw new SealBroken();
  return { publicKey, privateKey };
}
