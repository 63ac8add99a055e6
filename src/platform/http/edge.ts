import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';
import { Settings } from '../config/settings';
import { LANGUAGE_COOKIE } from './language';

/** Bodies over this are answered 413 (PROCESS §4). Files have their own door. */
export const LARGEST_BODY = '256kb';

/** Everything that stands between the network and the rooms. */
export function setUpEdge(app: NestExpressApplication): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', app.get(Settings).trustProxy);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          scriptSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
      hsts: { maxAge: 31_536_000 },
    }),
  );
  app.use(noStore);
  app.use(rememberLanguage);
  app.useBodyParser('json', { limit: LARGEST_BODY, strict: true, verify: mustBeUtf8 });
  app.useBodyParser('urlencoded', { limit: LARGEST_BODY, extended: false, parameterLimit: 200, verify: mustBeUtf8 });
}

/** Bytes that are no UTF-8 would be stored as question marks: a word would be lost in silence. */
function mustBeUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new BadRequestException();
}

/** Pages may hold what only one reader may see; assets and public figures set their own caching afterwards. */
function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

function rememberLanguage(request: Request, response: Response, next: NextFunction): void {
  const { lang } = request.query;
  if (lang === 'th' || lang === 'en' || lang === 'ms') {
    response.cookie(LANGUAGE_COOKIE, lang, { sameSite: 'lax', httpOnly: true, maxAge: 31_536_000_000 });
  }
  next();
}
