import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SealBroken } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { Shelf } from '../vault/shelf';
import type { End } from './contents';
import { json, migrationsOf } from './contents';
import type { FrameWriter } from './frames';
import type { PortableTable } from './tables';
import { portableTables, rowsOf } from './tables';

/** Everything of one moment: the rows of a snapshot, then the file of every row that has one. */
@Injectable()
export class Copying {
  constructor(
    private readonly database: Database,
    private readonly shelf: Shelf,
  ) {}

  copy(to: FrameWriter): Promise<End> {
    return this.database.snapshot(async (em) => {
      await to.write('manifest', json({ migrations: await migrationsOf(em) }));
      const rows = await this.copyRows(em, to);
      const end: End = { rows, ...(await this.copyFiles(em, to)), heads: await headsOf(em) };
      await to.write('end', json(end));
      return end;
    });
  }

  private async copyRows(em: EntityManager, to: FrameWriter): Promise<number> {
    let count = 0;
    for (const table of this.tables) {
      await to.write('table', json({ table: table.name, columns: table.columns }));
      for await (const row of rowsOf(em, table)) {
        await to.write('row', json(row));
        count++;
      }
    }
    return count;
  }

  /** A file whose row is gone since the snapshot was destroyed meanwhile, and stays so. */
  private async copyFiles(em: EntityManager, to: FrameWriter): Promise<Pick<End, 'files' | 'missing'>> {
    const counts = { files: 0, missing: 0 };
    const files = { name: 'sealed_file', columns: ['id'], keys: ['id'], booleans: new Set<string>() };
    for await (const [id] of rowsOf(em, files)) {
      const sealed = await this.bytesOf(String(id));
      if (sealed) await to.write('file', Buffer.concat([Buffer.from(String(id)), sealed]));
      counts[sealed ? 'files' : 'missing']++;
    }
    return counts;
  }

  private async bytesOf(id: string): Promise<Buffer | null> {
    try {
      return await this.shelf.take(id);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  private get tables(): readonly PortableTable[] {
    return portableTables(this.database.writer.entityMetadatas);
  }
}

const headsOf = (em: EntityManager): Promise<End['heads']> =>
  sql<{ province: string; no: number; mac: string }>(em, 'SELECT province, no, mac FROM audit_head ORDER BY province');
