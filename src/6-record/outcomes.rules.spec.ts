import { FINDINGS, OUTCOMES } from '../cases/codes';
import { mayClose, outcomesOf } from './outcomes.rules';

const FOUNDED = OUTCOMES.filter((outcome) => outcome.startsWith('founded_'));

describe('how a case may close', () => {
  it.each([...FINDINGS, null])('never closes an accusation as solved or explained (finding %s)', (finding) => {
    const outcomes = outcomesOf({ accusation: true, finding });
    expect(outcomes).not.toContain('solved');
    expect(outcomes).not.toContain('explained');
  });

  it.each(FINDINGS)('closes a grievance as solved or explained whatever was found (%s)', (finding) => {
    expect(mayClose('solved', { accusation: false, finding })).toBe(true);
    expect(mayClose('explained', { accusation: false, finding })).toBe(true);
  });

  it('closes as founded only what was found to be true, and that not otherwise', () => {
    expect(outcomesOf({ accusation: true, finding: 'founded' })).toEqual(FOUNDED);
    for (const finding of ['unfounded', 'insufficient', null] as const) {
      expect(FOUNDED.filter((outcome) => mayClose(outcome, { accusation: true, finding }))).toEqual([]);
    }
  });

  it('keeps founded outcomes to accusations', () => {
    expect(FOUNDED.filter((outcome) => mayClose(outcome, { accusation: false, finding: 'founded' }))).toEqual([]);
  });

  it('says unfounded and "not enough facts" only when that was the finding', () => {
    expect(FINDINGS.filter((finding) => mayClose('unfounded', { accusation: true, finding }))).toEqual(['unfounded']);
    expect(FINDINGS.filter((finding) => mayClose('insufficient', { accusation: true, finding }))).toEqual([
      'insufficient',
    ]);
    expect(mayClose('insufficient', { accusation: false, finding: 'insufficient' })).toBe(true);
  });

  it.each([true, false])('never records a withdrawal or an unstated outcome (accusation: %s)', (accusation) => {
    for (const finding of FINDINGS) {
      expect(outcomesOf({ accusation, finding })).not.toContain('withdrawn');
      expect(outcomesOf({ accusation, finding })).not.toContain('unstated');
    }
  });

  it('leaves a way to close whatever was found', () => {
    for (const accusation of [true, false]) {
      for (const finding of [...FINDINGS, null]) expect(outcomesOf({ accusation, finding }).length).toBeGreaterThan(0);
    }
  });
});
