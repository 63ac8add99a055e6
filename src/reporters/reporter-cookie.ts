import type { CookieOptions, Request, Response } from 'express';
import type { Settings } from '../platform/config/settings';
import { cookie } from '../platform/http/language';

/** Another name than the officers': neither cookie is ever looked at behind the other's doors. */
const nameIn = ({ production }: Pick<Settings, 'production'>): string => (production ? '__Host-report' : 'report');

/** No end: the browser forgets it when it closes, the server after fifteen minutes. */
const options = ({ production }: Settings): CookieOptions => ({
  httpOnly: true,
  secure: production,
  sameSite: 'strict',
  path: '/',
});

export const reporterCookie = (request: Request, settings: Settings): string | null =>
  cookie(request, nameIn(settings));

export function setReporterCookie(response: Response, settings: Settings, value: string): void {
  response.cookie(nameIn(settings), value, options(settings));
}

export function clearReporterCookie(response: Response, settings: Settings): void {
  response.clearCookie(nameIn(settings), options(settings));
}
