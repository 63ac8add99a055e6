import type { Request } from 'express';

export type Lang = 'th' | 'en' | 'ms';

const LANGS: readonly Lang[] = ['th', 'en', 'ms'];
const known = (value: unknown): Lang | null => LANGS.find((lang) => lang === value) ?? null;

/** Cookie that remembers the language a reader chose on a page; it identifies nobody. */
export const LANGUAGE_COOKIE = 'lang';

/** Pages speak Thai until the reader chooses otherwise (`?lang=`, remembered in a cookie). */
export function pageLanguage(request: Request): Lang {
  const chosen = typeof request.query.lang === 'string' ? request.query.lang : null;
  return known(chosen) ?? known(cookie(request, LANGUAGE_COOKIE)) ?? 'th';
}

/** Interfaces follow `Accept-Language`; Thai when nothing we speak is asked for. */
export function apiLanguage(request: Request): Lang {
  return request.acceptsLanguages('th', 'en') === 'en' ? 'en' : 'th';
}

export const isApi = (request: Request): boolean =>
  request.path.startsWith('/api/') || request.path.startsWith('/health/');

export const languageOf = (request: Request): Lang => (isApi(request) ? apiLanguage(request) : pageLanguage(request));

export function cookie(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
