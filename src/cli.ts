import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { QueryFailedError } from 'typeorm';
import { AppModule } from './app.module';
import type { Command } from './cli/arguments';
import { WrongUse, readCommand } from './cli/arguments';
import { Commands } from './cli/commands';
import { restore } from './cli/restore';
import { bringSecretBack } from './cli/server-secret';
import { USAGE } from './cli/usage';
import type { Settings } from './platform/config/settings';
import { readSettings } from './platform/config/settings';
import { sqliteFile } from './platform/database/data-source';
import { DomainError } from './platform/errors';
import { errorLine, log } from './platform/log';

/** What may begin on an empty place. */
const MAY_BEGIN: readonly Command['name'][] = ['import-register', 'user add'];

/**
 * The command line: `npm run cli -- …`. The rooms without a port, without jobs and without the server's lock, so that
 * it may run beside a server. Results on stdout, everything else on stderr.
 */
async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command.name === 'help') return said(USAGE);
    return await run(command);
  } catch (error) {
    return explained(error);
  }
}

async function run(command: Exclude<Command, { readonly name: 'help' }>): Promise<number> {
  const settings = readSettings(process.env);
  if (command.name === 'restore') return said(await restore(settings, command.file, secretFromStdin));
  if (command.name === 'server-secret') return said(await bringSecretBack(settings, secretFromStdin));
  mustBeThere(settings, command.name);
  const app = await NestFactory.createApplicationContext(AppModule.for(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    const { text: result, failed } = await new Commands(app, secretFromStdin).run(command);
    said(result);
    return failed ? 1 : 0;
  } finally {
    await app.close();
  }
}

/** A forgotten variable must not end in sheets and proofs of an installation that was made this moment. */
function mustBeThere(settings: Settings, command: Command['name']): void {
  if (MAY_BEGIN.includes(command) || settings.databaseUrl || existsSync(sqliteFile(settings))) return;
  throw new Error(
    `ไม่พบฐานข้อมูลใน DATA_DIR=${settings.dataDir} กรุณาตั้งค่าเดียวกับเครื่องแม่ข่าย · No database in DATA_DIR. Give the server's own settings.`,
  );
}

function said(result: string): 0 {
  process.stdout.write(result);
  return 0;
}

/** 2 when it was asked wrongly, 1 when it failed. What a database says may quote a row and goes to nobody. */
function explained(error: unknown): 1 | 2 {
  if (error instanceof WrongUse) {
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (error instanceof DomainError) {
    const fields = (error.details.fields ?? []).map(({ field, say }) => `${field}: ${say.en} (${say.th})`);
    console.error([`${error.says.en} (${error.says.th})`, ...fields].join('\n'));
    return error.status === 400 ? 2 : 1;
  }
  if (error instanceof Error && !(error instanceof QueryFailedError)) {
    console.error(error.message);
    return 1;
  }
  log.error(errorLine(error), 'command failed');
  console.error('The database could not do it. What is missing is done by running the command again.');
  return 1;
}

/** One line end after the passphrase is the terminal's, not its own. */
const secretFromStdin = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
