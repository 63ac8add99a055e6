import { loadProfile } from '../agencies/profile.loader';
import { ENTITIES } from '../entities';
import { Clock } from '../platform/clock';
import type { Settings } from '../platform/config/settings';
import type { ServerSecret } from '../platform/crypto/server-secret';
import { openDatabase } from '../platform/database/open-database';
import { holdServerLock } from '../platform/database/server-lock';
import { say } from '../platform/errors';
import { refused } from '../records/errors';
import { OpenedBackup } from '../records/opened-backup';
import { Restore } from '../records/restore';
import { Shelf } from '../vault/shelf';
import { restoreText } from './backups';
import { SecretAtHand, readTyped } from './secret-at-hand';

/**
 * `restore FILE`: without the rooms, which would write before the first row is back. On SQLite no server may run. A
 * machine without a server secret gets the one that the sheets give; the backup's own MAC tells whether it is the right one.
 * @throws BackupRefused ServerSecretError ServerAlreadyRunning; then nothing was written.
 */
export async function restore(settings: Settings, file: string, readSheets: () => Promise<string>): Promise<string> {
  const typed = readTyped(await readSheets());
  const atHand = SecretAtHand.of(settings, typed);
  const { secret } = atHand;
  const backup = await OpenedBackup.open(file, secret, typed.shares);
  try {
    mustBeOf(settings, backup.head.province);
    const release = settings.databaseUrl ? null : await holdServerLock(settings);
    try {
      return await atHand.kept(() => into(settings, secret, backup));
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
