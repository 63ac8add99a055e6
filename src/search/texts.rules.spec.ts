import { keysOf, wordsOf } from './texts.rules';

describe('the words of a sealed text', () => {
  it('are the parts of an allegation, the name of an exhibit, any other text as it stands', () => {
    const allegation = JSON.stringify({ what: 'เรียกเงิน', where: 'ตลาด', who: 'นายช่าง' });
    expect(wordsOf('allegation', allegation)).toBe('เรียกเงิน\nตลาด\nนายช่าง');
    expect(wordsOf('allegation', 'จากทะเบียนเดิม')).toBe('จากทะเบียนเดิม');
    expect(wordsOf('exhibit', JSON.stringify({ name: 'สัญญา.pdf', sha256: 'ab12' }))).toBe('สัญญา.pdf');
    expect(wordsOf('comment', '{"name": 1')).toBe('{"name": 1');
  });

  it('are none of a rating, nor of what cannot be read', () => {
    expect(wordsOf('rating', '2/5\nไม่พอใจ')).toBe('');
    expect(wordsOf('exhibit', 'not json')).toBe('');
    expect(wordsOf('exhibit', '{"name": 7}')).toBe('');
  });

  it('are found by trigrams, and an allegation by its bands too', () => {
    const long = 'เจ้าหน้าที่เรียกเงินห้าพันบาทเพื่อเร่งออกโฉนดบริเวณตลาดเก่า';
    expect(keysOf([{ field: 'comment', text: long }]).every((key) => key.startsWith('t'))).toBe(true);
    expect(keysOf([{ field: 'allegation', text: long }]).filter((key) => key.startsWith('b'))).toHaveLength(16);
  });
});
