import { Injectable } from '@nestjs/common';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Settings } from '../platform/config/settings';
import { SealBroken } from '../platform/crypto/sealing';

const PART = '.part';
/** On PostgreSQL another server may be between the file and its row. */
const GRACE_MS = 600_000;

/** Sealed bytes on disk, `DATA_DIR/evidence/<2 characters>/<id>`. It knows no key and no name. */
@Injectable()
export class Shelf {
  constructor(private readonly settings: Settings) {}

  /** Whole or not at all: a temporary name in the same folder, fsync, rename. */
  async put(id: string, sealed: Buffer): Promise<void> {
    const folder = this.folderOf(id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, id + PART);
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(folder, id));
    await sync(folder);
  }

  /** @throws SealBroken when it is gone: what has a row has a file. */
  async take(id: string): Promise<Buffer> {
    try {
      return await readFile(join(this.folderOf(id), id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SealBroken();
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    for (const name of [id, id + PART]) await rm(join(this.folderOf(id), name), { force: true });
  }

  async isEmpty(): Promise<boolean> {
    for (const piece of await listed(this.root)) {
      if ((await listed(join(this.root, piece))).length > 0) return false;
    }
    return true;
  }

  /**
   * What a crash left: files of which `known` finds no row, and unfinished ones. With the server lock held (SQLite) at
   * once; otherwise those older than ten minutes.
   * @returns how many were removed.
   */
  async sweep(known: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number> {
    const youngest = this.settings.databaseUrl ? Date.now() - GRACE_MS : Infinity;
    let removed = 0;
    for (const piece of await listed(this.root)) {
      const folder = join(this.root, piece);
      const names = await listed(folder);
      const kept = await known(names);
      for (const name of names) {
        const path = join(folder, name);
        if (kept.has(name) || (await stat(path)).mtimeMs > youngest) continue;
        await rm(path, { force: true });
        removed++;
      }
    }
    return removed;
  }

  private get root(): string {
    return join(this.settings.dataDir, 'evidence');
  }

  /** The end of an id is random, its beginning is the time. */
  private folderOf(id: string): string {
    return join(this.root, id.slice(-2));
  }
}

/** The rename itself must survive a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
