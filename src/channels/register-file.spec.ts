import { decode, readRegister } from './register-file';
import { windows874 } from './testing/registers';

describe('the bytes of a register', () => {
  const text = 'เลขที่,เรื่อง\n1,ถนนชำรุด\n';

  it('are read as UTF-8, with or without BOM', () => {
    expect(decode(Buffer.from(text), 'auto')).toBe(text);
    expect(decode(Buffer.from(`\uFEFF${text}`), 'auto')).toBe(text);
  });

  it('are read as windows-874 when they are no UTF-8', () => {
    expect(decode(windows874(text), 'auto')).toBe(text);
    expect(decode(windows874(text), 'windows-874')).toBe(text);
  });

  it('show what a declared UTF-8 cannot read', () => {
    expect(decode(windows874('ก'), 'utf-8')).toContain('�');
  });
});

describe('the rows of a register', () => {
  const rowsOf = (text: string) => readRegister(text).rows.map(({ cells, torn }) => (torn ? 'torn' : cells));

  it('keep commas, quotes and line breaks that stand in quotes', () => {
    expect(rowsOf('a,b\n1,"x, ""y""\nz"\n')).toEqual([['1', 'x, "y"\nz']]);
  });

  it('are counted from 1 after the header, empty lines left out', () => {
    expect(readRegister('a,b\n1,2\n\n3,4').rows.map(({ no, cells }) => [no, cells[0]])).toEqual([
      [1, '1'],
      [2, '3'],
    ]);
  });

  it('read with any line end', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(rowsOf(['a,b', '1,2', '3,4', ''].join(end))).toHaveLength(2);
  });

  it('keep a quote that stands in the middle of a cell', () => {
    expect(rowsOf('a,b\n1,say "hi"\n2,x\n')).toEqual([
      ['1', 'say "hi"'],
      ['2', 'x'],
    ]);
  });

  it('cost only themselves when their quotes do not close', () => {
    expect(rowsOf('a,b\n1,x\n2,"open\n3,y\n4,z\n')).toEqual([
      ['1', 'x'],
      ['2', '"open'],
      ['3', 'y'],
      ['4', 'z'],
    ]);
    expect(rowsOf('a,b\n1,x\n2,"open\n3,y\n4,"z"\n5,u\n').slice(2)).toEqual([
      ['3', 'y'],
      ['4', 'z'],
      ['5', 'u'],
    ]);
  });

  it('are torn when they do not fit even then', () => {
    expect(rowsOf('a,b\n2,"open,x\n3,y\n')).toEqual(['torn', ['3', 'y']]);
  });

  it('are none in an empty file', () => {
    expect(readRegister('')).toEqual({ columns: [], rows: [] });
  });
});
