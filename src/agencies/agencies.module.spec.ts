import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { readSettings, Settings } from '../platform/config/settings';
import { Province } from './agencies';
import { AgenciesModule } from './agencies.module';

function platform(province: string) {
  @Global()
  @Module({ providers: [{ provide: Settings, useValue: readSettings({ PROVINCE: province }) }], exports: [Settings] })
  class Platform {}
  return Test.createTestingModule({ imports: [Platform, AgenciesModule] }).compile();
}

describe('the agencies room', () => {
  it('gives the whole house the province of the settings', async () => {
    const house = await platform('UDN');
    expect(house.get(Province).code).toBe('UDN');
    await house.close();
  });

  it('stops the start on a wrong profile', async () => {
    await expect(platform('atlantis')).rejects.toThrow('there is no province "atlantis"');
  });
});
