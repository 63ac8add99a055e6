import { knownOf } from './marks.rules';

const desk = (epoch: number) => ({ unit: 'desk', epoch });
const rings = [desk(1), desk(2), { unit: 'investigation', epoch: 1 }];
const mark = (epoch: number, items: number, lastItem: string) => ({ ...desk(epoch), items, lastItem });

describe('what an index has of a case', () => {
  it('is nothing before it was opened', () =>
    expect(knownOf(desk(2), rings, [], ['a'])).toMatchObject({ isBehind: true, lastItem: '' }));

  it('is noted for a case without a text as well', () =>
    expect(knownOf(desk(2), rings, [mark(2, 0, '')], [])).toMatchObject({ isBehind: false }));

  it('is everything when as many texts are there as were noted', () =>
    expect(knownOf(desk(2), rings, [mark(2, 2, 'b')], ['a', 'b'])).toMatchObject({ isBehind: false }));

  it('lacks what was written since', () =>
    expect(knownOf(desk(2), rings, [mark(2, 2, 'b')], ['a', 'b', 'c'])).toEqual({
      lastItem: 'b',
      sameEpoch: true,
      isBehind: true,
      lost: [],
    }));

  it('goes on in the epoch of today', () =>
    expect(knownOf(desk(2), rings, [mark(1, 1, 'a')], ['a', 'b'])).toMatchObject({ lastItem: 'a', sameEpoch: false }));

  it('begins again when an earlier text was committed late', () =>
    expect(knownOf(desk(2), rings, [mark(2, 1, 'b')], ['a', 'b'])).toMatchObject({ lastItem: '', isBehind: true }));

  it('begins again when the keys of before are lost', () => {
    const [, second] = rings;
    const known = knownOf(desk(2), second ? [second] : [], [mark(1, 1, 'a'), mark(2, 2, 'b')], ['a', 'b']);
    expect(known).toMatchObject({ lastItem: '', isBehind: true, lost: [{ unit: 'desk', epoch: 1 }] });
  });

  it('is each unit’s own', () =>
    expect(knownOf({ unit: 'investigation', epoch: 1 }, rings, [mark(2, 1, 'a')], ['a']).isBehind).toBe(true));
});
