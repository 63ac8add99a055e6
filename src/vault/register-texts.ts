import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock';
import { SealBroken, open, openKey, padText, randomKey, seal, sealKeyTo, unpadText } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { Conflict, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Directory } from './directory';
import { RegisterKey, RegisterText } from './register-text.entity';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import type { UnitCode } from './units';
import { readerKey, readerNameOf } from './units';

const BATCH = 50;

/** 409: none of the units that keep this register has a key yet. */
export class NobodyToRead extends Conflict {
  constructor() {
    super(say('ยังไม่มีหน่วยใดที่มีกุญแจ จึงยังบันทึกไม่ได้', 'No unit that keeps this register has a key yet.'));
  }
}

/**
 * Texts of a register that belongs to no case, such as the breaches. Each has a key of its own, sealed to every unit that
 * keeps the register; a unit's new key is followed as that of a compartment is (KEYS K15).
 */
@Injectable()
export class RegisterTexts {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly unitKeys: UnitKeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Inside a write. @returns the text's id. @throws NobodyToRead */
  async seal(
    entry: Pick<RegisterText, 'province' | 'register' | 'entryId'>,
    text: string,
    units: readonly UnitCode[],
  ): Promise<string> {
    const row = { ...entry, id: newId(), sealedAt: this.clock.now() };
    const key = randomKey();
    const keys: RegisterKey[] = [];
    for (const unit of units) keys.push(await this.keyFor(row, unit, key));
    if (keys.every(({ sealed }) => sealed === '')) throw new NobodyToRead();
    await this.database.write(async (em) => {
      await em.insert(RegisterText, { ...row, envelope: seal(key, contextOf(row), padText(text)).toString('base64') });
      await em.insert(RegisterKey, keys);
    });
    return row.id;
  }

  /** Those of these texts that were sealed to one of her units, by id. @throws SealBroken when one is of another entry. */
  async read(looker: Looker, entryId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const keys = ids.length === 0 ? new Map() : await this.unitKeys.of(looker);
    const texts = new Map<string, string>();
    for (const row of await this.database.reader.findBy(RegisterText, { id: In([...ids]) })) {
      if (row.entryId !== entryId) throw new SealBroken();
      const key = opened(row, await this.keysOf(row.id), keys);
      if (key) texts.set(row.id, unpadText(open(key, contextOf(row), Buffer.from(row.envelope, 'base64'))));
    }
    if (texts.size > 0) {
      const actor = { kind: 'officer', id: looker.officerId } as const;
      const data = { items: [...texts.keys()] };
      await this.audit.record({ actor, act: 'content.read', subjectKind: 'register', subjectId: entryId, data });
    }
    return texts;
  }

  /** How many keys a unit is owed, sealed to a key it no longer has, or to none. */
  owed(unit: UnitCode, epoch: number): Promise<number> {
    return this.database.reader.countBy(RegisterKey, { reader: readerNameOf(unit), readerEpoch: LessThan(epoch) });
  }

  isInUse(unit: UnitCode, epoch: number): Promise<boolean> {
    return this.database.reader.existsBy(RegisterKey, { reader: readerNameOf(unit), readerEpoch: epoch });
  }

  /** Seals anew what these keys open; may stop anywhere. @returns how many. */
  async regrant(unit: UnitCode, epoch: number, keys: KeyBunch): Promise<number> {
    const where = { reader: readerNameOf(unit), readerEpoch: LessThan(epoch) };
    let done = 0;
    for (let skip = 0; ;) {
      const some = await this.database.reader.find(RegisterKey, { where, order: { id: 'ASC' }, skip, take: BATCH });
      const sealed = await this.regrantSome(unit, some, keys);
      done += sealed;
      skip += some.length - sealed;
      if (some.length < BATCH) return done;
    }
  }

  private async regrantSome(unit: UnitCode, some: readonly RegisterKey[], keys: KeyBunch): Promise<number> {
    return this.database.write(async (em) => {
      let done = 0;
      for (const { id, textId, readerEpoch } of some) {
        const row = await em.findOneByOrFail(RegisterText, { id: textId });
        const key = opened(row, await this.keysOf(textId), keys);
        const next = key && (await this.keyFor(row, unit, key));
        if (!next || next.readerEpoch <= readerEpoch) continue;
        const { affected } = await em.delete(RegisterKey, { id });
        if (affected !== 1) continue;
        await em.insert(RegisterKey, next);
        done++;
      }
      return done;
    });
  }

  private async keyFor(row: Bound, unit: UnitCode, key: Buffer): Promise<RegisterKey> {
    const current = await this.directory.current(row.province, unit);
    const reader = readerNameOf(unit);
    const sealed = current && sealKeyTo(current.publicKey, keyContext(row, reader), key).toString('base64');
    return { id: newId(), textId: row.id, reader, readerEpoch: current?.epoch ?? 0, sealed: sealed ?? '' };
  }

  private keysOf(textId: string): Promise<RegisterKey[]> {
    return this.database.reader.findBy(RegisterKey, { textId });
  }
}

type Bound = Pick<RegisterText, 'id' | 'province' | 'register' | 'entryId'>;

const contextOf = ({ id, province, register, entryId }: Bound): string => `v1|${province}|${register}|${entryId}|${id}`;
const keyContext = (row: Bound, reader: string): string => `${contextOf(row)}|${reader}`;

function opened(row: Bound, sealed: readonly RegisterKey[], keys: KeyBunch): Buffer | null {
  for (const one of sealed) {
    const pair = keys.get(readerKey(one.reader, one.readerEpoch));
    if (pair && one.sealed !== '') return openKey(pair, keyContext(row, one.reader), Buffer.from(one.sealed, 'base64'));
  }
  return null;
}
