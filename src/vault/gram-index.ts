import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import type { Looker } from '../access/looker';
import { nextOf } from '../platform/database/counter';
import { Database } from '../platform/database/database';
import { chunks, isPostgres, sql } from '../platform/database/sql';
import type { Block } from './index-block.rules';
import { EMPTY, addCase, packBlock, unpackBlock } from './index-block.rules';
import { IndexMark, IndexedCase } from './index.entities';
import type { IndexRing } from './index-keys';
import { IndexKeys } from './index-keys';

/** How far a case is in an index: so many of its texts, the last of them by id. */
export interface Mark {
  readonly items: number;
  readonly lastItem: string;
}

/** A gram and its first block's label, worked out before the write. */
interface Wanted {
  readonly gram: string;
  readonly label: string;
}

/** Written in one transaction: a long text takes several short ones, and keeps nobody waiting. */
const GRAMS_A_WRITE = 2_000;
/** Grams of one word that are looked up to the end; the rest is left to comparing the text itself. */
const WALKED = 8;

/**
 * The search index of the units that handle cases (KEYS K10): grams to cases, both unreadable without a unit's key. It
 * knows no word and no rule of language. A gram's first block says how many blocks it has, so that adding touches two.
 */
@Injectable()
export class GramIndex {
  constructor(
    private readonly database: Database,
    private readonly keys: IndexKeys,
  ) {}

  /** The indexes this looker can search, and the ones she can add to. */
  rings(looker: Looker): Promise<readonly IndexRing[]> {
    return this.keys.of(looker);
  }

  /** How far the units have this case. */
  marks(caseId: string): Promise<readonly IndexMark[]> {
    return this.database.reader.findBy(IndexMark, { caseId });
  }

  /** Adds a case under these grams and notes how far it is. Stopped half-way it is begun again; nothing is lost. */
  async add(ring: IndexRing, caseId: string, grams: readonly string[], mark: Mark): Promise<void> {
    const wanted = grams.map((gram): Wanted => ({ gram, label: ring.label(gram, 0) }));
    for (const piece of chunks(wanted, GRAMS_A_WRITE)) {
      await this.database.write(async (em) => {
        if (!(await isKept(em, caseId))) return;
        await takeTurn(em, ring);
        await this.merge(em, ring, piece, await numberOf(em, ring.province, caseId));
      });
    }
    const { province, unit, epoch } = ring;
    await this.database.write(async (em) => {
      if (!(await isKept(em, caseId))) return;
      await sql(
        em,
        `INSERT INTO index_mark (case_id, unit, epoch, province, items, last_item) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (case_id, unit, epoch) DO UPDATE SET items = excluded.items, last_item = excluded.last_item`,
        [caseId, unit, epoch, province, mark.items, mark.lastItem],
      );
    });
  }

  /** What was noted under keys that are lost: the case is added anew. */
  async unmark(caseId: string, unit: string, epoch: number): Promise<void> {
    await this.database.write((em) => em.delete(IndexMark, { caseId, unit, epoch }));
  }

  /**
   * Cases that may hold all of these grams, in any one epoch of these indexes; whether they do, and who may know of
   * them, is asked afterwards.
   */
  async casesWith(rings: readonly IndexRing[], grams: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const ring of rings) {
      const numbers = await this.numbersWith(ring, [...new Set(grams)]);
      for (const id of (await this.casesOf(ring.province, [...numbers])).values()) found.add(id);
    }
    return found;
  }

  /** How many of these grams each case has, over all these indexes. */
  async shared(rings: readonly IndexRing[], grams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const shared = new Map<string, number>();
    for (const ring of rings) {
      const counts = new Map<number, number>();
      const firsts = await this.firstBlocks(ring, [...new Set(grams)]);
      for (const [gram, first] of firsts) {
        for (const no of await this.walk(ring, gram, first)) counts.set(no, (counts.get(no) ?? 0) + 1);
      }
      for (const [no, id] of await this.casesOf(ring.province, [...counts.keys()])) {
        shared.set(id, Math.max(shared.get(id) ?? 0, counts.get(no) ?? 0));
      }
    }
    return shared;
  }

  /**
   * Disposal: from now on the case's number leads nowhere, in every index and for everybody. The number itself leaves a
   * block when a member next writes there, for only a member can open it. Inside the disposal's write.
   */
  async forget(caseId: string): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(IndexMark, { caseId });
      await em.update(IndexedCase, { caseId }, { caseId: null });
    });
  }

  /** Takes a case's number out of every block of these grams, by somebody who can open them. */
  async remove(ring: IndexRing, caseId: string, grams: readonly string[]): Promise<void> {
    const given = await this.database.reader.findOneBy(IndexedCase, { caseId });
    if (!given) return;
    for (const piece of chunks(grams, GRAMS_A_WRITE)) {
      await this.database.write(async (em) => {
        await takeTurn(em, ring);
        const firsts = await this.firstBlocks(ring, piece);
        const others = [...firsts].flatMap(([gram, { last }]) =>
          Array.from({ length: last }, (_, at) => ring.label(gram, at + 1)),
        );
        const blocks = new Map([...firsts].map(([gram, block]) => [ring.label(gram, 0), block]));
        for (const [label, block] of await this.read(em, ring, others)) blocks.set(label, block);
        const held = [...blocks].filter(([, { cases }]) => cases.includes(given.no));
        const rid = held.map(([label, { last, cases }]): [string, Block] => [
          label,
          { last, cases: cases.filter((no) => no !== given.no) },
        ]);
        await write(em, ring, new Map(rid));
      });
    }
  }

  private async numbersWith(ring: IndexRing, grams: readonly string[]): Promise<ReadonlySet<number>> {
    const firsts = await this.firstBlocks(ring, grams);
    if (grams.length === 0 || firsts.size < grams.length) return new Set();
    const rarest = [...firsts].sort(([, a], [, b]) => a.last - b.last || a.cases.length - b.cases.length);
    let left: readonly number[] | null = null;
    for (const [at, [gram, first]] of rarest.entries()) {
      if (at >= WALKED && first.last > 0) break;
      const here = await this.walk(ring, gram, first);
      left = left ? left.filter((no) => here.has(no)) : [...here];
      if (left.length === 0) break;
    }
    return new Set(left);
  }

  private async firstBlocks(ring: IndexRing, grams: readonly string[]): Promise<Map<string, Block>> {
    const gramOf = new Map(grams.map((gram) => [ring.label(gram, 0), gram]));
    const blocks = await this.read(this.database.reader, ring, [...gramOf.keys()]);
    return new Map([...blocks].map(([label, block]) => [gramOf.get(label) ?? '', block]));
  }

  /** Every case of a gram. */
  private async walk(ring: IndexRing, gram: string, first: Block): Promise<ReadonlySet<number>> {
    const others = Array.from({ length: first.last }, (_, at) => ring.label(gram, at + 1));
    const blocks = await this.read(this.database.reader, ring, others);
    return new Set([first, ...blocks.values()].flatMap(({ cases }) => cases));
  }

  private async casesOf(province: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const cases = new Map<number, string>();
    for (const piece of chunks(numbers)) {
      const rows = await sql<{ no: number; id: string }>(
        this.database.reader,
        `SELECT no, case_id AS id FROM indexed_case WHERE province = $1 AND case_id IS NOT NULL
         AND no IN (${marks(piece, 2)})`,
        [province, ...piece],
      );
      for (const { no, id } of rows) cases.set(no, id);
    }
    return cases;
  }

  private async merge(em: EntityManager, ring: IndexRing, wanted: readonly Wanted[], no: number): Promise<void> {
    const gone = await this.gone(em, ring.province);
    const firsts = await this.read(em, ring, labelsOf(wanted));
    const ends = new Map<string, string>();
    for (const { gram, label } of wanted) {
      const last = firsts.get(label)?.last ?? 0;
      if (last > 0) ends.set(label, ring.label(gram, last));
    }
    const tails = await this.read(em, ring, [...ends.values()]);
    const changed = new Map<string, Block>();
    for (const { gram, label } of wanted) {
      const before = firsts.get(label) ?? EMPTY;
      const end = ends.get(label);
      const { first, tail } = addCase(before, end === undefined ? null : (tails.get(end) ?? EMPTY), no, gone);
      if (first) changed.set(label, first);
      if (tail) changed.set(ring.label(gram, first?.last ?? before.last), tail);
    }
    await write(em, ring, changed);
  }

  private async gone(em: EntityManager, province: string): Promise<ReadonlySet<number>> {
    const rows = await em.find(IndexedCase, { select: { no: true }, where: { province, caseId: IsNull() } });
    return new Set(rows.map(({ no }) => no));
  }

  /** @throws SealBroken when a block is not the one that stood there. */
  private async read(em: EntityManager, ring: IndexRing, labels: readonly string[]): Promise<Map<string, Block>> {
    const blocks = new Map<string, Block>();
    for (const piece of chunks(labels)) {
      const rows = await sql<{ label: string; sealed: string }>(
        em,
        `SELECT label, sealed FROM index_block WHERE label IN (${marks(piece, 1)})`,
        piece,
      );
      for (const { label, sealed } of rows) blocks.set(label, unpackBlock(ring.open(label, sealed)));
    }
    return blocks;
  }
}

/** Every changed block is sealed again under a fresh nonce. */
async function write(em: EntityManager, ring: IndexRing, changed: ReadonlyMap<string, Block>): Promise<void> {
  for (const piece of chunks([...changed])) {
    const rows = piece.flatMap(([label, block]) => [label, ring.seal(label, packBlock(block))]);
    const places = piece.map((_, at) => `($${at * 2 + 1}, $${at * 2 + 2})`).join(', ');
    await sql(
      em,
      `INSERT INTO index_block (label, sealed) VALUES ${places}
       ON CONFLICT (label) DO UPDATE SET sealed = excluded.sealed`,
      rows,
    );
  }
}

/** Whether the case was not disposed of; until the write ends it will not be. Case before index: disposal locks so too. */
async function isKept(em: EntityManager, caseId: string): Promise<boolean> {
  const lock = isPostgres(em) ? ' FOR SHARE' : '';
  return (await sql(em, `SELECT id FROM case_file WHERE id = $1 AND disposed_at IS NULL${lock}`, [caseId])).length > 0;
}

/** One writer of a unit's index at a time, or two would each overwrite the other's cases; SQLite has one anyway. */
async function takeTurn(em: EntityManager, { province, unit, epoch }: IndexRing): Promise<void> {
  if (!isPostgres(em)) return;
  await sql(em, 'SELECT id FROM unit_key WHERE province = $1 AND unit = $2 AND epoch = $3 FOR UPDATE', [
    province,
    unit,
    epoch,
  ]);
}

/** The case's short number, given when it is first asked for. */
async function numberOf(em: EntityManager, province: string, caseId: string): Promise<number> {
  const find = () => em.findOneBy(IndexedCase, { caseId });
  const found = await find();
  if (found) return found.no;
  const no = await nextOf(em, province, 'index');
  await sql(em, 'INSERT INTO indexed_case (province, no, case_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    province,
    no,
    caseId,
  ]);
  const given = await find();
  if (!given) throw new Error('the case was given no number in the index');
  return given.no;
}

const labelsOf = (wanted: readonly Wanted[]): readonly string[] => wanted.map(({ label }) => label);

const marks = (values: readonly unknown[], from: number): string =>
  values.map((_value, at) => `$${at + from}`).join(', ');
