import { namedIn } from './named-staff.rules';

const people = [
  { name: 'นางสาวฟ้าใส สมมติ นักวิชาการ' },
  { name: 'นาย ธารา ตัวอย่าง' },
  { name: 'ก ข' },
  { name: 'ภูผา' },
  { name: 'Mr. Somebody Madeup' },
];
const found = (text: string): readonly string[] => namedIn(text, people).map(({ name }) => name);

describe('staff named in a complaint', () => {
  it.each([
    ['คุณฟ้าใส สมมติ เรียกเงิน', ['นางสาวฟ้าใส สมมติ นักวิชาการ']],
    ['ฟ้าใส  สมมติกับนายธาราตัวอย่าง', ['นางสาวฟ้าใส สมมติ นักวิชาการ', 'นาย ธารา ตัวอย่าง']],
    ['somebody MADEUP took it', ['Mr. Somebody Madeup']],
  ])('are found by first and last name together: %s', (text, names) => expect(found(text)).toEqual(names));

  it.each(['ฟ้าใสเรียกเงิน', 'ธารา', 'ก ข ค', 'ภูผา', 'สมมติ ฟ้าใส'])('are not found by less: %s', (text) =>
    expect(found(text)).toEqual([]),
  );
});
