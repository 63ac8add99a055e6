import { errorLine, log } from './log';

/** What stops a program that `begin` started. */
export type Stop = () => Promise<void>;

/**
 * Runs a program until SIGTERM or SIGINT. What stops a start is said in one line, without a stack; a failure in the
 * middle ends the process, so that a supervisor starts a sound one.
 */
export function runProgram(begin: () => Promise<Stop>): void {
  // Argon2 and SQLite share libuv's threads: derivations must not hold up the database.
  process.env.UV_THREADPOOL_SIZE ??= '8';
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  begin().then((stop) => {
    const end = (): void => void stop().then(() => process.exit(0), fail);
    process.once('SIGTERM', end).once('SIGINT', end);
  }, refuse);
}

/** The clockwork of this process stands still. */
export function clockworkIsDead(idleSeconds: number): void {
  log.fatal({ idleSeconds }, 'the clockwork is dead: the process ends');
  process.exit(1);
}

function refuse(error: unknown): void {
  console.error(error instanceof Error ? error.message : 'The program could not start.');
  log.debug(errorLine(error), 'start refused');
  process.exit(1);
}

function fail(error: unknown): void {
  log.fatal(errorLine(error), 'the process ends');
  process.exit(1);
}
