import { Injectable } from '@nestjs/common';
import { sha256 } from '../platform/crypto/kdf';
import { WrongFields } from '../platform/errors';
import type { ReceivedFile } from '../platform/http/multipart';
import type { CleanCopy } from './clean-image';
import { Cleaning } from './cleaning';
import type { FileKind, Refusal, Uncleaned } from './kinds.rules';
import { FileRefused } from './kinds.rules';
import { refusalOf } from './refusal-words';
import { Scanner } from './scanner';
import { kindOf } from './sniff.rules';

/** A file that was looked at, scanned and cleaned, and waits in memory to be sealed. */
export interface Admitted {
  readonly name: string;
  readonly kind: FileKind;
  readonly original: Buffer;
  /** Of the original. */
  readonly sha256: Buffer;
  readonly copy: CleanCopy | null;
  readonly uncleaned: Uncleaned | null;
  readonly scanned: boolean;
}

export interface Admission {
  readonly taken: readonly Admitted[];
  /** Names of files in which the scanner found something, where the rest is taken without them. */
  readonly leftOut: readonly string[];
}

export const NOTHING: Admission = { taken: [], leftOut: [] };

/** refuse: staff are told · leave out: a reporter's complaint is taken without the file, and she is told */
export type WhenInfected = 'refuse' | 'leave_out';

/** Decides which files are taken, before anything is written. Not inside a write: it asks clamd. */
@Injectable()
export class Admissions {
  constructor(
    private readonly scanner: Scanner,
    private readonly cleaning: Cleaning,
  ) {}

  /** @throws WrongFields naming every file that is not taken, and why. */
  async admit(files: readonly ReceivedFile[], infected: WhenInfected): Promise<Admission> {
    if (files.length === 0) return NOTHING;
    const taken: Admitted[] = [];
    const leftOut: string[] = [];
    const refused: { readonly name: string; readonly reason: Refusal }[] = [];
    for (const file of files) {
      try {
        taken.push(await this.look(file));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        if (error.reason === 'infected' && infected === 'leave_out') leftOut.push(file.name);
        else refused.push({ name: file.name, reason: error.reason });
      }
    }
    if (refused.length > 0) throw new WrongFields(refused.map(({ name, reason }) => refusalOf(name, reason)));
    return { taken, leftOut };
  }

  private async look({ name, bytes }: ReceivedFile): Promise<Admitted> {
    const kind = kindOf(bytes);
    const verdict = await this.scanner.scan(bytes);
    if (verdict === 'infected') throw new FileRefused('infected');
    const { copy, why } = await this.cleaning.clean(kind, bytes);
    return {
      ...{ name, kind, copy },
      original: bytes,
      sha256: sha256(bytes),
      uncleaned: why,
      scanned: verdict === 'clean',
    };
  }
}
