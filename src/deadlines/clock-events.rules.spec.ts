import { CLOCKS, STARTS } from '../agencies/codes';
import type { Status } from '../cases/moves.rules';
import type { LineKind } from '../cases/story-line';
import { effectsOf, happeningsIn } from './clock-events.rules';
import type { HeardLine, Run, StartOf } from './clock-events.rules';

/** The usual start of each clock. */
const startOf: StartOf = (clock) => STARTS[clock][0];

const OFFICER = { kind: 'officer', id: 'o' } as const;
const REPORTER = { kind: 'reporter', id: null } as const;

const told = (kind: LineKind, parts: Partial<HeardLine> = {}): HeardLine => ({
  kind,
  by: OFFICER,
  data: {},
  from: null,
  to: null,
  ...parts,
});
const moved = (kind: LineKind, from: Status, to: Status): HeardLine => told(kind, { from, to });

/** Plays lines over a case and says which clocks run at the end. */
function runningAfter(lines: readonly HeardLine[], referrals: readonly string[] = []): readonly string[] {
  let running: readonly Run[] = [];
  let status: Status = 'received';
  for (const line of lines) {
    status = line.to ?? status;
    const open = !['recorded', 'ended', 'withdrawn', 'merged'].includes(status);
    const about = typeof line.data.referralId === 'string' ? [line.data.referralId] : referrals;
    for (const effect of effectsOf(happeningsIn(line, status), { open, running, referrals: about, startOf })) {
      const run = ({ clock, referralId }: Run) => clock === effect.clock && referralId === effect.referralId;
      running = effect.act === 'start' ? [...running, effect] : running.filter((other) => !run(other));
    }
  }
  return running.map(({ clock, referralId }) => (referralId ? `${clock} ${referralId}` : clock)).sort();
}

const RECEIVED = told('received', { by: REPORTER, to: 'received' });
const SORTED = moved('sorted', 'received', 'sorted');
const SENT = { ...moved('referralSent', 'sorted', 'referred'), data: { referralId: 'r1' } };
const SENT_AGAIN = told('referralSent', { data: { referralId: 'r2' } });
const VERIFYING = moved('verificationOrdered', 'referred', 'verifying');
const FOUND = moved('findingRecorded', 'verifying', 'verified');
const REPORTED = moved('reported', 'verified', 'reported');
const ORDERED = moved('orderGiven', 'reported', 'ordered');
const RECORDED = moved('recorded', 'ordered', 'recorded');
const UP_TO_ORDER = [RECEIVED, SORTED, SENT, VERIFYING, FOUND, REPORTED, ORDERED];

describe('the story and the clocks', () => {
  it('starts the first clocks at receipt; the receipt handed out is the automatic acknowledgement', () => {
    const always = ['no_news', 'personal_ack', 'progress', 'sort', 'superior'];
    expect(runningAfter([RECEIVED])).toEqual(always);
    expect(runningAfter([told('received', { to: 'received' })])).toEqual(['auto_ack', ...always]);
    expect(runningAfter([told('received', { to: 'received', data: { handedOut: true } })])).toEqual(always);
    expect(runningAfter([told('received', { to: 'received' }), told('claimed', { by: REPORTER })])).toEqual(always);
  });

  it('gives every referral its own clock, which only its own answer stops', () => {
    const answered = told('referralFinal', { data: { referralId: 'r1' } });
    const two = [RECEIVED, SORTED, SENT, SENT_AGAIN];
    expect(runningAfter(two)).toEqual(expect.arrayContaining(['agency_answer r1', 'agency_answer r2', 'verify']));
    expect(runningAfter([...two, answered])).not.toContain('agency_answer r1');
    expect(runningAfter([...two, answered])).toContain('agency_answer r2');
    expect(runningAfter([...two, told('referralInterim', { data: { referralId: 'r1' } })])).toContain(
      'agency_answer r1',
    );
  });

  it('lets step 4 run on through a send-back, as one run', () => {
    const back = moved('sentBack', 'verifying', 'referred');
    const effects = effectsOf(happeningsIn(back, 'referred'), {
      open: true,
      running: [{ clock: 'verify', referralId: null }],
      referrals: [],
      startOf,
    });
    expect(effects).toEqual([{ act: 'start', clock: 'no_news', referralId: null }]);
    expect(
      runningAfter([RECEIVED, SORTED, SENT, VERIFYING, back, SENT_AGAIN]).filter((run) => run === 'verify'),
    ).toEqual(['verify']);
  });

  it('starts step 4 anew when the executive says look again, and waits for no record', () => {
    const again = moved('orderGiven', 'reported', 'verifying');
    const running = runningAfter([RECEIVED, SORTED, SENT, VERIFYING, FOUND, REPORTED, again]);
    expect(running).toContain('verify');
    expect(running).not.toEqual(expect.arrayContaining(['order']));
    expect(running).not.toEqual(expect.arrayContaining(['record']));
  });

  it('keeps the duty to answer the reporter when the case is recorded', () => {
    expect(runningAfter([...UP_TO_ORDER, RECORDED])).toEqual(['answer']);
    expect(runningAfter([...UP_TO_ORDER, RECORDED, told('answerTold')])).toEqual([]);
  });

  it.each([
    ['ended', 'received', 'ended'],
    ['merged', 'received', 'merged'],
    ['withdrawn', 'received', 'withdrawn'],
  ] as const)('stops every clock when the case is %s', (kind, from, to) => {
    expect(runningAfter([RECEIVED, moved(kind, from, to)])).toEqual([]);
  });

  it('starts new clocks at a reopening', () => {
    const reopened = moved('reopened', 'recorded', 'received');
    expect(runningAfter([...UP_TO_ORDER, RECORDED, reopened])).toEqual(['no_news', 'progress', 'sort']);
  });

  it('does not move for a comment, an assignment or a view of the file', () => {
    for (const kind of ['commented', 'assigned', 'classified', 'paused', 'extensionGranted', 'rungFired'] as const) {
      const running: readonly Run[] = CLOCKS.map((clock) => ({ clock, referralId: null }));
      expect(effectsOf(happeningsIn(told(kind), 'received'), { open: true, running, referrals: [], startOf })).toEqual(
        [],
      );
    }
  });

  it('begins the progress clock again at each word of the office, not at a word of the reporter', () => {
    const running: readonly Run[] = [{ clock: 'progress', referralId: null }];
    const by = (line: HeardLine) =>
      effectsOf(happeningsIn(line, 'sorted'), { open: true, running, referrals: [], startOf });
    expect(by(told('wordSent'))).toEqual(
      expect.arrayContaining([
        { act: 'stop', clock: 'progress', referralId: null, reason: 'next' },
        { act: 'start', clock: 'progress', referralId: null },
      ]),
    );
    expect(by(told('wordSent', { by: REPORTER }))).toEqual([]);
  });

  it('starts nothing on a closed case, whatever is still told about it', () => {
    expect(runningAfter([...UP_TO_ORDER, RECORDED, told('answerTold'), told('wordSent')])).toEqual([]);
  });

  it('starts the clocks of the day when an imported case is taken up, as far as it has come', () => {
    const imported = (status: Status) => [told('imported', { to: status }), told('takenUp')];
    expect(runningAfter(imported('received'))).toEqual(['no_news', 'sort']);
    expect(runningAfter(imported('referred'), ['r1', 'r2'])).toEqual([
      'agency_answer r1',
      'agency_answer r2',
      'no_news',
      'verify',
    ]);
    expect(runningAfter([told('imported', { to: 'referred' })])).toEqual([]);
  });

  it('starts a clock where the province says: the record at the report instead of the order', () => {
    const atReport: StartOf = (clock) => (clock === 'record' ? 'report' : startOf(clock));
    const at = (line: HeardLine, by: StartOf) =>
      effectsOf(happeningsIn(line, line.to ?? 'received'), { open: true, running: [], referrals: [], startOf: by })
        .filter(({ act }) => act === 'start')
        .map(({ clock }) => clock);
    expect(at(REPORTED, startOf)).not.toContain('record');
    expect(at(REPORTED, atReport)).toContain('record');
    expect(at(ORDERED, atReport)).not.toContain('record');
  });
});
