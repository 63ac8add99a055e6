import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { OfficersService } from '../access/officers.service';
import { publicKeyOf } from '../platform/crypto/sealing';
import { Directory } from './directory';
import type { UnitPair } from './memberships';
import { Memberships } from './memberships';
import { joinShares, readShare } from './recovery-sheet.rules';
import { Regrants } from './regrants';
import type { UnitKey } from './unit.entities';
import { AlreadyBorn, NotAMember, UnitNotFound, wrongSheet, wrongSheets } from './unit.errors';
import type { RecoverySheets } from './unit-epochs';
import { UnitEpochs } from './unit-epochs';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import { UnitPins } from './unit-pins';
import type { UnitCode } from './units';
import { readerKey, readerNameOf, unitsOf } from './units';

/** Birth, rotation and recovery of a unit's key (KEYS K9, K15). Every one of them prints two new sheets. */
@Injectable()
export class KeyKeeping {
  constructor(
    private readonly epochs: UnitEpochs,
    private readonly directory: Directory,
    private readonly memberships: Memberships,
    private readonly unitKeys: UnitKeys,
    private readonly regrants: Regrants,
    private readonly officers: OfficersService,
    private readonly pins: UnitPins,
  ) {}

  /** The first member's session makes the unit's key. @throws UnitNotFound AlreadyBorn */
  async bear(looker: Looker, unit: UnitCode): Promise<RecoverySheets> {
    mustBelong(looker, unit);
    const newest = await this.directory.newest(looker.province, unit);
    if (newest && newest.trialPrivate === null) throw new AlreadyBorn();
    const { key, sheets } = await this.epochs.begin(looker, unit, [await this.self(looker)], 'unit.born');
    await this.pin(looker, unit, key);
    return sheets;
  }

  /**
   * A new key for those who stay: after somebody left, or on suspicion. What was opened before cannot be recalled.
   * @param without usernames of those who leave.
   * @throws UnitNotFound NotAMember
   */
  async rotate(looker: Looker, unit: UnitCode, without: readonly string[]): Promise<RecoverySheets> {
    mustBelong(looker, unit);
    const members = (await this.memberships.of(looker.province, unit)).map(({ officer }) => officer);
    if (!members.some(({ id }) => id === looker.officerId)) throw new NotAMember();
    const staying = members.filter(({ id, username }) => id === looker.officerId || !without.includes(username));
    for (const { id } of members) if (!staying.some((one) => one.id === id)) await this.memberships.end(unit, id);
    return this.turn(looker, unit, staying, await this.unitKeys.of(looker), 'unit.rotated');
  }

  /** Both sheets open the unit again, for the one who typed them and for the members it still has. @throws WrongFields */
  async recover(looker: Looker, unit: UnitCode, first: string, second: string): Promise<RecoverySheets> {
    mustBelong(looker, unit);
    const one = readShare(first);
    if (!one) throw wrongSheet('first');
    const other = readShare(second);
    if (!other) throw wrongSheet('second');
    const privateKey = joinShares(one, other);
    const pair = { privateKey, publicKey: publicKeyOf(privateKey) };
    const row = (await this.directory.epochs(looker.province, [unit])).find(isOf(pair.publicKey));
    if (!row) throw wrongSheets();
    const keys = new Map(await this.unitKeys.of(looker)).set(readerKey(readerNameOf(unit), row.epoch), pair);
    const self = await this.self(looker);
    const others = (await this.memberships.of(looker.province, unit)).map(({ officer }) => officer);
    const members = [self, ...others.filter(({ id }) => id !== self.id)];
    return this.turn(looker, unit, members, keys, 'unit.recovered');
  }

  private async turn(
    looker: Looker,
    unit: UnitCode,
    members: Parameters<UnitEpochs['begin']>[2],
    keys: KeyBunch,
    act: string,
  ): Promise<RecoverySheets> {
    const { key, sheets } = await this.epochs.begin(looker, unit, members, act);
    await this.pin(looker, unit, key);
    const all = new Map(keys).set(readerKey(readerNameOf(unit), key.epoch), key.pair);
    await this.regrants.settle(looker.province, all);
    return sheets;
  }

  /** From the session that made it, never from the database. */
  private pin(looker: Looker, unit: UnitCode, { epoch, pair }: UnitPair): Promise<void> {
    return this.pins.keep(looker, [{ unit, epoch, publicKey: pair.publicKey.toString('base64') }]);
  }

  private async self({ username, keyring }: Looker) {
    const officer = await this.officers.find(username);
    if (!officer || !keyring) throw new NotAMember();
    return officer;
  }
}

const isOf =
  (publicKey: Buffer) =>
  (row: UnitKey): boolean =>
    row.publicKey === publicKey.toString('base64');

function mustBelong(looker: Looker, unit: UnitCode): void {
  if (!unitsOf(looker).includes(unit)) throw new UnitNotFound();
}
