import { REFUSAL_GROUNDS } from '../agencies/codes';
import { OUTCOMES } from '../cases/codes';
import type { ChecklistItem } from './sorting.rules';
import { CHECKLIST, adviceOn, groundFits, outcomeOf } from './sorting.rules';

describe('a ground for ending', () => {
  it.each([
    ['in_court', 'not_accepted'],
    ['decided_already', 'not_accepted'],
    ['outside_power', 'not_accepted'],
    ['not_specific', 'insufficient'],
    ['sent_to_competent_body', 'sent_to_competent_body'],
    ['kept_as_information', 'kept_as_information'],
    ['duplicate', 'duplicate'],
  ] as const)('%s ends a case as %s', (ground, outcome) => {
    expect(outcomeOf(ground)).toBe(outcome);
  });

  it('always has an outcome of the closed list', () => {
    for (const ground of REFUSAL_GROUNDS) expect(OUTCOMES).toContain(outcomeOf(ground));
  });

  it('is never that the reporter gave no name', () => {
    expect(REFUSAL_GROUNDS.filter((ground) => /anonym|name|identity|reporter/.test(ground))).toEqual([]);
  });
});

describe('the checklist for an anonymous report', () => {
  const cases: [string, ChecklistItem[], string][] = [
    ['documents and a witness', ['who', 'act', 'documents', 'reachable_witness'], 'take_up'],
    ['clear circumstances and a witness', ['who', 'act', 'when', 'where', 'reachable_witness'], 'take_up'],
    ['documents without a witness', ['who', 'act', 'when', 'where', 'documents'], 'ask'],
    ['a witness without circumstances', ['who', 'act', 'when', 'reachable_witness'], 'ask'],
    ['a bare tip', ['act', 'where'], 'ask'],
    ['a name and nothing done', ['who', 'where', 'documents', 'reachable_witness'], 'keep'],
    ['nothing', [], 'keep'],
  ];
  it.each(cases)('%s', (_what, known, advice) => expect(adviceOn(known)).toBe(advice));

  it('never advises to take up less when more is known', () => {
    const rank = { keep: 0, ask: 1, take_up: 2 };
    for (let mask = 0; mask < 1 << CHECKLIST.length; mask++) {
      const known = CHECKLIST.filter((_, bit) => mask & (1 << bit));
      for (const more of CHECKLIST) {
        expect(rank[adviceOn([...known, more])]).toBeGreaterThanOrEqual(rank[adviceOn(known)]);
      }
    }
  });
});

describe('"not specific"', () => {
  it('does not fit a report that was found specific', () => {
    expect(groundFits({ ground: 'not_specific', specificEnough: true, advice: null })).toBe(false);
    expect(groundFits({ ground: 'not_specific', advice: 'take_up' })).toBe(false);
  });

  it('fits any other, and other grounds fit all', () => {
    expect(groundFits({ ground: 'not_specific', specificEnough: false, advice: 'ask' })).toBe(true);
    expect(groundFits({ ground: 'not_specific', advice: null })).toBe(true);
    expect(groundFits({ ground: 'in_court', specificEnough: true, advice: 'take_up' })).toBe(true);
  });
});
