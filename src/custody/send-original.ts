import type { Response } from 'express';
import type { Original } from './originals';

/** As bytes to keep and nothing to open: a browser neither shows nor guesses what it is. */
export function sendOriginal(response: Response, { bytes, name }: Original): void {
  response
    .status(200)
    .setHeader('Content-Type', 'application/octet-stream')
    .setHeader('Content-Disposition', `attachment; filename="${name}"`)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
    .setHeader('Cache-Control', 'no-store')
    .end(bytes);
}
