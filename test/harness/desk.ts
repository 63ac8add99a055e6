import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { AccessModule } from '../../src/access/access.module';
import { ACCESS_ENTITIES } from '../../src/access/access.entities';
import type { Looker } from '../../src/access/looker';
import type { Role } from '../../src/access/roles';
import { AgenciesModule } from '../../src/agencies/agencies.module';
import { AUDIT_ENTITIES } from '../../src/audit/audit.entities';
import { AuditModule } from '../../src/audit/audit.module';
import type { CaseFile } from '../../src/cases/case-file.entity';
import { Cases } from '../../src/cases/cases';
import type { Change } from '../../src/cases/cases';
import { CASES_ENTITIES } from '../../src/cases/cases.entities';
import { CasesModule } from '../../src/cases/cases.module';
import type { MovingAct } from '../../src/cases/moves.rules';
import type { NewCase } from '../../src/cases/new-case';
import type { Purpose, ReferralState } from '../../src/cases/codes';
import { Referrals } from '../../src/cases/referrals';
import { Story } from '../../src/cases/story';
import { SYSTEM } from '../../src/cases/story-line';
import { LayoutModule } from '../../src/layout/layout.module';
import { Database } from '../../src/platform/database/database';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import { edgeValidation } from '../../src/platform/http/validation';
import { newId } from '../../src/platform/ids';
import { PLATFORM_ENTITIES } from '../../src/platform/platform.entities';
import { STATISTICS_ENTITIES } from '../../src/statistics/statistics.entities';
import { StatisticsModule } from '../../src/statistics/statistics.module';
import { Compartments } from '../../src/vault/compartments';
import { VAULT_ENTITIES } from '../../src/vault/vault.entities';
import { VaultModule } from '../../src/vault/vault.module';
import type { Place } from './databases';
import type { OpenRooms } from './rooms';
import { openRooms } from './rooms';

@Module({ providers: [{ provide: APP_PIPE, useValue: edgeValidation }] })
class EdgeModule {}

const GROUND = [
  EdgeModule,
  JobsModule,
  LayoutModule,
  AuditModule,
  AgenciesModule,
  AccessModule,
  StatisticsModule,
  VaultModule,
  CasesModule,
];
const GROUND_ENTITIES = [
  ...PLATFORM_ENTITIES,
  ...AUDIT_ENTITIES,
  ...ACCESS_ENTITIES,
  ...STATISTICS_ENTITIES,
  ...VAULT_ENTITIES,
  ...CASES_ENTITIES,
];

/** The core rooms and those under test, with people at the desk and cases brought where a test needs them. */
export class Desk {
  static async open(
    place: Place,
    modules: readonly (Type | DynamicModule)[],
    entities: readonly unknown[],
  ): Promise<Desk> {
    return new Desk(await openRooms(place, [...GROUND, ...modules], [...GROUND_ENTITIES, ...entities]));
  }

  private constructor(readonly rooms: OpenRooms) {}

  get database(): Database {
    return this.get(Database);
  }

  get<T>(type: Type<T> | (abstract new () => T)): T {
    return this.rooms.app.get<T>(type);
  }

  /** A person without an account, good for services. */
  person(...roles: readonly Role[]): Looker {
    const officerId = newId();
    return {
      officerId,
      province: 'NWT',
      username: officerId,
      name: officerId,
      roles,
      agencyCode: null,
      deskUnit: null,
      keyEpoch: 1,
      hidden: [],
      sessionId: '',
      keyring: null,
    };
  }

  /** A complaint as step 1 would leave it. */
  openCase(opening: Partial<NewCase> = {}): Promise<CaseFile> {
    const full: NewCase = {
      channel: 'walk_in',
      receivedAt: this.rooms.clock.now(),
      identityKind: 'anonymous',
      type: 'general',
      district: 'unknown',
      ...opening,
    };
    return this.database.write(() =>
      this.get(Cases).open(full, { kind: 'received', by: SYSTEM }, async (file) => {
        await this.get(Compartments).openCase(file, null);
        return {};
      }),
    );
  }

  /** Takes arrows of the table without their papers: the road to where the test begins. */
  bring(file: CaseFile, ...acts: readonly (MovingAct | readonly [MovingAct, Change])[]): Promise<CaseFile> {
    return this.database.write(async () => {
      for (const one of acts) {
        const [act, change] = typeof one === 'string' ? [one, {}] : one;
        await this.get(Cases).move(file, act, { kind: 'commented', by: SYSTEM }, change);
      }
      return file;
    });
  }

  refer(file: CaseFile, agencyCode: string, state: ReferralState = 'accepted', purpose: Purpose = 'act') {
    const referrals = this.get(Referrals);
    return this.database.write(async () => {
      const referral = await referrals.add(file, {
        agencyCode,
        unlistedId: null,
        recipientKind: 'agency',
        purpose,
        lead: true,
        sentAt: this.rooms.clock.now(),
        letterNo: null,
        letterDate: null,
        signedAs: null,
        packItem: null,
        imported: false,
      });
      if (state !== 'sent') await referrals.settle(referral, state);
      return referral;
    });
  }

  /** An officer is at work on the case: its row is locked. @returns what ends it */
  holdCase({ id }: Pick<CaseFile, 'id'>): Promise<() => Promise<void>> {
    return new Promise((resolve, reject) => {
      const held = this.database.write(async () => {
        await this.get(Cases).lockById(id);
        await new Promise<void>((letGo) =>
          resolve(() => {
            letGo();
            return held;
          }),
        );
      });
      held.catch(reject);
    });
  }

  async storyOf(file: Pick<CaseFile, 'id'>) {
    return (await this.get(Story).of(file.id)).map(({ kind, fromStatus, toStatus, data, itemId }) => ({
      kind,
      from: fromStatus,
      to: toStatus,
      data,
      itemId,
    }));
  }

  close(): Promise<void> {
    return this.rooms.close();
  }
}
