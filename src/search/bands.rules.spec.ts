import { bandsOf, likeness } from './bands.rules';
import { gramsOf } from './grams.rules';

const ONE = 'เจ้าหน้าที่ที่ดินเรียกเงินห้าพันบาทเพื่อเร่งออกโฉนดที่ดินบริเวณตลาดเก่า เมื่อวันที่ ๓ มีนาคม มีพยานสองคนเห็นเหตุการณ์';
const SAME = 'เจ้าหน้าที่ที่ดินเรียกเงินห้าพันบาทเพื่อเร่งออกโฉนดบริเวณตลาดเก่า เมื่อวันที่ 3 มีนาคม มีพยานสองคนเห็นเหตุการณ์ด้วย';
const OTHER = 'ถนนหน้าโรงเรียนชำรุดเป็นหลุมลึกมาสามเดือนแล้ว แจ้งเทศบาลไปหลายครั้งก็ยังไม่มีใครมาซ่อม นักเรียนล้มบาดเจ็บทุกสัปดาห์';

const alike = (a: string, b: string): number => likeness(gramsOf(a), gramsOf(b));
const shared = (a: string, b: string): number => bandsOf(a).filter((band) => bandsOf(b).includes(band)).length;

describe('bands of an allegation', () => {
  it('are shared by two reports of one thing and by no others', () => {
    expect(shared(ONE, SAME)).toBeGreaterThan(2);
    expect(shared(ONE, OTHER)).toBe(0);
    expect(shared(ONE, ONE)).toBe(16);
  });

  it('are the same whenever they are counted', () => expect(bandsOf(ONE)[0]).toBe(bandsOf(` ${ONE} `)[0]));

  it('are none for a few words', () => expect(bandsOf('ถนนพัง')).toEqual([]));

  it('stand beside how alike the texts really are', () => {
    expect(alike(ONE, SAME)).toBeGreaterThan(0.6);
    expect(alike(ONE, OTHER)).toBeLessThan(0.1);
    expect(alike(ONE, ONE)).toBe(1);
    expect(alike('', '')).toBe(0);
  });
});
