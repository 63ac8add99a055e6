import { readMailAddress } from './mail-address.rules';

describe('an e-mail address', () => {
  it.each([
    ['mali@example.org', 'mali@example.org'],
    ['  Mali.K+desk@Example.ORG ', 'Mali.K+desk@example.org'],
    ['ｍａｌｉ@example.org', 'mali@example.org'],
    ['a@xn--12c1fe0br.xn--o3cw4h', 'a@xn--12c1fe0br.xn--o3cw4h'],
  ])('is read: %s', (text, read) => expect(readMailAddress(text)).toBe(read));

  it.each([
    '',
    'mali',
    'mali@',
    '@example.org',
    'mali@example',
    'mali@localhost',
    'a b@example.org',
    'a@b@example.org',
    '"a"@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org, b@example.org',
    'Mali <a@example.org>',
    'a..b@example.org',
    'a@-example.org',
    'a@127.0.0.1',
    'มะลิ@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.org`,
  ])('is none: %j', (text) => expect(readMailAddress(text)).toBeNull());
});
