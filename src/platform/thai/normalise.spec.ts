import { normaliseThai, searchKey } from './normalise';

describe('normaliseThai', () => {
  it('joins nikhahit and sara aa to sara am, whatever side the tone stands on', () => {
    const water = 'น\u0e49\u0e33';
    expect(normaliseThai('น\u0e4d\u0e49\u0e32')).toBe(water);
    expect(normaliseThai('น\u0e49\u0e4d\u0e32')).toBe(water);
    expect(normaliseThai('น\u0e33\u0e49')).toBe(water);
    expect(normaliseThai('ท\u0e4d\u0e32')).toBe('ท\u0e33');
  });

  it('writes sara ae as one character', () => {
    expect(normaliseThai('เเจ้ง')).toBe('แจ้ง');
    expect(normaliseThai('เ\u200bเจ้ง')).toBe('แจ้ง');
  });

  it('takes zero-width characters, direction marks, NUL and controls out, but keeps tabs and line ends', () => {
    expect(normaliseThai('ก\u200b\ufeff\u202eข\u0000\u0007\u009fค\tง\n')).toBe('กขค\tง\n');
  });

  it('writes every line end as \\n', () => {
    expect(normaliseThai('ก\r\nข\rค')).toBe('ก\nข\nค');
  });

  it('marks half a surrogate pair instead of storing it and keeps whole ones', () => {
    expect(normaliseThai('ก\ud83d')).toBe('ก\ufffd');
    expect(normaliseThai('ก\ud83d\ude00')).toBe('ก\ud83d\ude00');
  });

  it('changes nothing the second time', () => {
    const once = normaliseThai('น\u0e4d\u0e49\u0e32 เเละ\r\nทํา');
    expect(normaliseThai(once)).toBe(once);
  });
});

describe('searchKey', () => {
  it('finds the same words typed with other digits, cases, widths and spaces', () => {
    expect(searchKey('  เลขที่ ๑๒ \n ซอย ABC ')).toBe(searchKey('เลขที่ 12 ซอย ａｂｃ'));
  });

  it('keeps sara am whole', () => {
    expect(searchKey('น้ำ')).toBe('น้ำ');
  });
});
