import { Injectable } from '@nestjs/common';
import type { Pins } from '../access/keyring';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { Clock } from '../platform/clock';
import { Admissions } from './admissions';
import { Directory } from './directory';
import type { Member } from './memberships';
import { Memberships } from './memberships';
import { Regrants } from './regrants';
import { fingerprintOf } from './recovery-sheet.rules';
import { UnitPins } from './unit-pins';
import type { Pin } from './unit-pins.rules';
import { isNewPin, pinOf } from './unit-pins.rules';
import type { UnitCode } from './units';
import { ENOUGH_MEMBERS, unitsOf } from './units';

export interface PersonInUnit {
  readonly username: string;
  readonly name: string;
  /** UTC instant; null for who waits. */
  readonly since: string | null;
}

/** A unit as one of its people sees it. */
export interface UnitCard {
  readonly unit: UnitCode;
  /**
   * unborn: no key yet · trial: the server holds it · waiting: others hold it, not she · member: she holds it ·
   * swapped: another one than her keyring holds (KEYS K4).
   */
  readonly state: 'unborn' | 'trial' | 'waiting' | 'member' | 'swapped';
  readonly epoch: number;
  /** Of the unit's public key, to be compared with the recovery sheets. */
  readonly fingerprint: string | null;
  /** What her own keyring holds of it; null where it holds nothing. */
  readonly pin: (Pin & { readonly isNew: boolean }) | null;
  /** What she reads out to a member; null once she is one. */
  readonly code: string | null;
  readonly members: readonly PersonInUnit[];
  /** With a role of the unit, and without its key. */
  readonly waiting: readonly PersonInUnit[];
  /** A unit with fewer than two members is one accident away from its sheets. */
  readonly enough: boolean;
  /** Grants still to be sealed to the key of today. */
  readonly owed: number;
}

/** What the page of the units shows. */
@Injectable()
export class UnitRegister {
  constructor(
    private readonly directory: Directory,
    private readonly memberships: Memberships,
    private readonly admissions: Admissions,
    private readonly regrants: Regrants,
    private readonly pins: UnitPins,
    private readonly clock: Clock,
  ) {}

  async of(looker: Looker): Promise<readonly UnitCard[]> {
    const owed = await this.regrants.owed(looker.province);
    const pins = await this.pins.of(looker);
    return Promise.all(unitsOf(looker).map((unit) => this.card(looker, unit, owed.get(unit) ?? 0, pins)));
  }

  private async card(looker: Looker, unit: UnitCode, owed: number, pins: Pins): Promise<UnitCard> {
    const key = await this.directory.newest(looker.province, unit);
    const members = await this.memberships.of(looker.province, unit);
    const isMember = members.some(({ officer }) => officer.id === looker.officerId);
    const isBorn = key !== null && key.trialPrivate === null;
    const fingerprint = isBorn ? fingerprintOf(this.directory.publicKeyOf(key)) : null;
    const pin = key && pinOf(pins, key);
    const isSwapped = pin !== null && pin.fingerprint !== fingerprint;
    const entitled = await this.memberships.entitled(unit);
    return {
      unit,
      state: isSwapped ? 'swapped' : isMember ? 'member' : isBorn ? 'waiting' : key ? 'trial' : 'unborn',
      epoch: key?.epoch ?? 0,
      fingerprint,
      pin: pin && { ...pin, isNew: isNewPin(pin, this.clock.now()) },
      code: isBorn && !isMember ? this.admissions.codeOf(looker, unit) : null,
      members: members.map(({ officer, since }) => personOf(officer, since)),
      waiting: isBorn ? entitled.filter(isNotIn(members)).map((officer) => personOf(officer, null)) : [],
      enough: members.length >= ENOUGH_MEMBERS,
      owed,
    };
  }
}

const personOf = ({ username, name }: Officer, since: string | null): PersonInUnit => ({ username, name, since });

const isNotIn =
  (members: readonly Member[]) =>
  ({ id }: Officer): boolean =>
    !members.some(({ officer }) => officer.id === id);
