import { zipSync } from 'fflate';
import { posix } from 'node:path';
import type { CleanCopy } from './clean-image';
import { cleanPart } from './clean-image';
import { CannotClean, FileRefused } from './kinds.rules';
import { UNCLEAN_MEDIA, isKept } from './office-parts.rules';
import { cleanRelations, cleanTypes, cleanXml, readXml } from './xml.rules';
import { readOffice } from './zip.rules';

/** The earliest day a ZIP can name: no entry tells when it was made. */
const NO_TIME = new Date(1980, 0, 2);
const NONE: ReadonlySet<string> = new Set();

/**
 * A document made anew from the parts that show something, each rid of persons, times and revision marks; pictures drawn
 * anew.
 * @throws FileRefused when it cannot be read
 * @throws CannotClean when it holds a drawing that cannot be drawn anew, or XML that cannot be followed
 */
export async function cleanOffice(bytes: Buffer): Promise<CleanCopy> {
  const { kind, parts } = readOffice(bytes);
  const names = [...parts.keys()].filter(isKept);
  if ([...parts.keys()].some((name) => UNCLEAN_MEDIA.test(name) && !isKept(name))) throw new CannotClean('inside');
  const there = new Set(names);
  const relations = new Map<string, { readonly text: string; readonly cut: ReadonlySet<string> }>();
  for (const name of names.filter((one) => one.endsWith('.rels'))) {
    const owner = ownerOf(name);
    relations.set(
      owner,
      cleanRelations(readXml(partOf(parts, name)), (target) => there.has(targetOf(owner, target))),
    );
  }
  const clean: Record<string, Uint8Array> = {};
  for (const name of names) clean[name] = await cleaned(name, partOf(parts, name), relations, there);
  return { kind, bytes: Buffer.from(zipSync(clean, { level: 6, mtime: NO_TIME })) };
}

async function cleaned(
  name: string,
  part: Uint8Array,
  relations: ReadonlyMap<string, { readonly text: string; readonly cut: ReadonlySet<string> }>,
  there: ReadonlySet<string>,
): Promise<Uint8Array> {
  const picture = /\.(jpe?g|png|gif)$/i.exec(name)?.[1]?.toLowerCase();
  if (picture) return drawn(Buffer.from(part), picture === 'png' || picture === 'gif' ? picture : 'jpeg');
  if (name === '[Content_Types].xml') return Buffer.from(cleanTypes(readXml(part), (one) => there.has(one)));
  if (name.endsWith('.rels')) return Buffer.from(relations.get(ownerOf(name))?.text ?? '');
  return Buffer.from(cleanXml(readXml(part), relations.get(name)?.cut ?? NONE));
}

/** A picture that cannot be drawn leaves the document without a cleaned copy; it does not refuse it. */
async function drawn(bytes: Buffer, as: 'jpeg' | 'png' | 'gif'): Promise<Buffer> {
  try {
    return await cleanPart(bytes, as);
  } catch (error) {
    throw error instanceof FileRefused && error.reason === 'too_big_inside' ? error : new CannotClean('inside');
  }
}

/** `word/_rels/document.xml.rels` speaks for `word/document.xml`; `_rels/.rels` for the package. */
const ownerOf = (relations: string): string => relations.replace(/_rels\/([^/]*)\.rels$/, '$1');

const targetOf = (owner: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target);

function partOf(parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const part = parts.get(name);
  if (!part) throw new CannotClean('inside');
  return part;
}
