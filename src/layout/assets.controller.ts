import { Controller, Get, NotFoundException, Param, Req, Res, SetMetadata } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/root';
import { FONT, ICON, STYLE, type Asset } from './assets';

/** The mark the guard of `access` reads; that room is above this one, so its decorator cannot be named here. */
const Public = () => SetMetadata('phitak:door', 'public');

const KEPT_FOR_A_YEAR = 'public, max-age=31536000, immutable';
const KEPT_FOR_A_DAY = 'public, max-age=86400';
const NOT_KEPT = 'public, no-cache';

const ROBOTS = readFileSync(join(projectRoot, 'src', 'layout', 'assets', 'robots.txt'), 'utf8');

/** The style sheet, the font and the little picture: everything a page fetches, from this server alone. */
@Controller()
export class AssetsController {
  @Public()
  @Get('assets/:file')
  asset(@Param('file') file: string, @Req() request: Request, @Res() response: Response): void {
    const asset = assetFor(file);
    if (!asset) throw new NotFoundException();
    const exact = asset.href.endsWith(`/${file}`);
    response.setHeader('Cache-Control', exact ? (asset === ICON ? KEPT_FOR_A_DAY : KEPT_FOR_A_YEAR) : NOT_KEPT);
    send(asset, request, response);
  }

  @Public()
  @Get('robots.txt')
  robots(@Res() response: Response): void {
    response.setHeader('Cache-Control', KEPT_FOR_A_DAY);
    response.type('text/plain').send(ROBOTS);
  }

  @Public()
  @Get('favicon.ico')
  favicon(@Req() request: Request, @Res() response: Response): void {
    response.setHeader('Cache-Control', KEPT_FOR_A_DAY);
    send(ICON, request, response);
  }
}

/** A page made before an update asks for the old style or font: it gets today's, unkept. */
function assetFor(file: string): Asset | undefined {
  if (/^style\.[0-9a-f]{10}\.css$/.test(file)) return STYLE;
  if (/^sarabun-thai\.[0-9a-f]{10}\.woff2$/.test(file)) return FONT;
  return file === 'icon.svg' ? ICON : undefined;
}

function send(asset: Asset, request: Request, response: Response): void {
  response.setHeader('Content-Type', asset.type);
  if (!asset.gzip || !asset.brotli) return void response.end(asset.body);
  response.setHeader('Vary', 'Accept-Encoding');
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
  if (encoding === 'br' || encoding === 'gzip') response.setHeader('Content-Encoding', encoding);
  response.end(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.body);
}
