import { randomBytes } from 'node:crypto';
import { admissionCode } from './admission-code.rules';
import {
  isServerShare,
  joinShares,
  readServerShare,
  readShare,
  splitKey,
  writeServerShare,
  writeShare,
} from './recovery-sheet.rules';

describe('a recovery sheet', () => {
  it('gives back what was written, however it is typed', () => {
    for (let round = 0; round < 200; round++) {
      const share = randomBytes(32);
      const written = writeShare(share);
      expect(written).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z*~$=]$/);
      const typed = written.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readShare(typed)).toEqual(share);
    }
    expect(readShare(writeShare(Buffer.alloc(32)))).toEqual(Buffer.alloc(32));
    expect(readShare(writeShare(Buffer.alloc(32, 255)))).toEqual(Buffer.alloc(32, 255));
  });

  it('finds every wrong symbol and every neighbouring swap', () => {
    const written = writeShare(randomBytes(32)).replaceAll('-', '');
    for (let at = 0; at < 52; at++) {
      const wrong = written[at] === '7' ? '8' : '7';
      expect(readShare(written.slice(0, at) + wrong + written.slice(at + 1))).toBeNull();
      if (at === 51 || written[at] === written[at + 1]) continue;
      const swapped = written.slice(0, at) + written[at + 1] + written[at] + written.slice(at + 2);
      expect(readShare(swapped)).toBeNull();
    }
  });

  it.each(['', 'short', '-'.repeat(53), 'U'.repeat(53), 'ก'.repeat(53)])('refuses %s', (typed) =>
    expect(readShare(typed)).toBeNull(),
  );

  it('tells a share of the server secret from any other by its S', () => {
    for (let round = 0; round < 200; round++) {
      const share = randomBytes(32);
      const written = writeServerShare(share);
      expect(readServerShare(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toEqual(share);
      expect([isServerShare(written), readShare(written)]).toEqual([true, null]);
      expect([isServerShare(writeShare(share)), readServerShare(writeShare(share))]).toEqual([false, null]);
    }
    expect(readServerShare(`S${writeServerShare(randomBytes(32))}`)).toBeNull();
    expect(readServerShare('S')).toBeNull();
  });

  it('is worth nothing without the other', () => {
    const key = randomBytes(32);
    const [first, second] = splitKey(key, randomBytes(32));
    expect(joinShares(first, second)).toEqual(key);
    expect(first).not.toEqual(key);
    expect(second).not.toEqual(key);
  });
});

describe('the spoken code', () => {
  const key = randomBytes(32);
  it('has eighteen digits and speaks for one key, one person and one unit', () => {
    const code = admissionCode(key, 'officer', 'desk');
    expect(code).toMatch(/^\d{18}$/);
    expect(admissionCode(key, 'officer', 'desk')).toBe(code);
    const others = [
      admissionCode(randomBytes(32), 'officer', 'desk'),
      admissionCode(key, 'other', 'desk'),
      admissionCode(key, 'officer', 'custodian'),
    ];
    expect(others).not.toContain(code);
  });
});
