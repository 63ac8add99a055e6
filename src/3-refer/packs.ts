import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import type { Actor } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Custody } from '../evidence/custody';
import type { Exhibit } from '../evidence/exhibit.entity';
import { Exhibits } from '../evidence/exhibits';
import type { HandedCopy } from '../evidence/handing-out';
import type { CleanKind } from '../evidence/kinds.rules';
import { HANDED_AS } from '../evidence/kinds.rules';
import { Database } from '../platform/database/database';
import { NotFound, WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import type { OpenCompartment } from '../vault/compartments';
import { SealedFiles } from '../vault/sealed-files';
import { ReferralExhibit } from './referral-exhibit.entity';

/** A cleaned copy, opened to be sealed once more for those who are asked. */
export interface Chosen {
  readonly exhibit: Exhibit;
  readonly kind: CleanKind;
  readonly bytes: Buffer;
}

/** What went along with a referral, counted within it: how many exhibits the case has is not told. */
export interface EnclosedCopy {
  readonly no: number;
  readonly kind: CleanKind;
  readonly fileId: string;
  readonly exhibit: Exhibit;
}

/** Cleaned copies that go along with a referral, sealed for that agency; an original never leaves custody. */
@Injectable()
export class Packs {
  constructor(
    private readonly database: Database,
    private readonly exhibits: Exhibits,
    private readonly files: SealedFiles,
    private readonly custody: Custody,
  ) {}

  /** Exhibits of which there is something to send. */
  async toChoose(caseId: string): Promise<readonly Exhibit[]> {
    return (await this.exhibits.of(caseId)).filter(({ cleanFile }) => cleanFile !== null);
  }

  /** Opens the copies for the looker. @throws WrongFields when one of them is not there or has no cleaned copy. */
  async choose(looker: Looker, file: CaseFile, nos: readonly number[]): Promise<readonly Chosen[]> {
    const all = await this.exhibits.of(file.id);
    const chosen: Chosen[] = [];
    for (const no of [...new Set(nos)].sort((a, b) => a - b)) {
      const exhibit = all.find((one) => one.no === no);
      if (!exhibit?.cleanFile || !exhibit.cleanKind) throw notToBeSent();
      const bytes = await this.files.read(looker, file, exhibit.cleanFile);
      chosen.push({ exhibit, kind: exhibit.cleanKind, bytes });
    }
    return chosen;
  }

  /** Inside a write; the chain of each exhibit tells that a copy was handed out. */
  async enclose(looker: Looker, file: CaseFile, referralId: string, chosen: readonly Chosen[]): Promise<void> {
    await this.database.write(async (em) => {
      for (const { exhibit, bytes } of chosen) {
        const fileId = await this.files.seal(file, 'referral', 'clean', bytes, referralId);
        const row: ReferralExhibit = { id: newId(), referralId, exhibitId: exhibit.id, fileId };
        await em.insert(ReferralExhibit, row);
        await this.custody.note(exhibit, officer(looker), 'handed_out');
      }
    });
  }

  /** By referral, each in the order in which it was enclosed. */
  async of(caseId: string, referralIds: readonly string[]): Promise<ReadonlyMap<string, readonly EnclosedCopy[]>> {
    const packs = new Map<string, EnclosedCopy[]>(referralIds.map((id) => [id, []]));
    if (referralIds.length === 0) return packs;
    const where = { referralId: In([...referralIds]) };
    const rows = await this.database.reader.find(ReferralExhibit, { where, order: { id: 'ASC' } });
    if (rows.length === 0) return packs;
    const exhibits = new Map((await this.exhibits.of(caseId)).map((one) => [one.id, one]));
    for (const { referralId, exhibitId, fileId } of rows) {
      const [pack, exhibit] = [packs.get(referralId), exhibits.get(exhibitId)];
      if (pack && exhibit?.cleanKind) pack.push({ no: pack.length + 1, kind: exhibit.cleanKind, fileId, exhibit });
    }
    return packs;
  }

  /** For an officer of the agency or of the desk, who has been let through to this referral. @throws NotFound SealBroken */
  async handOut(looker: Looker, file: CaseFile, referral: Referral, no: string): Promise<HandedCopy> {
    const copy = await this.find(referral, no);
    const bytes = await this.files.read(looker, file, copy.fileId);
    return this.handed(file, copy, bytes, officer(looker));
  }

  /** For whoever is in with the referral's code. @throws NotFound SealBroken */
  async handLent(
    keys: readonly OpenCompartment[],
    codeId: string,
    { file, referral }: { readonly file: CaseFile; readonly referral: Referral },
    no: string,
  ): Promise<HandedCopy> {
    const copy = await this.find(referral, no);
    for (const key of keys) {
      const bytes = await this.files.openWith(key, copy.fileId).catch(orElsewhere);
      if (bytes) return this.handed(file, copy, bytes, { kind: 'agency', id: codeId });
    }
    throw new NotFound();
  }

  private async handed(file: CaseFile, copy: EnclosedCopy, bytes: Buffer, by: Actor): Promise<HandedCopy> {
    await this.custody.note(copy.exhibit, by, 'handed_out');
    return { bytes, kind: copy.kind, name: `${file.number}-enclosure-${copy.no}.${HANDED_AS[copy.kind].ending}` };
  }

  private async find({ caseId, id }: Referral, no: string): Promise<EnclosedCopy> {
    const pack = (await this.of(caseId, [id])).get(id) ?? [];
    const copy = pack.find((one) => String(one.no) === no);
    if (!copy) throw new NotFound();
    return copy;
  }
}

/** Sealed in another epoch of the referral: the next key is tried. */
function orElsewhere(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

const notToBeSent = (): WrongFields =>
  WrongFields.one(
    'exhibits',
    say('ส่งได้เฉพาะไฟล์ที่มีสำเนาที่ล้างข้อมูลแฝงแล้ว', 'Only a file that has a cleaned copy can be sent.'),
  );
