import type { FileKind } from './kinds.rules';
import { FileRefused } from './kinds.rules';

/** The end record of a ZIP may stand so far from the end of the file. */
const ZIP_TAIL = 65_557;
const HEAD = 1_024;
/** What makes a browser or a server run something; long enough not to stand in compressed pictures by chance. */
const MARKUP = /<(?:script|!doctype|html[\s>]|\?php|iframe|object\s|embed\s)/i;
/** Short, so looked for where a sniffing reader looks. */
const MARKUP_HEAD = /<(?:svg|html|body|head)[\s>]/i;

/**
 * One file, one kind: no second format may begin in its head, hang at its tail, or lie in it as markup.
 * Data behind a picture's end is not refused for itself: telephones write there. The cleaned copy has none of it.
 * @throws FileRefused polyglot
 */
export function mustBeOneThing(bytes: Buffer, kind: FileKind): void {
  const head = bytes.toString('latin1', 0, HEAD);
  const isZip = kind === 'docx' || kind === 'xlsx';
  if (kind !== 'pdf' && head.includes('%PDF-')) throw new FileRefused('polyglot');
  if (kind === 'pdf' && !endsAsPdf(bytes)) throw new FileRefused('polyglot');
  if (!isZip && hasZipTail(bytes)) throw new FileRefused('polyglot');
  if (isZip || kind === 'pdf') return;
  if (MARKUP_HEAD.test(bytes.toString('latin1', 0, 4 * HEAD)) || MARKUP.test(bytes.toString('latin1'))) {
    throw new FileRefused('polyglot');
  }
}

/** Signature and two disk numbers of zero: eight bytes that chance does not write. */
const hasZipTail = (bytes: Buffer): boolean =>
  bytes.subarray(-ZIP_TAIL).includes(Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'));

/** Nothing but a little dust behind the last end mark. */
function endsAsPdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF');
  return end > 0 && bytes.length - end <= HEAD && !/<[a-z!?]/i.test(bytes.toString('latin1', end));
}
