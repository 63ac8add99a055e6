import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Forbidden, NotFound, SignInNeeded } from '../platform/errors';
import { mustPass } from './access.guard';
import type { Looker } from './looker';
import { May, Public, SignedIn } from './may';
import type { Act } from './matrix';
import { ACTS, may } from './matrix';
import type { Role } from './roles';
import { ROLES } from './roles';
import { Routes, UnmarkedRoute } from './routes';

const looker = (...roles: readonly Role[]): Looker => ({
  officerId: 'id',
  province: 'NWT',
  username: 'somsri',
  name: 'สมศรี ทดสอบ',
  roles,
  agencyCode: null,
  deskUnit: null,
  keyEpoch: 1,
  hidden: [],
  sessionId: 'session',
  keyring: null,
});
const passing = (door: Parameters<typeof mustPass>[0], who: Looker | null) => (): void => mustPass(door, who);

describe('the guard', () => {
  it('lets everyone through a public door and every officer through a signed-in one', () => {
    expect(passing('public', null)).not.toThrow();
    expect(passing('signed_in', looker('committee'))).not.toThrow();
    expect(passing('signed_in', null)).toThrow(SignInNeeded);
  });

  it('refuses a route that carries no mark', () => {
    expect(passing(undefined, looker('desk_head'))).toThrow(Forbidden);
  });

  it.each(ROLES.flatMap((role) => ACTS.map((act) => [role, act] as const)))('%s at a door of %s', (role, act) => {
    const pass = passing([act], looker(role));
    const hidden = /^(case|referral|identity)\./.test(act) && (role === 'auditor' || role === 'administrator');
    if (may({ roles: [role] }, act)) expect(pass).not.toThrow();
    else expect(pass).toThrow(hidden ? NotFound : Forbidden);
    expect(passing([act], null)).toThrow(SignInNeeded);
  });

  it('opens a door of several acts to whoever has one of them', () => {
    const door: readonly [Act, ...Act[]] = ['people.manage', 'audit.read'];
    expect(passing(door, looker('auditor'))).not.toThrow();
    expect(passing(door, looker('executive'))).toThrow(Forbidden);
  });

  it('gives every act of a person with two roles', () => {
    expect(passing(['indicators.type'], looker('administrator', 'plan_officer'))).not.toThrow();
    expect(passing(['case.sort'], looker('administrator', 'plan_officer'))).toThrow(NotFound);
  });
});

@Controller('marked')
class Marked {
  @Public()
  @Get()
  open(): void {}

  @SignedIn()
  @Get('inside')
  inside(): void {}

  @May('case.sort')
  @Post(':id/sorting')
  sort(): void {}
}

@Controller('forgotten')
class Forgotten {
  @Get('door')
  door(): void {}
}

describe('the walk through all routes', () => {
  it('lists every route with its mark', async () => {
    expect((await routesOf(Marked)).list()).toEqual([
      { method: 'GET', path: '/marked', handler: 'Marked.open', door: 'public' },
      { method: 'GET', path: '/marked/inside', handler: 'Marked.inside', door: 'signed_in' },
      { method: 'POST', path: '/marked/:id/sorting', handler: 'Marked.sort', door: ['case.sort'] },
    ]);
  });

  it('stops the start and names the route that says nothing', async () => {
    const routes = await routesOf(Marked, Forgotten);
    expect(() => routes.onModuleInit()).toThrow(UnmarkedRoute);
    expect(() => routes.onModuleInit()).toThrow('GET /forgotten/door (Forgotten.door)');
  });

  async function routesOf(...controllers: (new () => object)[]): Promise<Routes> {
    @Module({ imports: [DiscoveryModule], controllers, providers: [Routes] })
    class House {}
    return (await Test.createTestingModule({ imports: [House] }).compile()).get(Routes);
  }
});
