import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { hmac } from './kdf';
import { SecretCheckRow } from './secret-check.entity';
import { ServerSecret, ServerSecretError } from './server-secret';

/** What the database keeps of S, to know it again: it opens nothing. */
export const checkValueOf = (secret: ServerSecret): string => hmac(secret.subkey('check'), 'phitak').toString('base64');

/** The one the database keeps; null where no server was ever started. */
export const keptCheckValue = async ({ reader }: Database): Promise<string | null> =>
  (await reader.findOneBy(SecretCheckRow, { name: 'S' }))?.mac ?? null;

/** A wrong S refuses to start: everything would look lost, and new cases would be sealed for nobody. */
@Injectable()
export class SecretCheck implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly secret: ServerSecret,
  ) {}

  /** @throws ServerSecretError when the database was made with another secret. */
  async onModuleInit(): Promise<void> {
    const mac = checkValueOf(this.secret);
    await this.database.write((em) =>
      em.createQueryBuilder().insert().into(SecretCheckRow).values({ name: 'S', mac }).orIgnore().execute(),
    );
    if ((await keptCheckValue(this.database)) === mac) return;
    throw new ServerSecretError(
      'This database was made with another server secret. Set SERVER_SECRET or SERVER_SECRET_FILE to the one it was made with, or bring it back from two recovery sheets: npm run cli -- server-secret.',
    );
  }
}
