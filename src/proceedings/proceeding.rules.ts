import type { LimitState } from './limit.rules';

interface Limited {
  readonly state: LimitState;
  readonly dueOn: string;
}

/** The day by which the body must act next: the first limit that runs; when none does, the last that ran. Local day. */
export function limitOf(limits: readonly Limited[]): string | null {
  const running = limits.filter(({ state }) => state === 'running').map(({ dueOn }) => dueOn);
  const ended = limits.filter(({ state }) => state === 'ended').map(({ dueOn }) => dueOn);
  return running.sort()[0] ?? ended.sort().at(-1) ?? null;
}

/** open · overdue: a limit that runs has passed · ended: the whole proceeding */
export function standingOf(
  { endedOn }: { readonly endedOn: string | null },
  limits: readonly Limited[],
  today: string,
): 'open' | 'overdue' | 'ended' {
  if (endedOn !== null) return 'ended';
  return limits.some(({ state, dueOn }) => state === 'running' && dueOn < today) ? 'overdue' : 'open';
}
