import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { officer } from '../cases/story-line';
import { Custody } from '../evidence/custody';
import { Exhibits } from '../evidence/exhibits';
import { SealBroken } from '../platform/crypto/sealing';
import { SealedFiles } from '../vault/sealed-files';
import type { Handover } from '../vault/split-keys';
import { SplitKeys } from '../vault/split-keys';
import { NoSuchExhibit } from './custody.errors';

export interface Original {
  /** `NWT-2569-1234567-3.original`: never what the sender called it, never a type that something would open by itself. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Evidence as it was received, opened by two (KEYS K7): what no cleaning could make safe to hand out. */
@Injectable()
export class Originals {
  constructor(
    private readonly exhibits: Exhibits,
    private readonly files: SealedFiles,
    private readonly splitKeys: SplitKeys,
    private readonly custody: Custody,
  ) {}

  /** @throws NoSuchExhibit */
  async mustExist(file: CaseFile, no: number): Promise<number> {
    if (!(await this.exhibits.find(file.id, no))) throw new NoSuchExhibit();
    return no;
  }

  /** The chain of custody tells of it. @throws NotFound SealBroken when these are not the bytes that were received. */
  async open(looker: Looker, file: CaseFile, no: number, handover: Handover): Promise<Original> {
    const exhibit = await this.exhibits.find(file.id, no);
    if (!exhibit) throw new NoSuchExhibit();
    const opened = await this.splitKeys.join(looker, file, handover);
    const bytes = await this.files.openWith(opened, exhibit.originalFile);
    if (!this.exhibits.isOriginal(exhibit, bytes)) throw new SealBroken();
    await this.custody.note(exhibit, officer(looker), 'opened');
    return { name: `${file.number}-${no}.original`, bytes };
  }
}
