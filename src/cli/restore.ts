import { existsSync } from 'node:fs';
import { loadProfile } from '../agencies/profile.loader';
import { ENTITIES } from '../entities';
import { Clock } from '../platform/clock';
import type { Settings } from '../platform/config/settings';
import type { ServerSecret } from '../platform/crypto/server-secret';
import { ServerSecretError, readServerSecret } from '../platform/crypto/server-secret';
import { openDatabase } from '../platform/database/open-database';
import { holdServerLock } from '../platform/database/server-lock';
import { say } from '../platform/errors';
import { refused } from '../records/errors';
import { OpenedBackup } from '../records/opened-backup';
import { Restore } from '../records/restore';
import { Shelf } from '../vault/shelf';
import { restoreText } from './backups';

/**
 * `restore FILE`: without the rooms, which would write before the first row is back. On SQLite no server may run.
 * @throws BackupRefused ServerSecretError ServerAlreadyRunning; then nothing was written.
 */
export async function restore(settings: Settings, file: string, readSheets: () => Promise<string>): Promise<string> {
  const secret = knownSecret(settings);
  const sheets = (await readSheets()).split(/\r?\n/).filter((line) => line.trim() !== '');
  const backup = await OpenedBackup.open(file, secret, sheets);
  try {
    mustBeOf(settings, backup.head.province);
    const release = settings.databaseUrl ? null : await holdServerLock(settings);
    try {
      return await into(settings, secret, backup);
    } finally {
      await release?.();
    }
  } finally {
    await backup.close();
  }
}

async function into(settings: Settings, secret: ServerSecret, backup: OpenedBackup): Promise<string> {
  const { database, close } = await openDatabase(settings, ENTITIES);
  try {
    const home = { database, shelf: new Shelf(settings), secret, clock: new Clock() };
    const report = await new Restore(home, backup).run();
    return restoreText(report)
      .map((line) => `${line}\n`)
      .join('');
  } finally {
    await close();
  }
}

/** A new secret made here would open nothing of the old machine. @throws ServerSecretError */
function knownSecret(settings: Settings): ServerSecret {
  if (settings.serverSecret !== null || existsSync(settings.serverSecretFile)) return readServerSecret(settings);
  throw new ServerSecretError(
    'Set SERVER_SECRET or SERVER_SECRET_FILE to the secret of the machine that made the backup.',
  );
}

function mustBeOf(settings: Settings, province: string): void {
  const { code } = loadProfile(settings.province).profile;
  if (code === province) return;
  throw refused(
    say(
      `แฟ้มสำรองนี้เป็นของจังหวัด ${province} แต่ PROVINCE คือ ${code}`,
      `This backup is of ${province}, but PROVINCE is ${code}.`,
    ),
  );
}
