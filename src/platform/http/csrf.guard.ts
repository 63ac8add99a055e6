import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden, say } from '../errors';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser may only write from our own pages (PROCESS §4). Browsers send Origin or Sec-Fetch-Site with every write;
 * a request with neither is no browser and carries no one else's cookies.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method) || isOurs(request)) return true;
    throw new Forbidden(
      say('คำขอนี้ไม่ได้มาจากหน้าของระบบ กรุณาเปิดหน้าแล้วส่งใหม่', 'This request did not come from one of our pages.'),
    );
  }
}

function isOurs(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
