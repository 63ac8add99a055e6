import pino from 'pino';

/**
 * The log carries ids, codes and counts; never names, texts, addresses, receipts or request bodies.
 * Errors are written as their class and the lines of our own stack, without the message: a database error's message
 * quotes the row it choked on.
 */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'), base: undefined },
  pino.destination(2),
);

export function errorLine(error: unknown): { error: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const driver = (error as { driverError?: { code?: string } }).driverError;
  const at = stackOf(error)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: error.constructor.name, ...(driver?.code ? { code: driver.code } : {}), at };
}

/** Without the message in front of it, whose lines may look like the stack's. */
function stackOf({ stack = '', message }: Error): string {
  const from = message ? stack.indexOf(message) : -1;
  return from < 0 ? stack : stack.slice(from + message.length);
}
