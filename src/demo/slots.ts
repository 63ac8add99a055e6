import { addDays, bangkokDay, thaiDate } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';
import type { Random } from './random';

/** What stands in the braces of a text, the same throughout one case. */
export type Slots = Readonly<Record<string, string>>;

const ROADS = ['ถนนสายบ้านควนทอง–บ้านนาใหม่', 'ถนนเลียบคลองส่งน้ำสาย 3', 'ถนนสายบ้านต้นหยี–บ้านปลายน้ำ', 'ถนนสายทุ่งรวงทอง', 'ถนนสายบ้านสวนพริก–ท่าเรือเก่า', 'ถนนหลังตลาดนัดวันพุธ']; // prettier-ignore
const SOIS = ['ซอยต้นตะแบก 3', 'ซอยร่มเย็น 5', 'ซอยริมคลอง 2', 'ซอยลมโชย', 'ซอยโรงน้ำแข็งเก่า', 'ซอยสวนมะพร้าว 1'];
const SHOPS = ['โรงแพปลา', 'โรงสีข้าว', 'ฟาร์มไก่', 'โรงงานแปรรูปยาง', 'อู่ซ่อมรถ', 'ร้านวัสดุก่อสร้าง', 'โรงน้ำแข็ง'];
const ITEMS = ['เครื่องวัดความดัน', 'รถบรรทุกน้ำ', 'กล้องวงจรปิด', 'ชุดคอมพิวเตอร์', 'เครื่องปรับอากาศ', 'โต๊ะเก้าอี้นักเรียน'];
const AMOUNTS = ['500', '1,000', '2,000', '3,000', '5,000', '10,000'];

export function slotsOf(random: Random, receivedAt: string, place: string, agency: string): Slots {
  const ago = addDays(bangkokDay(receivedAt), -random.whole(5, 120));
  return {
    place,
    agency,
    road: random.one(ROADS),
    soi: random.one(SOIS),
    shop: random.one(SHOPS),
    item: random.one(ITEMS),
    day: toArabic(thaiDate(ago)),
    amount: random.one(AMOUNTS),
    big: `${random.whole(12, 980)},000`,
    n: String(random.whole(3, 9)),
    months: String(random.whole(2, 8)),
    time: `${random.whole(8, 10)}.00`,
  };
}

/** @throws Error on a slot that nobody fills. */
export const fill = (text: string, slots: Slots): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`Nothing fills {${name}}.`);
    return value;
  });
