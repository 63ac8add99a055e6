import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock';
import { SealBroken, open, openKey, padText, randomKey, seal, sealKeyTo, unpadText } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { NotFound } from '../platform/errors';
import { newId } from '../platform/ids';
import { itemContext, ownerOf } from './binding';
import type { CaseRef, OpenCompartment, ReporterKey } from './compartments';
import { Compartments } from './compartments';
import { Directory } from './directory';
import type { Handover } from './split-keys';
import { SplitKeys } from './split-keys';
import type { KeyBunch } from './unit-keys';
import { mustBeThere } from './there';
import { UnitKeys } from './unit-keys';
import { readerKey } from './units';
import type { CompartmentKind } from './vault.entities';
import { SealedItem } from './vault.entities';

type ItemIds = readonly (string | null | undefined)[];

/**
 * Seals every free text and opens it for whom it was sealed. No other room touches a key.
 * Sealing needs nobody's permission; opening is asked by a looker or a reporter, and a looker's leaves an audit row.
 */
@Injectable()
export class Vault {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly directory: Directory,
    private readonly unitKeys: UnitKeys,
    private readonly splitKeys: SplitKeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals one text; inside a write.
   * @param field what the text is, a code: `allegation`, `reasons` …
   * @param part the referral's id when `kind` is `referral`.
   * @returns the item's id, which a paper keeps instead of the text.
   */
  async seal(ref: CaseRef, kind: CompartmentKind, field: string, text: string, part = ''): Promise<string> {
    const compartment = await this.compartments.find(ref, kind, part);
    const { epoch, publicKey: stored, mac } = compartment;
    const publicKey = this.directory.check(ownerOf(compartment), epoch, stored, mac);
    const id = newId();
    const context = itemContext(compartment, id, field);
    const key = randomKey();
    const item: SealedItem = {
      id,
      compartmentId: compartment.id,
      field,
      itemKey: sealKeyTo(publicKey, context, key).toString('base64'),
      envelope: seal(key, context, padText(text)).toString('base64'),
      sealedAt: this.clock.now(),
    };
    await this.database.write((em) => em.insert(SealedItem, item));
    return id;
  }

  /** As `seal`, for a text that may be absent. */
  async sealIfAny(
    ref: CaseRef,
    kind: CompartmentKind,
    field: string,
    text: string | undefined,
    part = '',
  ): Promise<string | null> {
    return text ? this.seal(ref, kind, field, text, part) : null;
  }

  /**
   * The texts of these items by id, for a member of a unit they were sealed to; all of this case and no other.
   * @throws SealBroken when an item belongs to another case.
   * @throws NotFound when one of them was not sealed to this looker: not yours looks like not there.
   */
  async read(looker: Looker, ref: CaseRef, itemIds: ItemIds): Promise<Map<string, string>> {
    const ids = known(itemIds);
    if (ids.length === 0) return new Map();
    mustBeThere(looker, ref);
    const texts = await this.open(ref, ids, await this.unitKeys.of(looker));
    await this.audit.record({
      actor: { kind: 'officer', id: looker.officerId },
      act: 'content.read',
      subjectKind: 'item',
      subjectId: ids[0] ?? null,
      data: { items: ids },
    });
    return texts;
  }

  /**
   * The identity's texts, for an officer to whom a custodian has handed her half (KEYS K7).
   * @throws NotFound SealBroken
   */
  async readIdentity(asker: Looker, ref: CaseRef, handover: Handover, itemIds: ItemIds): Promise<Map<string, string>> {
    mustBeThere(asker, ref);
    const opened = await this.splitKeys.join(asker, ref, { ...handover, kind: 'identity' });
    const items = await this.items(known(itemIds));
    if (items.some(({ compartmentId }) => compartmentId !== opened.compartment.id)) throw new SealBroken();
    const texts = new Map(items.map((item) => [item.id, openItem(item, opened)]));
    await this.audit.record({
      actor: { kind: 'officer', id: asker.officerId },
      act: 'identity.read',
      subjectKind: 'case',
      subjectId: ref.id,
      data: { request: handover.requestId },
    });
    return texts;
  }

  /** The reporter's own side, opened by her receipt. */
  readAsReporter(key: ReporterKey, ref: CaseRef, itemIds: ItemIds): Promise<Map<string, string>> {
    return this.open(ref, known(itemIds), new Map([[readerKey(`reporter:${key.keyId}`, 1), key]]));
  }

  /** For whoever holds a referral's code: what its keys open, and no other text (KEYS K6). @throws SealBroken */
  async readLent(codeId: string, opened: readonly OpenCompartment[], itemIds: ItemIds): Promise<Map<string, string>> {
    const ids = known(itemIds);
    if (ids.length === 0) return new Map();
    const of = new Map(opened.map((one) => [one.compartment.id, one]));
    const items = await this.items(ids);
    const texts = new Map(items.map((item) => [item.id, openItem(item, of.get(item.compartmentId))]));
    await this.audit.record({
      actor: { kind: 'agency', id: codeId },
      act: 'content.read',
      subjectKind: 'item',
      subjectId: ids[0] ?? null,
      data: { items: ids },
    });
    return texts;
  }

  private async open(ref: CaseRef, ids: readonly string[], keys: KeyBunch): Promise<Map<string, string>> {
    const items = await this.items(ids);
    const opened = new Map<string, OpenCompartment>();
    for (const id of new Set(items.map((item) => item.compartmentId))) {
      opened.set(id, await this.compartments.open(ref, id, keys));
    }
    return new Map(items.map((item) => [item.id, openItem(item, opened.get(item.compartmentId))]));
  }

  private async items(ids: readonly string[]): Promise<readonly SealedItem[]> {
    const items: SealedItem[] = [];
    for (const piece of chunks(ids)) {
      items.push(...(await this.database.reader.find(SealedItem, { where: { id: In(piece) } })));
    }
    if (items.length !== ids.length) throw new NotFound();
    return items;
  }
}

const known = (ids: ItemIds): string[] => [...new Set(ids.filter((id) => typeof id === 'string'))];

export function openItem(item: SealedItem, opened: OpenCompartment | undefined): string {
  if (!opened) throw new SealBroken();
  const context = itemContext(opened.compartment, item.id, item.field);
  const key = openKey(opened, context, Buffer.from(item.itemKey, 'base64'));
  return unpadText(open(key, context, Buffer.from(item.envelope, 'base64')));
}
