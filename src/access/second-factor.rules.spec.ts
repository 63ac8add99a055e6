import { Secret, TOTP } from 'otpauth';
import { newRecoveryCodes, newSecret, readRecoveryCode, spend, stepOf, uriOf } from './second-factor.rules';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const RFC = Buffer.from('12345678901234567890');
const SECRET = new Secret({ buffer: new Uint8Array(RFC).buffer }).base32;
const AT = Date.parse('2026-11-20T03:00:00.000Z');
const codeAt = (ms: number): string => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: ms });

describe('a code of the second factor', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('is the one of RFC 6238 at %s seconds', (seconds, code, step) => {
    expect(stepOf(SECRET, code, seconds * 1000)).toBe(step);
  });

  it('is taken one step early or late and no further', () => {
    const offsets = [-60_000, -30_000, 0, 30_000, 60_000];
    expect(offsets.map((offset) => stepOf(SECRET, codeAt(AT + offset), AT) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('may be typed in Thai digits and with a space, and is nothing else', () => {
    const [code, step] = [codeAt(AT), Math.floor(AT / 30_000)];
    const thai = code.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    expect([` ${code.slice(0, 3)} ${code.slice(3)}`, thai].map((typed) => stepOf(SECRET, typed, AT))).toEqual([
      step,
      step,
    ]);
    for (const typed of ['', '12345', `${code}0`, 'abcdef', '\u0000', '1'.repeat(10_000)]) {
      expect(stepOf(SECRET, typed, AT)).toBeNull();
    }
  });

  it('is taken once, and none before it any more', () => {
    const factor = { secret: SECRET, step: 0, recovery: [] };
    const left = spend(factor, codeAt(AT), AT, String);
    expect(left).toEqual({ ...factor, step: Math.floor(AT / 30_000) });
    expect(left && spend(left, codeAt(AT), AT, String)).toBeNull();
    expect(left && spend(left, codeAt(AT - 30_000), AT, String)).toBeNull();
    expect(left && spend(left, codeAt(AT + 30_000), AT, String)).not.toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 bits and is never the same', () => {
    expect(Secret.fromBase32(newSecret()).bytes).toHaveLength(20);
    expect(newSecret()).not.toBe(newSecret());
  });

  it('goes into an app as every app reads it', () => {
    const uri = new URL(uriOf(SECRET, 'Phitak NWT', 'somsri'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Phitak NWT:somsri',
    ]);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Phitak NWT',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('recovery codes', () => {
  it('are ten of 80 bits, all different', () => {
    const codes = newRecoveryCodes();
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it('are read however they were typed', () => {
    expect(readRecoveryCode(' ab1d-efgh jkmn-p0q1 ')).toBe('AB1DEFGHJKMNP0Q1');
    expect(readRecoveryCode('ABLD EFGH JKMN POQI')).toBe('AB1DEFGHJKMNP0Q1');
    for (const typed of ['', 'AB1DEFGHJKMNP0Q', 'AB1DEFGHJKMNP0Q12', 'UUUU-UUUU-UUUU-UUUU', '123456']) {
      expect(readRecoveryCode(typed)).toBeNull();
    }
  });

  it('are taken once each', () => {
    const [one = '', two = ''] = newRecoveryCodes();
    const macOf = (code: string): string => `mac of ${code}`;
    const left = spend({ secret: SECRET, step: 5, recovery: [one, two].map(macOf) }, one.toLowerCase(), AT, macOf);
    expect(left).toEqual({ secret: SECRET, step: 5, recovery: [macOf(two)] });
    expect(left && spend(left, one, AT, macOf)).toBeNull();
  });
});
