import type { WrongFields } from '../platform/errors';
import { readTypedFigure } from './typed-figure.rules';

const TODAY = '2026-11-20';

function wrongFields(form: Record<string, unknown>, unit: 'count' | 'percent' = 'count'): readonly string[] {
  try {
    readTypedFigure(form, unit, TODAY);
    return [];
  } catch (error) {
    return (error as WrongFields).details.fields?.map(({ field }) => field) ?? [];
  }
}

describe('a typed figure', () => {
  it('reads what people write: Thai digits, thousands, Thai dates', () => {
    const form = { value: ' ๑,๒๔๐ ', source: 'nacc', letterNo: 'ปช 0012/๓๔๕', letterDate: '๓ ธ.ค. ๖๗' };
    expect(readTypedFigure(form, 'count', TODAY)).toEqual({
      value: 1240,
      source: 'nacc',
      letterNo: 'ปช 0012/๓๔๕',
      letterOn: '2024-12-03',
    });
    expect(readTypedFigure({ value: 40 }, 'count', TODAY)).toEqual({
      value: 40,
      source: 'desk',
      letterNo: null,
      letterOn: null,
    });
    expect(readTypedFigure({ value: '16.25' }, 'percent', TODAY).value).toBe(16.25);
  });

  it.each([[''], [undefined], [-1], ['1.5'], ['many'], [1e9], [null], [[1]], [true], [NaN]])(
    'refuses %j as a count',
    (value) => {
      expect(wrongFields({ value })).toEqual(['value']);
    },
  );

  it('names every wrong field at once', () => {
    const form = { value: 'x', source: 'gossip', letterNo: 'no number', letterDate: '2027-01-01' };
    expect(wrongFields(form)).toEqual(['value', 'source', 'letterNo', 'letterDate']);
    expect(wrongFields({ value: 101 }, 'percent')).toEqual(['value']);
    expect(wrongFields({ value: 1, letterDate: '31 กุมภาพันธ์ 2567' })).toEqual(['letterDate']);
  });
});
