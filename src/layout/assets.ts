import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { projectRoot } from '../platform/root';

/** A file the pages need, ready to send. `gzip` and `brotli` only where they make it smaller. */
export interface Asset {
  readonly href: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly brotli?: Buffer;
}

const FOLDER = join(projectRoot, 'src', 'layout', 'assets');
const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 10);

function readFont(): Asset {
  const body = readFileSync(require.resolve('@fontsource/sarabun/files/sarabun-thai-400-normal.woff2'));
  return { href: `/assets/sarabun-thai.${hashOf(body)}.woff2`, type: 'font/woff2', body };
}

function readStyle(fontHref: string): Asset {
  const source = readFileSync(join(FOLDER, 'style.css'), 'utf8').replace('sarabun-thai.woff2', fontHref);
  const body = Buffer.from(withoutAir(source));
  return {
    href: `/assets/style.${hashOf(body)}.css`,
    type: 'text/css; charset=utf-8',
    body,
    gzip: gzipSync(body, { level: 9 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

/** Comments, indentation and line ends out; the file on disk stays readable. */
const withoutAir = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '');

/** The Thai cut of Sarabun (SIL Open Font License); Latin comes from the reader's system. */
export const FONT: Asset = readFont();
export const STYLE: Asset = readStyle(FONT.href);
export const ICON: Asset = {
  href: '/assets/icon.svg',
  type: 'image/svg+xml',
  body: readFileSync(join(FOLDER, 'icon.svg')),
};
