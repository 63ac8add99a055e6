import type { DynamicModule, Type } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Clock, SetClock } from '../../src/platform/clock';
import { Settings } from '../../src/platform/config/settings';
import { LifeSign } from '../../src/platform/jobs/life-sign';
import { CryptoModule } from '../../src/platform/crypto/crypto.module';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { setUpEdge } from '../../src/platform/http/edge';
import { ErrorFilter } from '../../src/platform/http/error.filter';
import { ErrorPage } from '../../src/platform/http/error-page';
import { Alarm } from '../../src/platform/http/alarm';
import type { Place } from './databases';

/** Some rooms of the house behind the real edge, on a database of their own; the clock stands where it is put. */
export interface OpenRooms {
  readonly app: NestExpressApplication;
  readonly clock: SetClock;
  readonly settings: Settings;
  readonly close: () => Promise<void>;
}

/** `modules` from the lowest floor up; `entities` of all of them. The rooms must provide an ErrorPage (layout does). */
export async function openRooms(
  place: Place,
  modules: readonly (Type | DynamicModule)[],
  entities: readonly unknown[],
): Promise<OpenRooms> {
  const clock = new SetClock();
  const app = await start(place, clock, modules, entities).catch(async (error: unknown) => {
    await place.remove();
    throw error;
  });
  return {
    app,
    clock,
    settings: place.settings,
    close: async () => {
      await app.close();
      await place.remove();
    },
  };
}

async function start(
  place: Place,
  clock: SetClock,
  modules: readonly (Type | DynamicModule)[],
  entities: readonly unknown[],
): Promise<NestExpressApplication> {
  const imports = [groundOf(place.settings, clock), CryptoModule, DatabaseModule.forEntities(entities), ...modules];
  const module = await Test.createTestingModule({ imports }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  setUpEdge(app);
  app.useGlobalFilters(new ErrorFilter(app.get(ErrorPage), app.get(Alarm)));
  return app.init();
}

@Global()
@Module({})
class Ground {}

const groundOf = (settings: Settings, clock: SetClock): DynamicModule => ({
  module: Ground,
  global: true,
  providers: [{ provide: Settings, useValue: settings }, { provide: Clock, useValue: clock }, LifeSign],
  exports: [Settings, Clock, LifeSign],
});
