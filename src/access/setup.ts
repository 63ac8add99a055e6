import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { PUBLIC } from '../audit/entry';
import { Clock } from '../platform/clock';
import { sha256 } from '../platform/crypto/kdf';
import { Database } from '../platform/database/database';
import { SetupOver } from './access.errors';
import { OfficersService } from './officers.service';
import { SetupToken } from './setup-token.entity';

export interface FirstAdministrator {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** The one-time link with which a province gets its first administrator. */
@Injectable()
export class Setup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly province: Province,
    private readonly officers: OfficersService,
  ) {}

  /** A new link, which ends the one before; null once there is an administrator. Only its SHA-256 is kept. */
  async link(port: number): Promise<string | null> {
    if (await this.officers.hasAdministrator()) return null;
    const token = randomBytes(24).toString('base64url');
    const row: SetupToken = { province: this.province.code, tokenHash: hashOf(token), madeAt: this.clock.now() };
    await this.database.write((em) => em.upsert(SetupToken, row, ['province']));
    return `http://localhost:${port}/setup/${token}`;
  }

  /** @throws SetupOver */
  async mustBeOpen(token: string): Promise<void> {
    const known = await this.database.reader.existsBy(SetupToken, this.keyOf(token));
    if (!known || (await this.officers.hasAdministrator())) throw new SetupOver();
  }

  /** Whoever deletes the token's row is the administrator; who comes second finds none. @throws SetupOver WrongFields */
  async finish(token: string, first: FirstAdministrator): Promise<void> {
    await this.mustBeOpen(token);
    const officer = await this.officers.prepare({ ...first, roles: ['administrator'] }, 'self');
    await this.database.write(async (em) => {
      const { affected } = await em.delete(SetupToken, this.keyOf(token));
      if (affected !== 1) throw new SetupOver();
      await this.officers.insert(em, officer, PUBLIC);
    });
  }

  private keyOf(token: string): Pick<SetupToken, 'province' | 'tokenHash'> {
    return { province: this.province.code, tokenHash: hashOf(token) };
  }
}

const hashOf = (token: string): string => sha256(token).toString('hex');
