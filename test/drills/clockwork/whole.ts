import type { ClockCode } from '../../../src/agencies/codes';
import { Province } from '../../../src/agencies/agencies';
import { loadProfile } from '../../../src/agencies/profile.loader';
import { rungsOf } from '../../../src/deadlines/ladder.rules';
import { calendarOf } from '../../../src/deadlines/province-calendar.rules';
import { noticeSays } from '../../../src/notices/words';
import { certificateFaults } from './certified';
import type { Drill } from './drill';
import { LIFE_ENDS, addressOf } from './life-before';

interface Run {
  readonly id: string;
  readonly caseId: string;
  readonly clock: ClockCode;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly dueAt: string;
  readonly stoppedAt: string | null;
}

interface Rung {
  readonly deadlineId: string;
  readonly rung: number;
  readonly dueWas: string;
  readonly firedAt: string;
  readonly passed: boolean;
}

interface ToldRung {
  readonly seq: number;
  readonly caseId: string;
  readonly deadline: string;
  readonly rung: number;
  readonly notices: number;
}

interface NoticeRow {
  readonly state: string;
  readonly nextAt: string | null;
  readonly kind: string;
  readonly clock: string | null;
  readonly number: string;
  readonly username: string | null;
}

/** What became of everything that was due, counted. */
export interface Counted {
  readonly told: number;
  readonly passed: number;
  /** Notices the mail server took, each counted once. */
  readonly delivered: number;
  /** Mails that came once more under the same Message-ID. */
  readonly repeats: number;
  readonly givenUp: number;
  /** Firings that came after one whose moment was later. */
  readonly overtaken: number;
  /** Of the longest silence of the clockwork. */
  readonly deadMinutes: number;
}

export interface Whole extends Counted {
  /** Empty when all is well. */
  readonly faults: readonly string[];
}

const province = new Province(loadProfile('narathiwat'));
const calendar = calendarOf(province);

/**
 * Whether a fault left the clockwork whole: every rung that has come stands in the ledger once and none that has not;
 * of several that came together the highest alone was told; each was told by one line, oldest first, and each line by
 * notices; the mail server has every posted notice once; and the certificates say just that.
 * @param ahead seconds by which some process's clock was ahead of the drill's
 */
export async function whole(drill: Drill, { ahead = 0 } = {}): Promise<Whole> {
  await drill.settled(ahead);
  await drill.untilCertified();
  await drill.settled(ahead);
  const now = new Date(Date.parse(drill.time.now) + ahead * 1_000).toISOString();
  const [runs, rungs, lines] = [await runsOf(drill), await rungsIn(drill), await linesOf(drill)];
  const posted = await postedBy(drill);
  const certified = await certificateFaults(drill, ahead);
  const faults = [...rungFaults(runs, rungs, now), ...lineFaults(rungs, lines), ...posted.faults, ...certified.faults];
  return {
    told: rungs.filter(({ passed }) => !passed).length,
    passed: rungs.filter(({ passed }) => passed).length,
    ...posted.counted,
    overtaken: overtaken(rungs, lines),
    deadMinutes: certified.longestSilence,
    faults,
  };
}

function rungFaults(runs: readonly Run[], rungs: readonly Rung[], now: string): readonly string[] {
  const of = grouped(rungs, ({ deadlineId }) => deadlineId);
  return runs.flatMap((run) => {
    const recorded = of.get(run.id) ?? [];
    const ladder = rungsOf(province.clock(run.clock), run.dueAt, calendar);
    const come = ladder.filter(({ at }) => at <= now).map(({ rung, at }) => `${rung} ${at}`);
    const have = recorded.map(({ rung, dueWas }) => `${rung} ${dueWas}`);
    const which = `${run.clock} ${run.state} of ${run.caseId}`;
    const isRight = run.state === 'running' ? have.join() === come.join() : new Set(have).size === have.length;
    return [
      ...(isRight ? [] : [`${which}: has come ${come.join(', ')}; recorded ${have.join(', ')}`]),
      ...recorded.filter((one) => isTooEarly(one, run)).map(({ rung }) => `${which}: rung ${rung} before its time`),
      ...together(recorded)
        .filter((group) => group.some(({ passed }, at) => passed !== at < group.length - 1))
        .map(() => `${which}: not the highest alone was told`),
    ];
  });
}

const isTooEarly = ({ dueWas, firedAt }: Rung, { stoppedAt }: Run): boolean =>
  firedAt < dueWas || (stoppedAt !== null && dueWas > stoppedAt);

/** Those of one clock that were recorded in one look, lowest first. */
const together = (rungs: readonly Rung[]): readonly (readonly Rung[])[] => [
  ...grouped(rungs, ({ firedAt }) => firedAt).values(),
];

function lineFaults(rungs: readonly Rung[], lines: readonly ToldRung[]): readonly string[] {
  const told = rungs.filter(({ passed }) => !passed).map(({ deadlineId, rung }) => `${deadlineId} ${rung}`);
  const lined = lines.map(({ deadline, rung }) => `${deadline} ${rung}`);
  return [
    ...(told.toSorted().join() === lined.toSorted().join() ? [] : [`told ${told.length}, lines ${lined.length}`]),
    ...lines.filter(({ notices }) => notices === 0).map(({ seq }) => `nobody was told of line ${seq}`),
  ];
}

/** How many firings were overtaken by one whose oldest moment is younger. A case is looked at once, for all its clocks. */
function overtaken(rungs: readonly Rung[], lines: readonly ToldRung[]): number {
  const caseOf = new Map(lines.map(({ deadline, caseId }) => [deadline, caseId]));
  const looks = grouped(rungs, ({ deadlineId, firedAt }) => `${caseOf.get(deadlineId)} ${firedAt}`);
  const seqOf = new Map(lines.map(({ deadline, rung, seq }) => [`${deadline} ${rung}`, seq]));
  const inOrder = [...looks.values()]
    .map((look) => ({
      seq: Math.min(...look.map(({ deadlineId, rung }) => seqOf.get(`${deadlineId} ${rung}`) ?? Infinity)),
      oldest: look.map(({ dueWas }) => dueWas).sort()[0] ?? '',
    }))
    .sort((a, b) => a.seq - b.seq);
  let latest = '';
  return inOrder.filter(({ oldest }) => {
    const isOvertaken = oldest < latest;
    if (!isOvertaken) latest = oldest;
    return isOvertaken;
  }).length;
}

async function postedBy(drill: Drill) {
  const rows = await noticesOf(drill);
  const keyOf = (to: string, says: string): string => `${to} ${says}`;
  const sent = rows
    .filter(({ state }) => state === 'sent')
    .map(({ username, number, kind, clock }) =>
      keyOf(addressOf(username ?? ''), `${number} · ${noticeSays('en', kind, clock)}`),
    );
  const once = [...new Map(drill.mails.map((mail) => [mail.messageId, mail])).values()];
  const came = once.map(({ to, text }) => keyOf(to, /^[A-Z]{3}-\d{4}-\d{7} · .+$/m.exec(text)?.[0] ?? text));
  const odd = rows.filter(({ state, nextAt }) => (state !== 'sent' && state !== 'given_up') || nextAt !== null);
  const faults = [
    ...(sent.toSorted().join('\n') === came.toSorted().join('\n')
      ? []
      : [`marked as sent ${sent.length}, taken by the mail server ${came.length}`]),
    ...odd.map(({ state, nextAt }) => `a notice is ${state}, to be posted ${nextAt}`),
  ];
  const givenUp = rows.filter(({ state }) => state === 'given_up').length;
  return { faults, counted: { delivered: once.length, repeats: drill.mails.length - once.length, givenUp } };
}

const runsOf = (drill: Drill): Promise<readonly Run[]> =>
  drill.rows<Run>(
    `SELECT id, case_id AS "caseId", clock, state, due_at AS "dueAt", stopped_at AS "stoppedAt" FROM deadline`,
  );

const rungsIn = (drill: Drill): Promise<readonly Rung[]> =>
  drill.rows<Rung>(
    `SELECT deadline_id AS "deadlineId", rung, due_was AS "dueWas", fired_at AS "firedAt", passed
     FROM deadline_rung ORDER BY deadline_id, rung`,
  );

const linesOf = (drill: Drill): Promise<readonly ToldRung[]> =>
  drill.rows<ToldRung>(
    `SELECT e.seq, e.case_id AS "caseId", e.data::json->>'deadline' AS deadline, (e.data::json->>'rung')::int AS rung,
            (SELECT COUNT(*) FROM notice n WHERE n.event_id = e.id)::int AS notices
     FROM case_event e WHERE e.kind = 'rungFired' ORDER BY e.seq`,
  );

const noticesOf = (drill: Drill): Promise<readonly NoticeRow[]> =>
  drill.rows<NoticeRow>(
    `SELECT n.state, n.next_at AS "nextAt", n.kind, n.clock, f.number, o.username
     FROM notice n JOIN case_file f ON f.id = n.case_id LEFT JOIN officer o ON o.id = n.recipient
     WHERE n.at > $1`,
    [LIFE_ENDS],
  );

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
