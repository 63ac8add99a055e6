import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { openBytes, openKey, randomKey, sealBytes, sealKeyTo } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { NotFound } from '../platform/errors';
import { newId } from '../platform/ids';
import { itemContext, ownerOf } from './binding';
import type { CaseRef, OpenCompartment, ReporterKey } from './compartments';
import { Compartments } from './compartments';
import { Directory } from './directory';
import { SealedFile } from './sealed-file.entity';
import { Shelf } from './shelf';
import { mustBeThere } from './there';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import { readerKey } from './units';
import type { CompartmentKind } from './vault.entities';

/**
 * Seals files as the vault seals texts. Opening is asked by a looker, a reporter or the custody room; the room that asks
 * writes who was handed what.
 */
@Injectable()
export class SealedFiles {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly directory: Directory,
    private readonly unitKeys: UnitKeys,
    private readonly shelf: Shelf,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals one file; inside a write. The bytes are on disk, sealed, before the row is written; a write that is rolled
   * back takes them away again.
   * @param part the referral's id when `kind` is `referral`.
   * @returns the id, by which a paper knows the file.
   */
  async seal(ref: CaseRef, kind: CompartmentKind, field: string, bytes: Buffer, part = ''): Promise<string> {
    const compartment = await this.compartments.find(ref, kind, part);
    const { epoch, publicKey: stored, mac } = compartment;
    const publicKey = this.directory.check(ownerOf(compartment), epoch, stored, mac);
    const id = newId();
    const context = itemContext(compartment, id, field);
    const key = randomKey();
    this.database.afterRollback(() => this.shelf.remove(id));
    await this.shelf.put(id, sealBytes(key, context, bytes));
    const file: SealedFile = {
      id,
      compartmentId: compartment.id,
      field,
      fileKey: sealKeyTo(publicKey, context, key).toString('base64'),
      sealedAt: this.clock.now(),
    };
    await this.database.write((em) => em.insert(SealedFile, file));
    return id;
  }

  /**
   * @throws SealBroken when the file belongs to another case, or its bytes are not those that were sealed.
   * @throws NotFound when it was not sealed to this looker.
   */
  async read(looker: Looker, ref: CaseRef, id: string): Promise<Buffer> {
    mustBeThere(looker, ref);
    return this.open(ref, id, await this.unitKeys.of(looker));
  }

  /** The reporter's own side, opened by her receipt. */
  readAsReporter(key: ReporterKey, ref: CaseRef, id: string): Promise<Buffer> {
    return this.open(ref, id, new Map([[readerKey(`reporter:${key.keyId}`, 1), key]]));
  }

  /**
   * For custody, which has joined the halves of an `original` compartment (KEYS K7), and for whoever holds a referral's
   * code (K6). @throws NotFound SealBroken
   */
  async openWith(opened: OpenCompartment, id: string): Promise<Buffer> {
    const file = await this.row(id);
    if (file.compartmentId !== opened.compartment.id) throw new NotFound();
    return this.openFile(opened, file);
  }

  /** Files without a row, left by a crash. At the start of a server only. @returns how many went. */
  sweep(): Promise<number> {
    return this.shelf.sweep(async (ids) => {
      const known = new Set<string>();
      for (const piece of chunks(ids)) {
        for (const { id } of await this.database.reader.find(SealedFile, { where: { id: In(piece) } })) known.add(id);
      }
      return known;
    });
  }

  private async open(ref: CaseRef, id: string, keys: KeyBunch): Promise<Buffer> {
    const file = await this.row(id);
    return this.openFile(await this.compartments.open(ref, file.compartmentId, keys), file);
  }

  private async openFile(opened: OpenCompartment, file: SealedFile): Promise<Buffer> {
    const context = itemContext(opened.compartment, file.id, file.field);
    const key = openKey(opened, context, Buffer.from(file.fileKey, 'base64'));
    return openBytes(key, context, await this.shelf.take(file.id));
  }

  private async row(id: string): Promise<SealedFile> {
    const file = await this.database.reader.findOneBy(SealedFile, { id });
    if (!file) throw new NotFound();
    return file;
  }
}
