import { csv } from './csv';

describe('CSV for office programs', () => {
  it('begins with a BOM and ends every row with CRLF', () => {
    expect(csv([['ช่องทาง', 'จำนวน']])).toBe('\uFEFFช่องทาง,จำนวน\r\n');
  });

  it.each(['=1+1', '+66', '-5', '@SUM(A1)', '\tx', '\r=1'])('lets no spreadsheet run %j', (text) => {
    expect(csv([[text]])).toContain(`'${text}`);
  });

  it('keeps numbers as numbers, negative ones too, and tells nothing from zero', () => {
    expect(csv([[1, -2, 0.5, 0, null]])).toBe('\uFEFF1,-2,0.5,0,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csv([['a,b', 'ที่ "หนึ่ง"', 'x\ny']])).toBe('\uFEFF"a,b","ที่ ""หนึ่ง""","x\ny"\r\n');
  });
});
