import { canonicalPassphrase, issuePassphrase, passphraseFault } from './passphrase.rules';
import { PASSPHRASE_WORDS } from './passphrase-words';

describe('issued passphrases', () => {
  it('come from 2,048 different words of four letters', () => {
    expect(new Set(PASSPHRASE_WORDS).size).toBe(2048);
    expect(PASSPHRASE_WORDS.every((word) => /^[a-z]{4}$/.test(word))).toBe(true);
  });

  it('are six words that the rules accept, different each time', () => {
    const issued = Array.from({ length: 200 }, issuePassphrase);
    expect(new Set(issued).size).toBe(200);
    for (const one of issued) {
      expect(one.split(' ')).toHaveLength(6);
      expect(passphraseFault(one, 'somsri')).toBeNull();
    }
  });

  it('are the same in capitals, with dashes and with more spaces', () => {
    const issued = issuePassphrase();
    expect(canonicalPassphrase(` ${issued.toUpperCase().replaceAll(' ', '-')} `)).toBe(issued);
    expect(canonicalPassphrase(issued.replaceAll(' ', '  '))).toBe(issued);
  });
});

describe('chosen passphrases', () => {
  it('keep their capitals and dashes, but not the width of their letters', () => {
    expect(canonicalPassphrase('Blue-Kettle  on ＡＩＲ stilts')).toBe('Blue-Kettle on AIR stilts');
  });

  it.each(['blue kettle on stilts', 'เรือใบสีส้มกลางสวนยาง', 'xK9#q!2vLm$7Rt@w'])('takes %p', (text) => {
    expect(passphraseFault(text, 'somsri')).toBeNull();
  });

  it.each([
    ['fifteen letters', 'blue kettle ons'],
    ['one letter over and over', 'aaaaaaaaaaaaaaaaaaaa'],
    ['four letters over and over', 'abdcabdcabdcabdcabdc'],
    ['seven letters over and over', 'kettleskettleskettles'],
    ['the username with a few letters', 'Somsri.Somsri.Somsri1x'],
    ['well-known words', 'password password1'],
    ['well-known words with a run', 'Password123456789'],
    ['a keyboard', 'qwertyuiopasdfghjkl'],
    ['digits in order', '12345678901234567890'],
    ['a Thai word everyone knows', 'รหัสผ่านรหัสผ่านรหัสผ่าน12'],
    ['the famous comic', 'correct horse battery staple'],
    ['more than two hundred letters', 'blue kettle '.repeat(17)],
  ])('refuses %s', (_why, text) => {
    expect(passphraseFault(text, 'somsri')).not.toBeNull();
  });
});
