import sharp from 'sharp';
import type { CleanKind } from './kinds.rules';
import { FileRefused } from './kinds.rules';

export interface CleanCopy {
  readonly kind: CleanKind;
  readonly bytes: Buffer;
}

/** 50 million pixels: a telephone's largest ordinary photograph; about 200 MB while it is turned. */
const MOST_PIXELS = 50_000_000;
const LONGEST_EDGE = 4_096;
const READERS = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((name) => `VipsForeignLoad${name}`);

/* Only what is let in can be read; nothing is kept for later, nothing waits on a disk. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });
sharp.cache(false);

/**
 * Drawn anew from its pixels: upright, within 4,096 pixels, without EXIF, GPS, XMP, comments, thumbnails or profile, and
 * without anything that hung behind the picture.
 * @throws FileRefused broken or too_big_inside
 */
export async function cleanImage(bytes: Buffer, to: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<CleanCopy> {
  try {
    const image = sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
      failOn: 'error',
      pages: 1,
    });
    const { width, height, hasAlpha } = await image.metadata();
    if (width * height > MOST_PIXELS) throw new FileRefused('too_big_inside');
    const kind = to === 'jpeg' || (to === 'webp' && !hasAlpha) ? 'jpeg' : 'png';
    const fitted = image
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true });
    const drawn = kind === 'jpeg' ? fitted.jpeg({ quality: 88 }) : fitted.png({ compressionLevel: 8 });
    return { kind, bytes: await drawn.toBuffer() };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(/pixel limit/i.test(String(error)) ? 'too_big_inside' : 'broken');
  }
}

/** A picture inside a document keeps its kind, for its place there names it. @throws FileRefused */
export async function cleanPart(bytes: Buffer, as: 'jpeg' | 'png' | 'gif'): Promise<Buffer> {
  if (as !== 'gif') return (await cleanImage(bytes, as)).bytes;
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true }).gif().toBuffer();
  } catch {
    throw new FileRefused('broken');
  }
}
