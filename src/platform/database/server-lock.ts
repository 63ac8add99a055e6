import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database as Sqlite } from 'sqlite3';
import type { Settings } from '../config/settings';

/** A second server (or a worker) was started on the same SQLite folder. */
export class ServerAlreadyRunning extends Error {}

/**
 * On SQLite there is one server process. It holds an exclusive transaction on a lock database of its own, which the
 * operating system releases even on kill -9.
 * @throws ServerAlreadyRunning with the line that says what to set.
 */
export async function holdServerLock(settings: Settings): Promise<() => Promise<void>> {
  mkdirSync(settings.dataDir, { recursive: true });
  const lock = await open(join(settings.dataDir, 'server.lock.sqlite'));
  try {
    await run(lock, 'PRAGMA locking_mode = EXCLUSIVE');
    await run(lock, 'BEGIN EXCLUSIVE');
  } catch {
    await close(lock);
    throw new ServerAlreadyRunning(
      'Another Phitak server uses this DATA_DIR. SQLite has one server process; for more, set DATABASE_URL to PostgreSQL.',
    );
  }
  return () => close(lock);
}

const open = (file: string): Promise<Sqlite> =>
  new Promise((resolve, reject) => {
    const lock: Sqlite = new Sqlite(file, (error) => (error ? reject(error) : resolve(lock)));
  });

const run = (lock: Sqlite, text: string): Promise<void> =>
  new Promise((resolve, reject) => lock.run(text, (error) => (error ? reject(error) : resolve())));

const close = (lock: Sqlite): Promise<void> => new Promise((resolve) => lock.close(() => resolve()));
