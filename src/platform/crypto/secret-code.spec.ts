import { toThai } from '../thai/digits';
import { byFours, holdsSecretCode } from './codes';

const RECEIPT = '40719258360177450923';
const CLAIM = '4071925836017745';

describe('a secret code in a text', () => {
  it.each([
    ['as it is', RECEIPT],
    ['a claim code', CLAIM],
    ['by fours', byFours(RECEIPT)],
    ['with dashes', byFours(RECEIPT).replaceAll(' ', '-')],
    ['with long dashes and spaces', byFours(RECEIPT).replaceAll(' ', ' – ')],
    ['in Thai digits', toThai(byFours(RECEIPT))],
    ['over two lines', `${RECEIPT.slice(0, 12)}\n${RECEIPT.slice(12)}`],
    ['with hidden spaces', RECEIPT.replace(/(\d{4})(?=\d)/g, '$1​')],
    ['among words', `รหัสของผมคือ${RECEIPT}ครับ`],
    ['beside another number', `0812345678 ${byFours(RECEIPT)}`],
    ['after the year', `๒๕๖๙ ${toThai(byFours(CLAIM))}`],
  ])('is seen %s', (_how, text) => expect(holdsSecretCode(text)).toBe(true));

  it.each([
    'โทร 081-234-5678 หลังหกโมงเย็น',
    'โทร 0812345678 หรือ 0898765432',
    'เลขเรื่อง นธ ๒๕๖๙/๔๘๒๙๑๓๗',
    'บัตรประชาชน 1 2345 67890 12 3',
    'โอน 500 บาท วันที่ 3/12/2567 เวลา 09.30',
    'เลขที่สัญญา 123456789012345',
    '',
  ])('is not seen in: %s', (text) => expect(holdsSecretCode(text)).toBe(false));
});
