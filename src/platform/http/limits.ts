import type { ExecutionContext } from '@nestjs/common';
import { Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import {
  DEFAULT_IPV6_SUBNET_PREFIX,
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerException,
  ThrottlerGuard,
  ThrottlerStorage,
  normalizeIp,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Settings } from '../config/settings';
import { Lines } from './lines';

/** public: filing and looking up · signIn: passphrases */
export type LimitedDoor = 'public' | 'signIn';

const LIMITED = 'phitak:limited';

/** Requests a minute from one address. A whole office, and all of Tor, share one address each. */
export const PER_MINUTE: Readonly<Record<LimitedDoor, number>> = { public: 600, signIn: 120 };

export const Limited = (door: LimitedDoor) => SetMetadata(LIMITED, door);

/** Where a request came from, as limits count it: an IPv6 network of 64 bits is one address. For memory, never for keeping. */
export const addressOf = (request: Request): string =>
  request.ip === undefined ? '' : normalizeIp(request.ip, DEFAULT_IPV6_SUBNET_PREFIX);

/**
 * Counts writes at the marked doors, in process memory, per address; RATE_LIMITS=off switches it off outside production.
 * Over the limit a sign-in is refused; a reporter waits in line, before any key is derived (KEYS: lock nobody out).
 */
@Injectable()
export class LimitGuard extends ThrottlerGuard {
  private readonly lines = new Lines();

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly settings: Settings,
  ) {
    super(options, storage, reflector);
  }

  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    const { method } = context.switchToHttp().getRequest<Request>();
    return !this.settings.rateLimits || method === 'GET' || method === 'HEAD' || this.door(context) === undefined;
  }

  protected override async handleRequest(props: Parameters<ThrottlerGuard['handleRequest']>[0]): Promise<boolean> {
    const door = this.door(props.context);
    try {
      return await super.handleRequest({ ...props, limit: door ? PER_MINUTE[door] : props.limit });
    } catch (error) {
      if (door !== 'public' || !(error instanceof ThrottlerException)) throw error;
      const http = props.context.switchToHttp();
      const response = http.getResponse<Response>();
      if (!(await this.lines.wait(addressOf(http.getRequest<Request>()), response))) throw error;
      response.removeHeader('Retry-After');
      return true;
    }
  }

  private door(context: ExecutionContext): LimitedDoor | undefined {
    return this.reflector.getAllAndOverride<LimitedDoor | undefined>(LIMITED, [
      context.getHandler(),
      context.getClass(),
    ]);
  }
}
