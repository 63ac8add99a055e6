import { Injectable } from '@nestjs/common';
import { Mutex } from '../platform/database/mutex';
import type { CleanCopy } from './clean-image';
import { cleanImage } from './clean-image';
import { cleanOffice } from './clean-office';
import { cleanPdf } from './clean-pdf';
import type { FileKind, Uncleaned } from './kinds.rules';
import { CannotClean } from './kinds.rules';
import { textOf } from './text.rules';
import { cleanWav } from './wav.rules';

export type Cleaned =
  { readonly copy: CleanCopy; readonly why: null } | { readonly copy: null; readonly why: Uncleaned };

/** What each kind becomes. HEIC is patented and sharp's own build does not read it; nothing here cleans sound or film surely. */
const BY_KIND: Readonly<Partial<Record<FileKind, (bytes: Buffer) => Promise<CleanCopy>>>> = {
  jpeg: (bytes) => cleanImage(bytes, 'jpeg'),
  png: (bytes) => cleanImage(bytes, 'png'),
  webp: (bytes) => cleanImage(bytes, 'webp'),
  pdf: cleanPdf,
  docx: cleanOffice,
  xlsx: cleanOffice,
  text: async (bytes) => ({ kind: 'text', bytes: Buffer.from(textOf(bytes)) }),
  wav: async (bytes) => ({ kind: 'wav', bytes: cleanWav(bytes) }),
};

/** Makes the copy that everyone but custody sees; in memory, one file at a time in each process. */
@Injectable()
export class Cleaning {
  private readonly turn = new Mutex();

  /** A file that cannot be cleaned has no copy; it is never handed out as clean. @throws FileRefused */
  clean(kind: FileKind, bytes: Buffer): Promise<Cleaned> {
    const work = BY_KIND[kind];
    if (!work) return Promise.resolve({ copy: null, why: 'kind' });
    return this.turn.run(async () => {
      try {
        return { copy: await work(bytes), why: null };
      } catch (error) {
        if (error instanceof CannotClean) return { copy: null, why: error.why };
        throw error;
      }
    });
  }
}
