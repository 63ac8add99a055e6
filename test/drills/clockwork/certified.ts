import { deadMinutes, boundsOf } from '../../../src/deadlines/pulse.rules';
import { addDays, bangkokDay } from '../../../src/platform/thai/dates';
import type { Drill } from './drill';
import type { Silence } from './moved-time';

interface Certificate {
  readonly day: string;
  readonly due: number;
  readonly fired: number;
  readonly passed: number;
  readonly latest: number;
  readonly dead: number;
  readonly failed: number;
}

/** The first turn comes with a start, the next one after half a minute. */
const SLACK_MS = 60_000;

/**
 * Whether each day is certified, and each certificate says what the ledger, the silences and the notices say.
 * @param ahead seconds by which some process's clock was ahead of the drill's
 */
export async function certificateFaults(
  drill: Drill,
  ahead: number,
): Promise<{ readonly faults: readonly string[]; readonly longestSilence: number }> {
  const gaps = await drill.rows<Silence>(
    'SELECT from_at AS "fromAt", until_at AS "untilAt" FROM clock_gap ORDER BY from_at',
  );
  const certificates = await drill.rows<Certificate>(
    `SELECT day, due, fired, passed, latest_lateness AS latest, dead_minutes AS dead, failed_notices AS failed
     FROM clock_certificate ORDER BY day`,
  );
  const faults = [
    ...silenceFaults(drill.time.silences, gaps, ahead * 1_000),
    ...(await missingDays(drill, certificates)),
  ];
  for (const one of certificates) {
    const ledger = await ledgerOf(drill, one.day, gaps);
    if (one.due !== one.fired + one.passed) faults.push(`${one.day}: due ${one.due}, told and passed fewer`);
    if (JSON.stringify(one) !== JSON.stringify(ledger)) {
      faults.push(`certificate ${JSON.stringify(one)}, ledger ${JSON.stringify(ledger)}`);
    }
  }
  const longestSilence = Math.floor(Math.max(0, ...drill.time.silences.map(lengthOf)) / 60_000);
  return { faults, longestSilence };
}

/** Every silence that the drill made is kept whole, and none is kept that it did not make. */
function silenceFaults(silences: readonly Silence[], gaps: readonly Silence[], aheadMs: number): readonly string[] {
  const covers = (gap: Silence, { fromAt, untilAt }: Silence): boolean =>
    Date.parse(gap.fromAt) <= Date.parse(fromAt) + aheadMs && gap.untilAt >= untilAt;
  const covered = (gap: Silence): number =>
    sum(silences.filter((one) => covers(gap, one)).map((one) => lengthOf(one) + SLACK_MS + aheadMs));
  const first = silences[0]?.fromAt ?? '';
  return [
    ...silences
      .filter((one) => !gaps.some((gap) => covers(gap, one)))
      .map(({ fromAt, untilAt }) => `the silence from ${fromAt} to ${untilAt} is not kept`),
    ...gaps
      .filter((gap) => gap.untilAt > first && lengthOf(gap) > covered(gap))
      .map(({ fromAt, untilAt }) => `a silence from ${fromAt} to ${untilAt} that there was not`),
  ];
}

async function missingDays(drill: Drill, certificates: readonly Certificate[]): Promise<readonly string[]> {
  const [pulse] = await drill.rows<{ first: string; last: string }>(
    'SELECT first_at AS first, beat_at AS last FROM clock_pulse',
  );
  const days: string[] = [];
  for (let day = bangkokDay(pulse?.first ?? ''); day < bangkokDay(pulse?.last ?? ''); day = addDays(day, 1)) {
    days.push(day);
  }
  const certified = certificates.map(({ day }) => day);
  return days.join() === certified.join() ? [] : [`days ${days.join()}, certified ${certified.join()}`];
}

async function ledgerOf(drill: Drill, day: string, gaps: readonly Silence[]): Promise<Certificate> {
  const { fromAt, untilAt } = boundsOf(day);
  const [row] = await drill.rows<Omit<Certificate, 'day' | 'dead'>>(
    `SELECT COUNT(*)::int AS due, (COUNT(*) FILTER (WHERE NOT passed))::int AS fired,
            (COUNT(*) FILTER (WHERE passed))::int AS passed, COALESCE(MAX(lateness), 0) AS latest,
            (SELECT COUNT(*)::int FROM notice WHERE state = 'given_up' AND give_up_at >= $1 AND give_up_at < $2) AS failed
     FROM deadline_rung WHERE due_was >= $1 AND due_was < $2`,
    [fromAt, untilAt],
  );
  const { due = 0, fired = 0, passed = 0, latest = 0, failed = 0 } = row ?? {};
  return { day, due, fired, passed, latest, dead: deadMinutes(day, gaps), failed };
}

const lengthOf = ({ fromAt, untilAt }: Silence): number => Date.parse(untilAt) - Date.parse(fromAt);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
