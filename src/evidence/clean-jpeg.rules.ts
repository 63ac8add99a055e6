/* Pictures inside a PDF keep their pixels as they are; only what is told about them goes. */

const APP0 = 0xe0;
const APP14 = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * A JPEG without EXIF, XMP, thumbnails, comments and profiles: every APPn but Adobe's colour mark, the JFIF mark cut to
 * its own fourteen bytes, and nothing behind the end of the image.
 * @returns null when it is no JPEG that can be followed to its end.
 */
export function strippedJpeg(jpeg: Buffer): Buffer | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept: Buffer[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return null;
    const mark = jpeg[at + 1] ?? 0;
    if (mark === 0xff) {
      at++;
      continue;
    }
    if (mark === END_OF_IMAGE) break;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) return null;
    if (mark === APP0) kept.push(...jfif(jpeg.subarray(at, end)));
    else if (mark === APP14 || !isTold(mark)) kept.push(jpeg.subarray(at, end));
    at = end;
    if (mark === START_OF_SCAN) {
      const scan = scanEnd(jpeg, at);
      kept.push(jpeg.subarray(at, scan));
      at = scan;
    }
  }
  return Buffer.concat([...kept, Buffer.from([0xff, END_OF_IMAGE])]);
}

const isTold = (mark: number): boolean => (mark >= APP0 && mark <= 0xef) || mark === COMMENT;

/** Version, density, and a thumbnail of no size; the JFXX extension is a thumbnail and nothing else. */
function jfif(segment: Buffer): readonly Buffer[] {
  if (segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length < 18) return [];
  const short = Buffer.from(segment.subarray(0, 18));
  short.writeUInt16BE(16, 2);
  short.fill(0, 16);
  return [short];
}

/** Entropy-coded bytes run until a mark that is neither stuffing nor a restart. */
function scanEnd(jpeg: Buffer, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at++) {
    const next = jpeg[at + 1] ?? 0;
    if (jpeg[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}

const JPX_KEPT = ['jP  ', 'ftyp', 'jp2h', 'jp2c'];
const CODESTREAM = 0xff4f;
const JPX_COMMENT = 0xff64;
const START_OF_TILE = 0xff90;

/** A JPEG 2000 file or codestream without XML, UUID (EXIF, GPS, XMP) and comment parts. @returns null if not followed */
export function strippedJpx(jpx: Buffer): Buffer | null {
  if (jpx.length > 2 && jpx.readUInt16BE(0) === CODESTREAM) return codestream(jpx);
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= jpx.length;) {
    const size = jpx.readUInt32BE(at);
    if (size === 1) return null;
    const end = size === 0 ? jpx.length : at + size;
    if (end < at + 8 || end > jpx.length) return null;
    const type = jpx.toString('latin1', at + 4, at + 8);
    const box = type === 'jp2c' ? codestreamBox(jpx.subarray(at + 8, end)) : jpx.subarray(at, end);
    if (box === null) return null;
    if (JPX_KEPT.includes(type)) kept.push(box);
    at = end;
  }
  return kept.length > 0 ? Buffer.concat(kept) : null;
}

function codestreamBox(stream: Buffer): Buffer | null {
  const clean = codestream(stream);
  if (!clean) return null;
  const head = Buffer.alloc(8);
  head.writeUInt32BE(clean.length + 8, 0);
  head.write('jp2c', 4, 'latin1');
  return Buffer.concat([head, clean]);
}

function codestream(stream: Buffer): Buffer | null {
  if (stream.length < 4 || stream.readUInt16BE(0) !== CODESTREAM) return null;
  const kept: Buffer[] = [stream.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= stream.length) {
    const mark = stream.readUInt16BE(at);
    if (mark === START_OF_TILE) return Buffer.concat([...kept, stream.subarray(at)]);
    const end = at + 2 + stream.readUInt16BE(at + 2);
    if (end > stream.length) return null;
    if (mark !== JPX_COMMENT) kept.push(stream.subarray(at, end));
    at = end;
  }
  return null;
}
