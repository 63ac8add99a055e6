import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import { strippedJpeg, strippedJpx } from './clean-jpeg.rules';
import { CannotClean } from './kinds.rules';
import { DROPPED, KEPT_NOTES, KEPT_TEXTS, PLAIN_COLOURS } from './pdf-keys.rules';

const MOST_PICTURE = 64 * 1024 * 1024;
const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null;
const isText = (object: PDFObject): boolean => object instanceof PDFString || object instanceof PDFHexString;

/** Takes out of every object of a document what it tells beside what it shows. @throws CannotClean */
export class PdfObjects {
  constructor(private readonly context: PDFContext) {}

  clean(): void {
    for (const [, object] of this.context.enumerateIndirectObjects()) this.object(object);
  }

  private object(object: PDFObject): void {
    if (object instanceof PDFStream) {
      this.dictionary(object.dict);
      if (object instanceof PDFRawStream) this.picture(object);
    } else if (object instanceof PDFDict) this.dictionary(object);
    else if (object instanceof PDFArray) this.array(object);
  }

  private dictionary(dictionary: PDFDict): void {
    for (const [key, value] of dictionary.entries()) {
      const name = key.decodeText();
      if (DROPPED.has(name) || (isText(value) && !KEPT_TEXTS.has(name))) dictionary.delete(key);
      else if (name === 'Annots') this.notes(dictionary, key);
      else if (name === 'A' || name === 'URI') this.action(dictionary, key, name);
      else dictionary.set(key, this.colour(value));
    }
    for (const [, value] of dictionary.entries()) this.object(value);
  }

  private array(array: PDFArray): void {
    const isPalette = ['Indexed', 'I'].includes(nameOf(array.size() > 0 ? array.get(0) : undefined) ?? '');
    for (let at = array.size() - 1; at >= 0; at--) {
      const value = array.get(at);
      if (isText(value) && !isPalette) array.remove(at);
      else array.set(at, this.colour(value));
      this.object(value);
    }
  }

  /** Only notes that are drawn; whose they are is a text and goes with the others. */
  private notes(page: PDFDict, key: PDFName): void {
    const notes = page.lookup(key);
    if (!(notes instanceof PDFArray)) return void page.delete(key);
    for (let at = notes.size() - 1; at >= 0; at--) {
      const note = this.context.lookup(notes.get(at));
      const kind = note instanceof PDFDict ? nameOf(note.lookup(PDFName.of('Subtype'))) : null;
      if (kind === null || !KEPT_NOTES.has(kind)) notes.remove(at);
    }
  }

  /** A link may lead to a page of the web; every other action goes. */
  private action(dictionary: PDFDict, key: PDFName, name: 'A' | 'URI'): void {
    const value = dictionary.lookup(key);
    if (name === 'A') {
      const isLink = value instanceof PDFDict && nameOf(value.lookup(PDFName.of('S'))) === 'URI';
      if (value instanceof PDFDict && !isLink) dictionary.delete(key);
      return;
    }
    const address = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
    if (!/^(https?|mailto|tel):/i.test(address)) dictionary.delete(key);
  }

  /** A profile names the device and its maker: the plain colours of as many components stand for it. */
  private colour(value: PDFObject): PDFObject {
    const array = this.context.lookup(value);
    if (!(array instanceof PDFArray) || array.size() !== 2 || nameOf(array.get(0)) !== 'ICCBased') return value;
    const profile = this.context.lookup(array.get(1));
    const components = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
    const plain = components instanceof PDFNumber ? PLAIN_COLOURS[components.asNumber()] : undefined;
    if (!plain) throw new CannotClean('inside');
    return PDFName.of(plain);
  }

  /** Pictures carry EXIF of their own. */
  private picture(stream: PDFRawStream): void {
    const filters = this.filtersOf(stream.dict);
    const last = filters.at(-1);
    const strip = last === 'DCTDecode' || last === 'DCT' ? strippedJpeg : last === 'JPXDecode' ? strippedJpx : null;
    if (!strip) return;
    const bytes = filters.slice(0, -1).reduce<Buffer>((packed, filter) => {
      if (filter !== 'FlateDecode' && filter !== 'Fl') throw new CannotClean('inside');
      return inflateSync(packed, { maxOutputLength: MOST_PICTURE });
    }, Buffer.from(stream.getContents()));
    const clean = strip(bytes);
    if (!clean) throw new CannotClean('inside');
    stream.updateContents(clean);
    stream.dict.set(PDFName.of('Filter'), PDFName.of(last === 'JPXDecode' ? 'JPXDecode' : 'DCTDecode'));
    if (filters.length > 1) stream.dict.delete(PDFName.of('DecodeParms'));
  }

  private filtersOf(dictionary: PDFDict): readonly string[] {
    const filter = dictionary.lookup(PDFName.of('Filter'));
    if (filter instanceof PDFArray) return filter.asArray().map((one) => nameOf(this.context.lookup(one)) ?? '?');
    const one = nameOf(filter);
    return one === null ? [] : [one];
  }
}
