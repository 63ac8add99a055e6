import { toArabic, toThai } from './digits';

describe('digits', () => {
  it('turns Thai digits into Arabic ones and leaves the rest alone', () => {
    expect(toArabic('นธ ๒๕๖๙/๔๘๒๙๑๓๗')).toBe('นธ 2569/4829137');
  });

  it('turns Arabic digits into Thai ones, of numbers as well', () => {
    expect(toThai('ข้อ 10.5')).toBe('ข้อ ๑๐.๕');
    expect(toThai(2569)).toBe('๒๕๖๙');
  });

  it('comes back to where it started', () => {
    expect(toArabic(toThai('0123456789'))).toBe('0123456789');
  });
});
