import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { hmac, sameBytes, sha256 } from '../platform/crypto/kdf';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { FilesTooLarge } from '../platform/http/file-faults';
import { FILE_LIMITS } from '../platform/http/file-limits';
import { newId } from '../platform/ids';
import type { CaseRef } from '../vault/compartments';
import { SealedFiles } from '../vault/sealed-files';
import { Vault } from '../vault/vault';
import type { Admitted } from './admissions';
import { Custody } from './custody';
import type { Source } from './exhibit.entity';
import { Exhibit } from './exhibit.entity';

/** What is sealed of an exhibit beside its bytes. */
export interface ExhibitDetails {
  readonly name: string;
  /** Hex, of the original's plain bytes. */
  readonly sha256: string;
}

/** The rows of a case's exhibits: sealed, numbered, looked up. */
@Injectable()
export class Exhibits {
  constructor(
    private readonly database: Database,
    private readonly files: SealedFiles,
    private readonly vault: Vault,
    private readonly custody: Custody,
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
  ) {}

  /** Inside a write, with the case locked or new. @throws FilesTooLarge when the case would hold too much. */
  async seal(ref: CaseRef, taken: readonly Admitted[], source: Source, by: Actor): Promise<readonly Exhibit[]> {
    return this.database.write(async (em) => {
      const { count, size } = await held(em, ref.id);
      const more = taken.reduce((sum, { original }) => sum + original.length, 0);
      if (size + more > FILE_LIMITS.case) throw caseFull();
      const sealed: Exhibit[] = [];
      for (const one of taken)
        sealed.push(await this.sealOne(em, ref, one, { no: count + sealed.length + 1, source, by }));
      return sealed;
    });
  }

  of(caseId: string): Promise<readonly Exhibit[]> {
    return this.database.reader.find(Exhibit, { where: { caseId }, order: { no: 'ASC' } });
  }

  find(caseId: string, no: number): Promise<Exhibit | null> {
    return this.database.reader.findOneBy(Exhibit, { caseId, no });
  }

  /** Whether these are the bytes that were received: for custody, when an original is opened. */
  isOriginal({ id, hashCheck }: Pick<Exhibit, 'id' | 'hashCheck'>, bytes: Buffer): boolean {
    return sameBytes(Buffer.from(hashCheck), Buffer.from(this.checkOf(id, sha256(bytes))));
  }

  private async sealOne(
    em: EntityManager,
    ref: CaseRef,
    admitted: Admitted,
    { no, source, by }: { readonly no: number; readonly source: Source; readonly by: Actor },
  ): Promise<Exhibit> {
    const { original, copy, kind, name, sha256: hash, scanned, uncleaned } = admitted;
    const readers = source === 'filing' || source === 'reporter' ? 'dialogue' : 'work';
    const details: ExhibitDetails = { name, sha256: hash.toString('hex') };
    const id = newId();
    const exhibit: Exhibit = {
      ...{ id, no, source, kind, scanned, uncleaned },
      caseId: ref.id,
      size: original.length,
      receivedAt: this.clock.now(),
      originalFile: await this.files.seal(ref, 'original', 'original', original),
      cleanFile: copy && (await this.files.seal(ref, readers, 'clean', copy.bytes)),
      cleanKind: copy?.kind ?? null,
      detailsItem: await this.vault.seal(ref, readers, 'exhibit', JSON.stringify(details)),
      hashCheck: this.checkOf(id, hash),
    };
    await em.insert(Exhibit, exhibit);
    const then = [...(scanned ? (['scanned'] as const) : []), ...(copy ? (['cleaned'] as const) : [])];
    await this.custody.note(exhibit, by, 'received', ...then);
    return exhibit;
  }

  private checkOf(id: string, hash: Buffer): string {
    return hmac(this.secret.subkey('evidence'), Buffer.concat([Buffer.from(`${id}|`), hash])).toString('base64');
  }
}

async function held(em: EntityManager, caseId: string): Promise<{ readonly count: number; readonly size: number }> {
  const exhibits = await em.find(Exhibit, { select: { no: true, size: true }, where: { caseId } });
  return {
    count: Math.max(0, ...exhibits.map(({ no }) => no)),
    size: exhibits.reduce((sum, { size }) => sum + size, 0),
  };
}

const caseFull = (): FilesTooLarge =>
  new FilesTooLarge(
    'ไฟล์ของเรื่องนี้จะเกิน ๕๐ เมกะไบต์ กรุณาย่อไฟล์ หรือส่งเฉพาะที่สำคัญ',
    'The files of this case would exceed 50 MB: make them smaller or send only what matters.',
  );
