import { searchKey } from '../platform/thai/normalise';
import type { Path } from './positions';
import type { Agency, District, Profile } from './profile';

/** How offices shorten the first word of a name. */
const FIRST_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^สนง\.?\s*/, 'สำนักงาน'],
  [/^อบจ\.?\s*/, 'องค์การบริหารส่วนจังหวัด'],
  [/^อบต\.?\s*/, 'องค์การบริหารส่วนตำบล'],
  [/^ทน\.\s*/, 'เทศบาลนคร'],
  [/^ทม\.\s*/, 'เทศบาลเมือง'],
  [/^ทต\.\s*/, 'เทศบาลตำบล'],
  [/^อ\.\s*/, 'อำเภอ'],
  [/^สภ\.?\s*(?=[ก-ฮเ-ไ]{2})/, 'สถานีตำรวจภูธร'],
];
const PROVINCE_WORD = /จว\.|(^|\s)จ\./g;
const OFFICE_WORDS = /สำนักงาน|จังหวัด/g;
const NOT_LETTERS = /[\s.\-–,"'()ฯ]/g;

type Named = Pick<Profile, 'nameTh' | 'numberPrefix'>;

/** The name without spaces, dots and shortened words: two spellings of one name are equal here. */
export function nameKey(text: string, province: Named): string {
  const whole = searchKey(text)
    .replace(PROVINCE_WORD, '$1จังหวัด')
    .replace(abbreviationOf(province), `$1${province.nameTh}`);
  return FIRST_WORDS.reduce((name, [short, long]) => name.replace(short, long), whole).replace(NOT_LETTERS, '');
}

/** What is left when "office" and the province's own name are taken off: "สนง.ที่ดิน" and "สำนักงานที่ดินจังหวัด…" meet here. */
export function coreKey(text: string, province: Named): string {
  return nameKey(text, province).replace(OFFICE_WORDS, '').replaceAll(province.nameTh, '');
}

/** Every full name of an agency with the field it stands in. */
export function agencyKeys(agency: Agency, province: Named): readonly { key: string; field: Path }[] {
  return writtenNames(agency)
    .map(({ text, field }) => ({ key: nameKey(text, province), field }))
    .filter(({ key }) => key !== '');
}

export function writtenNames(agency: Agency): readonly { text: string; field: Path }[] {
  return [
    { text: agency.nameTh, field: ['nameTh'] },
    { text: agency.nameEn, field: ['nameEn'] },
    ...(agency.abbrTh ? [{ text: agency.abbrTh, field: ['abbrTh'] }] : []),
    ...agency.aliases.map((text, i) => ({ text, field: ['aliases', i] })),
  ];
}

/** A district's name without the word "district". */
export function districtKey(text: string): string {
  return searchKey(text)
    .replace(/^(อำเภอ|อ\.)\s*/, '')
    .replace(/^(จังหวัด|จว\.|จ\.)\s*/, '')
    .replace(NOT_LETTERS, '');
}

export function districtKeys(district: District): readonly { key: string; field: Path }[] {
  return [
    { key: districtKey(district.nameTh), field: ['nameTh'] },
    { key: districtKey(district.nameEn), field: ['nameEn'] },
    ...district.aliases.map((text, i) => ({ key: districtKey(text), field: ['aliases', i] })),
  ];
}

/** The province's two letters where a name ends or a dot follows: "ทน.อด.", "สพป.อด.เขต ๑". */
function abbreviationOf(province: Named): RegExp {
  return new RegExp(`(^|[\\s.]|จังหวัด)${province.numberPrefix}(?:\\.|(?=\\s|$))`, 'g');
}
