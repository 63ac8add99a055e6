import { Injectable } from '@nestjs/common';
import type { Pins } from '../access/keyring';
import { Keyrings } from '../access/keyrings';
import type { Looker } from '../access/looker';
import { OfficersService } from '../access/officers.service';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Directory } from './directory';
import { fingerprintOf } from './recovery-sheet.rules';
import type { UnitKey } from './unit.entities';
import { UnitKeyChanged } from './unit.errors';
import type { KnownKey } from './unit-pins.rules';
import { contradicted, unpinned, withPins } from './unit-pins.rules';
import type { UnitCode } from './units';

type Known = Pick<UnitKey, 'unit' | 'epoch' | 'publicKey'>;

/**
 * The fingerprints of her units' keys that a member keeps in her own keyring (KEYS K4). The directory's MAC stops who
 * writes in the database; this stops who has the server secret as well.
 */
@Injectable()
export class UnitPins {
  constructor(
    private readonly database: Database,
    private readonly keyrings: Keyrings,
    private readonly officers: OfficersService,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** What her keyring holds now; nothing where there is no session. */
  async of({ username, account }: Looker): Promise<Pins> {
    const officer = account ? await this.officers.find(username) : null;
    return (account && officer && this.keyrings.openWith(officer, account.key)?.held.pins) ?? {};
  }

  /** Before a key is opened, sealed to or handed on in her session. @throws UnitKeyChanged which is an alarm */
  async mustHold(looker: Looker, rows: readonly UnitKey[]): Promise<void> {
    const swapped = contradicted(looker.pins ?? {}, rows.map(keyOf));
    const [one] = swapped;
    if (!one) return;
    await this.directory.distrust(swapped.map(({ row }) => row));
    throw new UnitKeyChanged(one.unit as UnitCode);
  }

  /**
   * What her session made, or opened for the first time, is known from now on. Left for the next time inside a write:
   * her row is not to be held while others wait for a case.
   */
  async keep(looker: Looker, rows: readonly Known[]): Promise<void> {
    const { account, officerId: id } = looker;
    const keys = unpinned(looker.pins ?? {}, rows.map(keyOf));
    if (!account || keys.length === 0 || this.database.isWriting) return;
    const now = this.clock.now();
    await this.keyrings.update({ id }, account.key, (held) => ({
      ...held,
      pins: withPins(held.pins ?? {}, keys, now),
    }));
  }
}

const keyOf = <Row extends Known>(row: Row): KnownKey & { readonly row: Row } => ({
  unit: row.unit,
  epoch: row.epoch,
  fingerprint: fingerprintOf(Buffer.from(row.publicKey, 'base64')),
  row,
});
