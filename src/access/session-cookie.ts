import type { CookieOptions, Response } from 'express';
import type { Settings } from '../platform/config/settings';

/** `__Host-` needs https; a trial on http://localhost gets a plain name, which production refuses to read. */
export const cookieName = ({ production }: Pick<Settings, 'production'>): string =>
  production ? '__Host-session' : 'session';

const options = ({ production }: Settings): CookieOptions => ({
  httpOnly: true,
  secure: production,
  sameSite: 'lax',
  path: '/',
});

export function setSessionCookie(response: Response, settings: Settings, value: string): void {
  response.cookie(cookieName(settings), value, options(settings));
}

export function clearSessionCookie(response: Response, settings: Settings): void {
  response.clearCookie(cookieName(settings), options(settings));
}
