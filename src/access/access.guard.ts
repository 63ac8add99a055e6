import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Settings } from '../platform/config/settings';
import { Forbidden, NotFound, SignInNeeded } from '../platform/errors';
import { cookie } from '../platform/http/language';
import { AccountUnfinished } from './access.errors';
import { lockOf } from './lock.rules';
import type { Looker } from './looker';
import { hasRole } from './looker';
import type { Act } from './matrix';
import { may, scopeOf } from './matrix';
import type { Door, SeenRequest } from './may';
import { DOOR, EVEN_LOCKED } from './may';
import { cookieName } from './session-cookie';
import { Sessions } from './sessions';

/** Stands before every route: who is this, and may this person at all. How far is the query's business. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SeenRequest>();
    const ticket = cookie(request, cookieName(this.settings));
    const looker = ticket === null ? null : await this.sessions.looker(ticket);
    const places = [context.getHandler(), context.getClass()];
    const door = this.reflector.getAllAndOverride<Door | undefined>(DOOR, places);
    const evenLocked = this.reflector.getAllAndOverride<boolean | undefined>(EVEN_LOCKED, places) === true;
    request.looker = this.lockedOr(looker, door, evenLocked);
    mustPass(door, request.looker);
    if (request.looker && Array.isArray(door)) request.looker = through(door, request.looker);
    return true;
  }

  /** A session whose account is not finished is nobody at a public door. @throws AccountUnfinished at any other */
  private lockedOr(looker: Looker | null, door: Door | undefined, evenLocked: boolean): Looker | null {
    const lock = looker?.account ? lockOf(this.settings, looker.account) : null;
    if (!looker || !lock) return looker;
    if (evenLocked) return { ...looker, lock };
    if (door === 'public') return null;
    throw new AccountUnfinished(lock);
  }
}

/**
 * Whoever comes through a door comes in the roles that open it: what another of her roles may see reaches no further
 * than that role's own doors.
 */
export const through = (door: readonly Act[], looker: Looker): Looker => ({
  ...looker,
  roles: looker.roles.filter((role) => door.some((act) => scopeOf(role, act) !== null)),
  offices: looker.roles,
});

/** @throws Forbidden SignInNeeded NotFound */
export function mustPass(door: Door | undefined, looker: Looker | null): void {
  if (door === undefined) throw new Forbidden();
  if (door === 'public') return;
  if (!looker) throw new SignInNeeded();
  if (door === 'signed_in' || door.some((act) => may(looker, act) !== null)) return;
  throw door.some(isOfCaseFile) && hasRole(looker, 'auditor', 'administrator') ? new NotFound() : new Forbidden();
}

/** To the auditor and the administrator a case file is not forbidden: it is not there (PROCESS §2). */
const isOfCaseFile = (act: Act): boolean => /^(case|referral|identity)\./.test(act);
