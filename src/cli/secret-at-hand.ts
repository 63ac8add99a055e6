import { existsSync, rmSync } from 'node:fs';
import type { Settings } from '../platform/config/settings';
import { ServerSecret, ServerSecretError, keepServerSecret, readServerSecret } from '../platform/crypto/server-secret';
import { say } from '../platform/errors';
import { refused } from '../records/errors';
import { isServerShare, joinShares, readServerShare } from '../vault/recovery-sheet.rules';

/** What was typed from the sheets, whatever the order: the shares of the backup key, and those of the server secret. */
export interface Typed {
  readonly shares: readonly string[];
  readonly server: readonly string[];
}

export function readTyped(text: string): Typed {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { shares: lines.filter((line) => !isServerShare(line)), server: lines.filter(isServerShare) };
}

/** The secret a restore works with: this machine's own, or the one that the sheets gave and that is yet to be written. */
export class SecretAtHand {
  /** @throws ServerSecretError when there is none. @throws BackupRefused when the sheets cannot be read. */
  static of(settings: Settings, typed: Typed): SecretAtHand {
    if (settings.serverSecret !== null || existsSync(settings.serverSecretFile)) {
      return new SecretAtHand(readServerSecret(settings), null);
    }
    // A new secret made here would open nothing of the old machine.
    if (typed.server.length === 0) throw new ServerSecretError(NONE);
    return new SecretAtHand(joinedSecret(typed.server), settings.serverSecretFile);
  }

  private constructor(
    readonly secret: ServerSecret,
    private readonly file: string | null,
  ) {}

  /**
   * Runs `work` with the secret in its file (0600), where the next start looks for it; before the first row is back, so
   * that no database ever stands without its secret. Taken away again when the work fails.
   */
  async kept<T>(work: () => Promise<T>): Promise<T> {
    if (this.file === null) return work();
    keepServerSecret(this.file, this.secret.forSheets());
    try {
      return await work();
    } catch (error) {
      rmSync(this.file, { force: true });
      throw error;
    }
  }
}

/** @throws BackupRefused unless both halves are there and readable. */
export function joinedSecret(typed: readonly string[]): ServerSecret {
  const [first, second] = typed.map(readServerShare);
  if (typed.length !== 2 || !first || !second || first.equals(second)) throw refused(MISTYPED);
  return new ServerSecret(joinShares(first, second));
}

const NONE =
  'Set SERVER_SECRET or SERVER_SECRET_FILE to the secret of the machine that made the backup, or type the two lines of the sheets that begin with S as well.';

const MISTYPED = say(
  'รหัสที่ขึ้นต้นด้วย S ต้องมีสองบรรทัด จากแผ่นสองแผ่นของชุดเดียวกัน มีอย่างน้อยหนึ่งบรรทัดขาดหรือพิมพ์ผิด',
  'Two lines that begin with S are needed, from the two sheets of one set; at least one of them is missing or mistyped.',
);
