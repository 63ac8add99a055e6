import { obstacleTo } from './disposal.rules';

describe('what may be destroyed', () => {
  const past = { open: false, status: 'recorded', keeping: { isPast: true }, isHeld: false, isUndecided: false };

  it.each([
    [{}, null],
    [{ open: true, keeping: null, status: 'received' }, 'open'],
    [{ status: 'merged', keeping: null }, 'merged'],
    [{ keeping: null }, 'notYet'],
    [{ keeping: { isPast: false } }, 'notYet'],
    [{ isHeld: true }, 'held'],
    [{ isUndecided: true }, 'undecided'],
  ])('%j: %s', (change, obstacle) => expect(obstacleTo({ ...past, ...change })).toBe(obstacle));
});
