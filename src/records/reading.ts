import { SealBroken } from '../platform/crypto/sealing';
import { say } from '../platform/errors';
import type { End, Manifest, TableHead } from './contents';
import { parsed } from './contents';
import { BROKEN, refused } from './errors';
import type { Frame } from './frames';
import type { PortableTable, Row } from './tables';

/** What a backup holds, piece by piece, in the order of the tables; files after all rows. */
export type Piece =
  | { readonly kind: 'rows'; readonly table: PortableTable; readonly rows: readonly Row[] }
  | { readonly kind: 'file'; readonly id: string; readonly sealed: Buffer }
  | { readonly kind: 'end'; readonly end: End };

/** What this program knows: a backup must fit it exactly. */
export interface Fitting {
  readonly tables: readonly PortableTable[];
  readonly migrations: readonly string[];
}

const BATCH = 200;
const ID = 26;

/** Frames as rows and files. Two readings of one backup give the same. */
export class Reading {
  private table: PortableTable | null = null;
  private rows: Row[] = [];
  private readonly seen = new Set<string>();
  private readonly counts = { rows: 0, files: 0 };

  constructor(
    private readonly frames: AsyncIterable<Frame>,
    private readonly fitting: Fitting,
  ) {}

  /** @throws BackupRefused when it is damaged or was made by another version. */
  async *pieces(): AsyncGenerator<Piece> {
    try {
      for await (const frame of this.frames) {
        const isFull = this.rows.length >= BATCH;
        if (this.table && this.rows.length > 0 && (frame.kind !== 'row' || isFull)) yield this.batch(this.table);
        const piece = this.take(frame);
        if (piece) yield piece;
      }
    } catch (error) {
      throw error instanceof SealBroken || error instanceof SyntaxError ? refused(BROKEN) : error;
    }
  }

  private batch(table: PortableTable): Piece {
    const { rows } = this;
    this.rows = [];
    return { kind: 'rows', table, rows };
  }

  private take({ kind, payload }: Frame): Piece | null {
    if (kind === 'file') return this.file(payload);
    if (kind === 'end') return this.end(parsed(payload) as End);
    if (kind === 'manifest') this.mustFit(parsed(payload) as Manifest);
    else if (kind === 'table') this.table = this.known(parsed(payload) as TableHead);
    else this.row(parsed(payload) as Row);
    return null;
  }

  private mustFit({ migrations }: Manifest): void {
    if (sameList([...migrations].sort(), [...this.fitting.migrations].sort())) return;
    const last = migrations.at(-1) ?? '';
    throw refused(
      say(
        `แฟ้มสำรองนี้มาจากโปรแกรมคนละรุ่น (${last}) โปรดกู้คืนด้วยรุ่นนั้นก่อนแล้วจึงปรับรุ่น`,
        `Another version of Phitak made this backup (${last}). Restore with that version, then start this one.`,
      ),
    );
  }

  private known({ table, columns }: TableHead): PortableTable {
    const found = this.fitting.tables.find(({ name }) => name === table);
    if (!found || !sameList(columns, found.columns) || this.seen.has(table)) throw refused(BROKEN);
    this.seen.add(table);
    return found;
  }

  private row(row: Row): void {
    if (row.length !== this.table?.columns.length) throw refused(BROKEN);
    this.rows.push(row);
    this.counts.rows++;
  }

  private file(payload: Buffer): Piece {
    const id = payload.subarray(0, ID).toString('latin1');
    if (!/^[0-9a-z]{26}$/.test(id)) throw refused(BROKEN);
    this.counts.files++;
    return { kind: 'file', id, sealed: payload.subarray(ID) };
  }

  private end(end: End): Piece {
    const { rows, files } = this.counts;
    if (end.rows !== rows || end.files !== files || this.seen.size !== this.fitting.tables.length) {
      throw refused(BROKEN);
    }
    return { kind: 'end', end };
  }
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry, at) => entry === other[at]);
