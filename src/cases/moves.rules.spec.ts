import { ACTS, ENTRY, MOVES, STATUSES, allowedActs, isClosed, mayBecome, mayMove } from './moves.rules';

/** Written by hand from PROCESS §1, so that the table cannot drift by itself. */
const ARROWS = [
  'received sorted',
  'received ended',
  'sorted referred',
  'referred verifying',
  'verifying referred',
  'verifying verified',
  'verified reported',
  'reported ordered',
  'reported verifying',
  'ordered recorded',
  'received merged',
  'sorted merged',
  'referred merged',
  'received withdrawn',
  'sorted withdrawn',
  'referred withdrawn',
  'verifying withdrawn',
  'recorded received',
  'ended received',
];

describe('the table of moves', () => {
  it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(mayBecome(from, to)).toBe(ARROWS.includes(`${from} ${to}`));
  });

  it('reaches every status from where a case can enter', () => {
    const reached = new Set<string>(ENTRY);
    for (let size = -1; size !== reached.size;) {
      size = reached.size;
      for (const act of ACTS) if (MOVES[act].from.some((from) => reached.has(from))) reached.add(MOVES[act].to);
    }
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  });

  it('says what is allowed, and it is exactly what is possible', () => {
    for (const status of STATUSES) {
      expect(allowedActs(status)).toEqual(ACTS.filter((act) => mayMove(status, act)));
    }
  });

  it('leaves only reopening to a closed case', () => {
    for (const status of STATUSES.filter(isClosed)) {
      expect(allowedActs(status).filter((act) => act !== 'reopen')).toEqual([]);
    }
  });
});
