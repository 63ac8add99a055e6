import { PDFDocument } from '@cantoo/pdf-lib';
import type { CleanCopy } from './clean-image';
import { CannotClean, FileRefused } from './kinds.rules';
import { TELLTALES } from './pdf-keys.rules';
import { PdfObjects } from './pdf-objects';
import { streamsOf } from './pdf-streams';

const MOST_PAGES = 1_000;
/** Objects before other requests get their turn. */
const PER_TURN = 500;

/**
 * The pages copied into a new document, so that history, attachments, scripts and whatever no page shows stay behind;
 * then every object rid of what it tells. The result is read once more: what still tells is not handed out.
 * @throws FileRefused broken, encrypted or too_big_inside
 * @throws CannotClean when a part cannot be followed
 */
export async function cleanPdf(bytes: Buffer): Promise<CleanCopy> {
  for await (const plain of streamsOf(bytes)) void plain;
  const source = await readPdf(bytes);
  try {
    new PdfObjects(source.context).clean();
    const clean = await PDFDocument.create({ updateMetadata: false });
    for (const page of await clean.copyPages(source, source.getPageIndices())) clean.addPage(page);
    clean.context.trailerInfo.Info = undefined;
    const saved = Buffer.from(
      await clean.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
        objectsPerTick: PER_TURN,
      }),
    );
    await mustTellNothing(saved);
    return { kind: 'pdf', bytes: saved };
  } catch (error) {
    throw error instanceof FileRefused ? error : new CannotClean('inside');
  }
}

async function readPdf(bytes: Buffer): Promise<PDFDocument> {
  try {
    const source = await PDFDocument.load(bytes, {
      updateMetadata: false,
      warnOnInvalidObjects: false,
      parseSpeed: PER_TURN,
    });
    const pages = source.getPageCount();
    if (pages === 0 || pages > MOST_PAGES) throw new FileRefused(pages === 0 ? 'broken' : 'too_big_inside');
    return source;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(/encrypt|password/i.test(String(error)) ? 'encrypted' : 'broken');
  }
}

/** The proof of the work above, by another reader. @throws CannotClean */
async function mustTellNothing(pdf: Buffer): Promise<void> {
  const tells = (plain: Buffer): boolean => TELLTALES.some((tale) => plain.includes(Buffer.from(tale, 'latin1')));
  if (tells(pdf)) throw new CannotClean('inside');
  for await (const plain of streamsOf(pdf)) if (tells(plain)) throw new CannotClean('inside');
}
