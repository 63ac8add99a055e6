import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/root';
import { checkColumns, loadMapping } from './mapping';
import type { Folder } from './testing/registers';
import { MAPPING, UDON, folder } from './testing/registers';

describe('a mapping', () => {
  let disk: Folder;
  beforeAll(() => {
    disk = folder();
  });
  afterAll(() => disk.remove());

  const load = (content: unknown) =>
    loadMapping(disk.write('map.json', typeof content === 'string' ? content : JSON.stringify(content, null, 2)), UDON);

  it('is read', () => expect(load(MAPPING)).toMatchObject({ register: 'made-up', dates: 'thai' }));

  it.each([
    ['is no JSON', '{"register": "x",}', /^map\.json, line 1: /],
    ['lacks a field', { ...MAPPING, key: undefined }, /^map\.json, line 1: key: /],
    ['has a field nobody knows', { ...MAPPING, colour: 'red' }, /line \d+: colour: /],
    ['has an unknown column', { ...MAPPING, columns: { ...MAPPING.columns, mood: 'x' } }, /columns\.mood: /],
    ['has an unknown encoding', { ...MAPPING, encoding: 'utf-16' }, /line \d+: encoding: /],
    [
      'uses a type the province does not have',
      { ...MAPPING, values: { ...MAPPING.values, type: { ช้าง: 'local_elephants' } } },
      /line \d+: values\.type\.ช้าง: there is no type "local_elephants"/,
    ],
    [
      'uses a channel nobody has',
      { ...MAPPING, values: { ...MAPPING.values, channel: { นกพิราบ: 'pigeon' } } },
      /there is no channel "pigeon"/,
    ],
    ['lets cases enter in the middle', { ...MAPPING, values: { status: { '*': 'ordered' } } }, /no status "ordered"/],
    ['is for another province', { ...MAPPING, province: 'NWT' }, /this mapping is for NWT, the server is for UDN/],
  ])('that %s says file, line and reason', (_what, content, message) => {
    expect(() => load(content)).toThrow(message);
  });

  it('that is not there says so', () => {
    expect(() => loadMapping('nowhere.json', UDON)).toThrow('nowhere.json: the mapping cannot be read.');
  });

  it('names only columns that the register has, each once', () => {
    const columns = ['เลขที่', 'วันรับ', 'ช่องทาง', 'ประเภท', 'อำเภอ', 'หน่วยงาน', 'กำหนด', 'รายงานเมื่อ', 'สถานะ'];
    expect(() => checkColumns(MAPPING, 'a/r.csv', columns)).toThrow('r.csv: there is no column "เรื่อง".');
    const twice = [...columns, 'เรื่อง', 'สถานะ'];
    expect(() => checkColumns(MAPPING, 'r.csv', twice)).toThrow('the column "สถานะ" stands there 2 times');
    expect(() => checkColumns(MAPPING, 'r.csv', [...columns, 'เรื่อง', 'อื่น'])).not.toThrow();
  });
});

describe('the committed mapping', () => {
  const file = join(projectRoot, 'config', 'mappings', 'udon-register.json');

  it('fits the committed profile of Udon Thani', () => {
    expect(loadMapping(file, UDON)).toMatchObject({ register: 'udon-register', key: ['seq'] });
  });

  it('gives every type of the register its own code', () => {
    const { values } = JSON.parse(readFileSync(file, 'utf8')) as { values: { type: Record<string, string> } };
    const codes = Object.values(values.type);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
