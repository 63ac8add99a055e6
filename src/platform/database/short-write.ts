import { performance } from 'node:perf_hooks';

/** Milliseconds after which a write that does many things in one transaction begins nothing more. */
const SHORT_MS = 20;

/**
 * For whoever has much to write and may stop anywhere: many things share one commit, and nobody else waits long for the
 * rows or, on SQLite, for the turn. Asked after each thing, so that at least one is done however slow the machine is.
 * @returns whether the write may go on
 */
export function shortWrite(): () => boolean {
  const until = performance.now() + SHORT_MS;
  return () => performance.now() < until;
}
