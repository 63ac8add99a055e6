import type { StandingCase, StandingClock, StandingLine } from './standing.rules';
import { standingOf } from './standing.rules';

const FILED = '2026-03-02T03:00:00.000Z';
const NOW = '2026-03-10T03:00:00.000Z';

const file = (change: Partial<StandingCase>): StandingCase => ({
  status: 'received',
  receivedAt: FILED,
  identityKind: 'anonymous',
  outcome: null,
  waitingReporter: false,
  assignee: null,
  ...change,
});
const line = (kind: StandingLine['kind'], to: StandingLine['to'], at = FILED): StandingLine => ({ kind, to, at });
const clock = (code: StandingClock['clock'], dueAt: string, change: Partial<StandingClock> = {}): StandingClock => ({
  clock: code,
  state: 'running',
  startsAt: FILED,
  dueAt,
  extended: false,
  ...change,
});
const LATER = '2026-03-20T09:30:00.000Z';
const PAST = '2026-03-05T09:30:00.000Z';
const told = (change: Partial<StandingCase>, lines: StandingLine[], clocks: StandingClock[]) =>
  standingOf(file(change), [line('received', 'received'), ...lines], clocks, NOW).told;

describe('what a reporter is told', () => {
  it('names the day by which her report is sorted', () => {
    expect(told({}, [], [clock('sort', LATER)])).toEqual({ key: 'received', by: LATER });
  });

  it('says that somebody reads it once it is given to an officer', () => {
    expect(told({ assignee: 'x' }, [], [clock('sort', LATER)])).toEqual({ key: 'sorting' });
  });

  it('apologises for a delay with a new day, never with the day that has passed', () => {
    const clocks = [clock('sort', PAST), clock('progress', LATER)];
    expect(told({}, [], clocks)).toEqual({ key: 'overdue', by: LATER });
    const both = [clock('sort', PAST), clock('progress', PAST)];
    expect(told({}, [], both)).toEqual({ key: 'overdue', by: '2026-03-17T03:00:00.000Z' });
  });

  it('asks her before it speaks of delay', () => {
    const clocks = [clock('sort', PAST, { state: 'paused' })];
    expect(told({ waitingReporter: true }, [], clocks)).toMatchObject({ key: 'waitingReporter' });
  });

  it('tells of a new day when more time was granted', () => {
    const lines = [line('sorted', 'sorted'), line('referralSent', 'referred')];
    expect(told({ status: 'referred' }, lines, [clock('agency_answer', LATER, { extended: true })])).toEqual({
      key: 'extended',
      by: LATER,
    });
  });

  it('speaks of answers when every referral has come back', () => {
    const lines = [line('referralSent', 'referred'), line('referralFinal', null)];
    expect(told({ status: 'referred' }, lines, [clock('verify', LATER)])).toEqual({ key: 'answered' });
  });

  it('waits for the verification when the desk acts itself', () => {
    const lines = [line('referralSent', 'referred')];
    expect(told({ status: 'referred' }, lines, [clock('verify', LATER)])).toMatchObject({ key: 'referred', by: LATER });
  });

  it('promises secrecy of the name only to whoever gave one in confidence', () => {
    expect(told({ status: 'verifying' }, [], [clock('verify', LATER)])).toMatchObject({ key: 'verifying' });
    expect(told({ status: 'verifying', identityKind: 'confidential' }, [], [clock('verify', LATER)])).toMatchObject({
      key: 'verifyingConfidential',
    });
  });

  it('never tells one reporter about another', () => {
    expect(told({ status: 'merged', outcome: 'duplicate' }, [line('merged', 'merged')], [])).toEqual({
      key: 'duplicate',
    });
  });

  it('starts from step two when it is opened again, and counts only what followed', () => {
    const lines = [line('sorted', 'sorted'), line('ended', 'ended'), line('reopened', 'received', NOW)];
    const standing = standingOf(file({}), [line('received', 'received'), ...lines], [clock('sort', LATER)], NOW);
    expect(standing.told).toEqual({ key: 'reopened', since: NOW, step: 2 });
    expect(standing.steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, false, false, false, false, false]);
  });

  it('opens a step again when the case is sent back to it', () => {
    const lines = [
      line('sorted', 'sorted'),
      line('referralSent', 'referred'),
      line('verificationOrdered', 'verifying'),
      line('sentBack', 'referred'),
    ];
    const { steps } = standingOf(file({ status: 'referred' }), [line('received', 'received'), ...lines], [], NOW);
    expect(steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, true, false, false, false, false]);
  });
});
