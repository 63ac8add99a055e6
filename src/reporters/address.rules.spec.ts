import { addressUntil, mayLeaveAddress } from './address.rules';

describe('an address for notices', () => {
  const closed = { open: false, statusSince: '2026-03-02T03:00:00.000Z' };
  const open = { ...closed, open: true };

  it('stays while the case is open, and 90 days after closing (KEYS K13)', () => {
    expect(addressUntil(open)).toBeNull();
    expect(addressUntil(closed)).toBe('2026-05-31T03:00:00.000Z');
  });

  it('is taken until its day, and never after it', () => {
    expect(mayLeaveAddress(open, '2030-01-01T00:00:00.000Z')).toBe(true);
    expect(mayLeaveAddress(closed, '2026-05-31T02:59:59.999Z')).toBe(true);
    expect(mayLeaveAddress(closed, '2026-05-31T03:00:00.000Z')).toBe(false);
  });
});
