import fc from 'fast-check';
import { answers, gramsOf, isTooShort, readQuestion, squeeze, wordGrams } from './grams.rules';

describe('what a text is found by', () => {
  it('is every three neighbouring characters, wherever somebody put a space', () => {
    expect([...gramsOf('เรียก เงิน')]).toEqual([...gramsOf('เรียกเงิน')]);
    expect([...gramsOf('อบต.')]).toEqual(['อบต']);
    expect(gramsOf('กข').size).toBe(0);
  });

  it('is one spelling of what looks the same', () => {
    expect(squeeze('นํ้าเเข็ง ๐๘๑-234')).toBe(squeeze('น้ำแข็ง 081 ๒๓๔'));
    expect(squeeze('ＡBC')).toBe('abc');
  });

  it('tells a word from a band', () => expect(wordGrams('abc')).toEqual(['tabc']));
});

describe('a question', () => {
  it('asks for every word', () => {
    const asked = readQuestion('เงิน ถนน ก เงิน');
    expect(asked).toEqual({ words: ['เงิน', 'ถนน'], short: ['ก'] });
    expect(answers(asked, ['เรียกเงิน', 'ถนน ก'])).toBe(true);
    expect(answers(asked, ['ร้านขายเงิน', 'ถ น น'])).toBe(false);
  });

  it('of two characters is too short, and of two digits a number', () => {
    expect(isTooShort(readQuestion('งบ'))).toBe(true);
    expect(isTooShort(readQuestion('๑๒'))).toBe(false);
    expect(isTooShort(readQuestion('งบ 12'))).toBe(true);
    expect(isTooShort(readQuestion('งบ ประมาณ'))).toBe(false);
  });
});

const thai = fc.string({
  unit: fc.constantFrom(...'กขคงจชดตถทนบปพมยรลวสหอะาิีึุูเแโใไ่้๊๋ำ์ ๐๑๒a1-'.split('')),
  minLength: 0,
  maxLength: 120,
});

it('loses nothing: whatever is cut out of a text has only grams that the text has, and is found in it', () => {
  fc.assert(
    fc.property(thai, fc.nat(120), fc.nat(40), (text, from, length) => {
      const squeezed = squeeze(text);
      const word = squeeze(squeezed.slice(from, from + length));
      // Cutting before a sign that belongs to its letter makes another spelling, as it would on paper.
      fc.pre(squeezed.includes(word) && word !== '');
      const grams = gramsOf(text);
      expect([...gramsOf(word)].filter((gram) => !grams.has(gram))).toEqual([]);
      expect(answers({ words: [word], short: [] }, [text])).toBe(true);
    }),
  );
});
