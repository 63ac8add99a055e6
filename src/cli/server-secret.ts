import { existsSync } from 'node:fs';
import { ENTITIES } from '../entities';
import type { Settings } from '../platform/config/settings';
import { checkValueOf, keptCheckValue } from '../platform/crypto/secret-check';
import { ServerSecretError, keepServerSecret } from '../platform/crypto/server-secret';
import { openDatabase } from '../platform/database/open-database';
import { joinedSecret, readTyped } from './secret-at-hand';

/**
 * `server-secret`: the database is there, the secret's file is lost. Two lines of the sheets of one set give it back, if
 * it is the one that the database was made with (KEYS K1).
 * @throws ServerSecretError BackupRefused; then nothing was written.
 */
export async function bringSecretBack(settings: Settings, readSheets: () => Promise<string>): Promise<string> {
  const { serverSecret, serverSecretFile: file } = settings;
  if (serverSecret !== null || existsSync(file)) throw new ServerSecretError(ALREADY);
  const secret = joinedSecret(readTyped(await readSheets()).server);
  if ((await knownCheck(settings)) !== checkValueOf(secret)) throw new ServerSecretError(OTHER);
  keepServerSecret(file, secret.forSheets());
  return 'the server secret is back\n';
}

/** Null where no server was ever started. */
async function knownCheck(settings: Settings): Promise<string | null> {
  const { database, close } = await openDatabase(settings, ENTITIES);
  try {
    return await keptCheckValue(database);
  } catch {
    return null;
  } finally {
    await close();
  }
}

const ALREADY =
  'There is a server secret already (SERVER_SECRET or the file). If a start just made that file, move it away and call this again.';
const OTHER =
  'These two lines do not give the secret that this database was made with: they are not of one set, or of another machine. Nothing was written.';
