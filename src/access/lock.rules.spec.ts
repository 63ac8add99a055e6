import { localPath } from './account-paths';
import { lockOf, mustBeFresh } from './lock.rules';

const account = (passphraseIsOwn: boolean, hasSecondFactor: boolean) => ({ passphraseIsOwn, hasSecondFactor });

describe('a session that opens the account only', () => {
  it.each([
    [true, true, account(false, false), 'passphrase'],
    [true, true, account(false, true), 'passphrase'],
    [true, true, account(true, false), 'secondFactor'],
    [true, true, account(true, true), null],
    [true, false, account(true, false), null],
    [false, true, account(false, false), null],
  ])('in production %s, second factor %s, %j: %s', (production, twoFactor, of, lock) => {
    expect(lockOf({ production, twoFactor }, of)).toBe(lock);
  });
});

describe('who has to confirm', () => {
  it('is everybody without a fresh session, and the command line', () => {
    expect(() => mustBeFresh({}, '/people')).toThrow('Please confirm');
  });
});

describe('the way back', () => {
  it.each(['/people/somsri', '/cases?page=2&q=x', '/account/second-factor', '/cases/NWT-2569-0000000'])(
    'may be %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    '/a\r\nSet-Cookie: x=1',
    '/:x',
    '',
    'people',
    `/${'a'.repeat(300)}`,
    undefined,
    ['/people', '/people'],
  ])('is never %j', (path) => {
    expect(localPath(path)).toBe('/account');
  });
});
