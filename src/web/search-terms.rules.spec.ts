import { Province } from '../agencies/agencies';
import { loadProfile } from '../agencies/profile.loader';
import { readSearch } from './search-terms.rules';

const province = new Province(loadProfile('narathiwat'));
const read = (text: string) => readSearch(province, text, 2570);

describe('what somebody types into the search', () => {
  it.each([
    'NWT-2569-4829137',
    'นธ ๒๕๖๙/๔๘๒๙๑๓๗',
    'นธ2569/4829137',
    ' nwt-2569-4829137 ',
    '2569/4829137',
    '๒๕๖๙-๔๘๒๙๑๓๗',
  ])('finds one case by its number, spelled %s', (text) => expect(read(text).numbers).toEqual(['NWT-2569-4829137']));

  it('finds a case by its seven digits alone, whatever the year', () => {
    const { numbers } = read('๔๘๒๙๑๓๗');
    expect(numbers).toContain('NWT-2569-4829137');
    expect(numbers).toContain('NWT-2570-4829137');
    expect(numbers).not.toContain('NWT-2571-4829137');
  });

  it('reads a register number with or without its year', () => {
    expect(read('๔๑๒/๒๕๖๘').registerNo).toEqual({ no: 412, fiscalYears: [2568] });
    expect(read('412').registerNo?.fiscalYears).toContain(2570);
    expect(read('4829137').registerNo).toBeNull();
  });

  it('looks for the number of a letter as typed, in Arabic and in Thai digits', () => {
    expect(read('นธ ๐๐๑๗/1205').registryNos).toEqual(['นธ ๐๐๑๗/1205', 'นธ 0017/1205', 'นธ ๐๐๑๗/๑๒๐๕']);
  });

  it('turns names and codes into codes', () => {
    expect(read('ที่ดิน').agencies).toContain('NWT-LAND');
    expect(read('สนง.ที่ดินจังหวัดนราธิวาส').agencies).toContain('NWT-LAND');
    expect(read('ตากใบ').districts).toEqual(['9602']);
    expect(read('จัดซื้อ').types).toEqual(['procurement']);
    expect(read('corruption').types).toEqual(['corruption']);
    expect(read('จดหมาย').channels).toEqual(['letter']);
  });

  it('takes a single letter, or digits, for no name', () => {
    for (const text of ['ก', '1111', '%', '']) {
      const { types, agencies, districts, channels } = read(text);
      expect([types, agencies, districts, channels]).toEqual([[], [], [], []]);
    }
  });
});
