import { FileRefused } from './kinds.rules';

/** Old Thai files are in TIS-620; anything that is neither this nor Unicode is no text. */
const ENCODINGS = ['utf-8', 'windows-874'] as const;
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffd\ufffe]/;
/** A text that a reader would take for a page or a program. */
const MARKUP = /^\s*<|<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)\b/i;
const PROGRAM = /^(?:\{\\rtf|%!PS|#!|MZ)/;

/** A plain text's characters. @throws FileRefused unknown or markup */
export function textOf(bytes: Buffer): string {
  const text = decoded(bytes);
  if (text === null || CONTROL.test(text) || PROGRAM.test(text)) throw new FileRefused('unknown');
  if (MARKUP.test(text)) throw new FileRefused('markup');
  return text;
}

function decoded(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryAs('utf-16be', bytes);
  for (const encoding of ENCODINGS) {
    const text = tryAs(encoding, bytes);
    if (text !== null && (encoding === 'utf-8' || /[\u0e01-\u0e5b]/.test(text))) return text;
  }
  return null;
}

function tryAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
