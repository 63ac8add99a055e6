import type { ExecutionContext } from '@nestjs/common';
import { SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';
import { SignInNeeded } from '../platform/errors';
import type { Looker } from './looker';
import type { Act } from './matrix';

/** Who may use a route: anyone, anyone signed in, or whoever has one of these acts. */
export type Door = 'public' | 'signed_in' | readonly [Act, ...Act[]];

export const DOOR = 'phitak:door';

/** Open to whoever has one of these acts; how far it reaches is asked again with `may(looker, act)` in the query. */
export const May = (act: Act, ...alternatives: readonly Act[]) => SetMetadata(DOOR, [act, ...alternatives]);

/** Open to everyone. A signed-in officer is still known to `@Who()`. */
export const Public = () => SetMetadata(DOOR, 'public');

/** Open to every officer who is signed in, whatever the role. */
export const SignedIn = () => SetMetadata(DOOR, 'signed_in');

export const EVEN_LOCKED = 'phitak:even-locked';

/** Open also to a session whose account is not finished: own passphrase, second factor, sign-out. */
export const EvenLocked = () => SetMetadata(EVEN_LOCKED, true);

/** What the guard leaves on the request. */
export interface SeenRequest extends Request {
  looker?: Looker | null;
}

/** The looker of this request. @throws SignInNeeded on a public route when nobody is signed in. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Looker => {
  const looker = lookerOf(context);
  if (!looker) throw new SignInNeeded();
  return looker;
});

/** The looker, or null when nobody is signed in: for public routes that show an officer more. */
export const WhoIfAny = createParamDecorator((_data: unknown, context: ExecutionContext): Looker | null =>
  lookerOf(context),
);

const lookerOf = (context: ExecutionContext): Looker | null =>
  context.switchToHttp().getRequest<SeenRequest>().looker ?? null;
