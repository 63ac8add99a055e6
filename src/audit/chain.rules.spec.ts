import type { Links } from './chain.rules';
import { BEFORE_ALL, canonical, macOf } from './chain.rules';

const subkey = Buffer.alloc(32, 5);
const row: Links = {
  province: 'NWT',
  no: 2,
  at: '2026-11-20T03:00:00.000Z',
  actorKind: 'officer',
  actorId: 'officer-1',
  act: 'case.sort',
  subjectKind: 'case',
  subjectId: null,
  data: { b: 2, a: ['x', 1] },
};

describe('the chain', () => {
  it('ties a row to all that stands before it: a row of another history does not fit', () => {
    const first = macOf(subkey, BEFORE_ALL, { ...row, no: 1 });
    const other = macOf(subkey, BEFORE_ALL, { ...row, no: 1, act: 'case.refer' });
    expect(macOf(subkey, first, row)).toMatch(/^[0-9a-f]{64}$/);
    expect(macOf(subkey, first, row)).not.toBe(macOf(subkey, other, row));
  });

  it('needs the server secret', () => {
    expect(macOf(subkey, BEFORE_ALL, row)).not.toBe(macOf(Buffer.alloc(32, 6), BEFORE_ALL, row));
  });

  it('changes with every field', () => {
    const changes: readonly Partial<Links>[] = [
      { province: 'PHT' },
      { no: 3 },
      { at: '2026-11-20T03:00:00.001Z' },
      { actorKind: 'system' },
      { actorId: null },
      { act: 'case.refer' },
      { subjectKind: 'officer' },
      { subjectId: 'case-1' },
      { data: { b: 2, a: ['x', 2] } },
    ];
    const macs = [row, ...changes.map((change) => ({ ...row, ...change }))].map((one) =>
      macOf(subkey, BEFORE_ALL, one),
    );
    expect(new Set(macs).size).toBe(changes.length + 1);
    expect(changes.length).toBe(Object.keys(row).length);
  });

  it('does not ask in which order the data came', () => {
    expect(canonical({ ...row, data: { a: ['x', 1], b: 2 } })).toBe(canonical(row));
  });
});
