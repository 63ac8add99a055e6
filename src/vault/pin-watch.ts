import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { SignIn } from '../access/sign-in';
import { SealBroken } from '../platform/crypto/sealing';
import { Alarm } from '../platform/http/alarm';
import { UnitKeyChanged } from './unit.errors';
import { UnitKeys } from './unit-keys';

/**
 * At each sign-in the keys of her units are opened and compared with what her keyring holds (KEYS K4). She is let in
 * whatever is found, for only a page can tell her what to do; the alarm stands before she sees one.
 */
@Injectable()
export class PinWatch implements OnModuleInit {
  constructor(
    private readonly signIn: SignIn,
    private readonly unitKeys: UnitKeys,
    private readonly alarm: Alarm,
  ) {}

  onModuleInit(): void {
    this.signIn.listen((looker) => this.look(looker));
  }

  /** @returns whether every key is the one that it was. */
  async look(looker: Looker): Promise<boolean> {
    try {
      await this.unitKeys.of(looker);
      return true;
    } catch (error) {
      if (error instanceof UnitKeyChanged) await this.alarm.raise(UnitKeyChanged.ALARM);
      else if (error instanceof SealBroken) await this.alarm.raise('seal.broken');
      else throw error;
      return false;
    }
  }
}
