import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { Cleaning } from './cleaning';
import type { FileKind } from './kinds.rules';
import { FileRefused } from './kinds.rules';
import { CANARY, excelBook, filmOf, letter, photograph, recording, wordDocument } from './testing/fixtures';
import { holds } from './testing/seeking';

const cleaning = new Cleaning();
const cleaned = async (kind: FileKind, bytes: Buffer): Promise<Buffer> => {
  const { copy, why } = await cleaning.clean(kind, bytes);
  if (!copy) throw new Error(`no copy: ${why}`);
  return copy.bytes;
};
const found = async (bytes: Buffer): Promise<readonly string[]> => {
  const all = await Promise.all(Object.values(CANARY).map(async (word) => ((await holds(bytes, word)) ? [word] : [])));
  return all.flat();
};
const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof FileRefused ? error.reason : error),
  );

describe('a photograph', () => {
  it('leaves where, who, when and its thumbnail behind', async () => {
    const taken = await photograph();
    expect((await found(taken)).length).toBeGreaterThan(4);
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const copy = await cleaned('jpeg', taken);
    expect(await found(copy)).toEqual([]);
    const { exif, xmp, icc, iptc, format } = await sharp(copy).metadata();
    expect({ exif, xmp, icc, iptc, format }).toEqual({ format: 'jpeg' });
  });

  it('stands upright without the mark that said how', async () => {
    const lying = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c42' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height, orientation } = await sharp(await cleaned('jpeg', lying)).metadata();
    expect({ width, height, orientation }).toEqual({ width: 40, height: 60 });
  });

  it('is refused when it would unpack to a bomb', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await reasonOf(cleaning.clean('png', bomb))).toBe('too_big_inside');
  });

  it('is refused when it only begins like one', async () => {
    const half = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('nothing more')]);
    expect(await reasonOf(cleaning.clean('jpeg', half))).toBe('broken');
  });

  it('is read by the four readers that are let in, and by no other', async () => {
    const tiff = await sharp({ create: { width: 5, height: 5, channels: 3, background: '#000' } })
      .tiff()
      .toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await reasonOf(cleaning.clean('png', tiff))).toBe('broken');
    expect(await reasonOf(cleaning.clean('png', svg))).toBe('broken');
  });

  it('of WebP becomes JPEG or PNG, and HEIC has no copy', async () => {
    const webp = await sharp(await photograph())
      .webp()
      .toBuffer();
    expect((await cleaning.clean('webp', webp)).copy?.kind).toBe('jpeg');
    expect(await cleaning.clean('heic', filmOf('heic'))).toEqual({ copy: null, why: 'kind' });
  });
});

describe('a PDF', () => {
  it('leaves authors, attachments, scripts, histories and what its pictures tell behind', async () => {
    const taken = await letter();
    expect((await found(taken)).length).toBeGreaterThan(7);
    const copy = await cleaned('pdf', taken);
    expect(await found(copy)).toEqual([]);
    expect(copy.toString('latin1')).not.toMatch(
      /\/(Info|Metadata|JavaScript|EmbeddedFiles|FileAttachment|Producer|ModDate|PieceInfo)\b/,
    );
  });

  it('keeps its pages, its text, its pictures and its notes', async () => {
    const copy = await cleaned('pdf', await letter());
    expect((await PDFDocument.load(copy)).getPageCount()).toBe(1);
    expect(await holds(copy, Buffer.from('What the letter says').toString('hex'))).toBe(true);
    expect(copy.toString('latin1')).toContain('/DCTDecode');
    expect(await holds(copy, 'A note that is shown')).toBe(true);
  });

  it('is refused when a part of it unpacks without end', async () => {
    const bomb = deflateSync(Buffer.alloc(130 * 1024 * 1024));
    const head = Buffer.from(`%PDF-1.5\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`);
    const pdf = Buffer.concat([head, bomb, Buffer.from('\nendstream\nendobj\n%%EOF')]);
    expect(await reasonOf(cleaning.clean('pdf', pdf))).toBe('too_big_inside');
    const twice = Buffer.from(
      '%PDF-1.5\n1 0 obj\n<</Filter[/Fl#61teDecode/FlateDecode]>>\nstream\nx\nendstream\n%%EOF',
    );
    expect(await reasonOf(cleaning.clean('pdf', twice))).toBe('too_big_inside');
  });

  it('is not held up by streams without number', async () => {
    // Looking at each of them from the beginning again would outlast every patience of a test.
    const pdf = Buffer.from(`%PDF-1.4\n${'stream '.repeat(1_000_000)}\n%%EOF`);
    expect(await reasonOf(cleaning.clean('pdf', pdf))).toBe('too_big_inside');
  });

  it('is refused when it cannot be read', async () => {
    expect(await reasonOf(cleaning.clean('pdf', Buffer.from('%PDF-1.4\nnothing\n%%EOF')))).toBe('broken');
  });
});

describe('an Office document', () => {
  it('of Word leaves authors, revisions, comments, paths and what its pictures tell behind', async () => {
    const taken = await wordDocument();
    expect((await found(taken)).length).toBeGreaterThan(6);
    const copy = await cleaned('docx', taken);
    expect(await found(copy)).toEqual([]);
    expect(await holds(copy, 'What the document says')).toBe(true);
    expect(Object.keys(unzipSync(copy)).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/media/image1.jpeg',
      'word/settings.xml',
    ]);
  });

  it('of Excel leaves authors, paths and printer settings behind', async () => {
    const taken = excelBook();
    expect((await found(taken)).length).toBeGreaterThan(3);
    const copy = await cleaned('xlsx', taken);
    expect(await found(copy)).toEqual([]);
    expect(await holds(copy, 'What the sheet says')).toBe(true);
  });

  it('tells no time of its own', async () => {
    const copy = await cleaned('xlsx', excelBook());
    expect(copy.readUInt32LE(10)).toBe(
      Buffer.from(zipSync({ a: [Buffer.of(), { mtime: new Date(1980, 0, 2) }] })).readUInt32LE(10),
    );
  });

  it('has no copy when it holds a drawing that cannot be drawn anew', async () => {
    const drawing = await wordDocument({ 'word/media/image2.emf': CANARY.author });
    expect(await cleaning.clean('docx', drawing)).toEqual({ copy: null, why: 'inside' });
  });

  it('is not held up by XML that is made to be slow', async () => {
    const slow = ['<'.repeat(400_000), `<a${' '.repeat(400_000)}>`, '<!--'.repeat(200_000), `<""'<"''`.repeat(90_000)];
    // An expression that goes back and forth would outlast every patience of a test.
    for (const text of slow) {
      const document = await wordDocument({ 'word/styles.xml': text });
      expect(await cleaning.clean('docx', document)).toHaveProperty('copy');
    }
  });

  it('has no copy when its XML names entities', async () => {
    const entity = await wordDocument({ 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' });
    expect(await cleaning.clean('docx', entity)).toEqual({ copy: null, why: 'inside' });
  });
});

describe('sound, film and text', () => {
  it('of WAV keeps the sound alone', async () => {
    const copy = await cleaned('wav', recording());
    expect(await found(copy)).toEqual([]);
    expect(copy.includes('LIST')).toBe(false);
    expect(copy.readUInt32LE(4)).toBe(copy.length - 8);
  });

  it.each(['mp3', 'm4a', 'mp4'] as const)('of %s has no cleaned copy', async (kind) => {
    expect(await cleaning.clean(kind, filmOf('isom'))).toEqual({ copy: null, why: 'kind' });
  });

  it('in TIS-620 becomes UTF-8', async () => {
    expect((await cleaned('text', Buffer.from('a1d2c3', 'hex'))).toString()).toBe('การ');
  });
});
