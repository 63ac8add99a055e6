import { drawNumber, readNumber, spokenNumber } from './case-number.rules';

const NWT = { code: 'NWT', short: 'นธ' };

describe('the case number', () => {
  it('carries province, fiscal year and seven digits', () => {
    expect(drawNumber(NWT, 2569)).toMatch(/^NWT-2569-\d{7}$/);
  });

  it.each([
    'NWT-2569-4829137',
    'nwt-2569-4829137',
    'นธ ๒๕๖๙/๔๘๒๙๑๓๗',
    'นธ๒๕๖๙/๔๘๒๙๑๓๗',
    'นธ 2569/4829137',
    ' NWT 2569/4829137 ',
  ])('is read from %s', (text) => expect(readNumber(NWT, text)).toBe('NWT-2569-4829137'));

  it.each(['', 'NWT', 'TRT-2569-4829137', 'NWT-2569-482913', "NWT-2569-4829137' OR 1=1", 'NWT-9999-4829137'])(
    'is not read from %s',
    (text) => expect(readNumber(NWT, text)).toBeNull(),
  );

  it('is spoken in Thai digits', () => {
    expect(spokenNumber(NWT, 'NWT-2569-4829137')).toBe('นธ ๒๕๖๙/๔๘๒๙๑๓๗');
  });
});
