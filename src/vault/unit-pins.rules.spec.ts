import { contradicted, isNewPin, pinOf, unpinned, withPins } from './unit-pins.rules';

const NOW = '2026-11-20T03:00:00.000Z';
const first = { unit: 'desk', epoch: 1, fingerprint: 'AAAA BBBB' };
const second = { unit: 'desk', epoch: 2, fingerprint: 'CCCC DDDD' };

describe('the pins of a keyring', () => {
  const pins = withPins({}, [first], NOW);

  it('know a key again by unit, epoch and fingerprint', () => {
    expect(pinOf(pins, first)).toEqual({ fingerprint: 'AAAA BBBB', since: NOW });
    expect(contradicted(pins, [first])).toEqual([]);
    expect(unpinned(pins, [first, second])).toEqual([second]);
  });

  it('are contradicted by another key of a known epoch, and by no new epoch', () => {
    const swapped = { ...first, fingerprint: second.fingerprint };
    expect(contradicted(pins, [swapped, second])).toEqual([swapped]);
  });

  it('stay as they are when another key comes for a known epoch', () => {
    expect(withPins(pins, [{ ...first, fingerprint: 'EEEE' }, second], '2026-12-01T00:00:00.000Z')).toEqual({
      'desk#1': `AAAA BBBB|${NOW}`,
      'desk#2': 'CCCC DDDD|2026-12-01T00:00:00.000Z',
    });
  });

  it('are new for thirty days', () => {
    const pin = { fingerprint: 'AAAA', since: NOW };
    expect(isNewPin(pin, '2026-12-19T03:00:00.000Z')).toBe(true);
    expect(isNewPin(pin, '2026-12-21T03:00:00.000Z')).toBe(false);
  });

  it('read nothing into what is no pin', () => expect(pinOf({ 'desk#1': 'x' }, first)).toBeNull());
});
