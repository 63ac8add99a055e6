import { count, date, dateTime, month, percent } from './format';

describe('figures', () => {
  it('keep nothing and zero apart', () => {
    expect(count('th', null)).toBe('-');
    expect(count('th', 0)).toBe('๐');
  });

  it('group thousands and write percentages with two decimals', () => {
    expect(count('th', 1234567)).toBe('๑,๒๓๔,๕๖๗');
    expect(percent('th', 33.333)).toBe('๓๓.๓๓');
    expect(percent('en', 5)).toBe('5.00');
  });
});

describe('dates', () => {
  it('are written in the reader’s language and era', () => {
    expect(date('th', '2024-12-03', 'short')).toBe('๓ ธ.ค. ๖๗');
    expect(date('en', '2024-12-03', 'short')).toBe('3 Dec 2024');
    expect(date('ms', '2024-12-03', 'short')).toBe('3 Dis 2024');
    expect(date('en', '2024-03-03', 'short')).toBe('3 Mar 2024');
    expect(date('ms', '2024-05-03', 'short')).toBe('3 Mei 2024');
    expect(dateTime('en', '2024-12-03T09:30:00.000Z')).toBe('3 December 2024, 16:30');
    expect(month('ms', '2024-10')).toBe('Okt 2024');
  });
});
