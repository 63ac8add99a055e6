import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../platform/root';
import { loadProfile, ProfileError } from './profile.loader';

const config = join(projectRoot, 'config');
const source = readFileSync(join(config, 'narathiwat.json'), 'utf8');
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('loading a profile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profile-'));
    copyFileSync(join(config, 'holidays-th.json'), join(folder, 'holidays-th.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const complaintAbout = (text: string): string => {
    writeFileSync(join(folder, 'test.json'), text);
    try {
      loadProfile('test', folder);
    } catch (error) {
      expect(error).toBeInstanceOf(ProfileError);
      return (error as ProfileError).message;
    }
    throw new Error('the profile was taken');
  };
  const changed = (from: string, to: string): string => {
    expect(source).toContain(from);
    return source.replace(from, to);
  };

  it.each(['narathiwat', 'NWT', 'nwt', join(config, 'narathiwat.json')])('finds Narathiwat as %s', (province) => {
    expect(loadProfile(province).profile.code).toBe('NWT');
  });

  it('says that there is no such province', () => {
    expect(() => loadProfile('atlantis')).toThrow('there is no province "atlantis"');
    expect(() => loadProfile('../package')).toThrow(ProfileError);
    expect(() => loadProfile('nowhere.json')).toThrow('nowhere.json: the file cannot be read.');
  });

  it('names file, line and place of a wrong value, in one line', () => {
    const text = changed('"numberPrefix": "นธ"', '"numberPrefix": "N9"');
    const message = complaintAbout(text);
    expect(message).toContain(`test.json, line ${lineOf(text, '"N9"')}: numberPrefix: `);
    expect(message).not.toContain('\n');
  });

  it('names the line of a wrong value deep inside', () => {
    const text = changed('"who": "governor_list"', '"who": "the king"');
    expect(complaintAbout(text)).toMatch(
      new RegExp(`^test\\.json, line ${lineOf(text, '"the king"')}: clocks\\.5\\.ladder\\.3\\.who: `),
    );
  });

  it('names the line of a misspelt field and of broken JSON', () => {
    const misspelt = changed('"nearDue": 3', '"nearDew": 3');
    expect(complaintAbout(misspelt)).toContain(`line ${lineOf(misspelt, '"nearDew"')}: clocks.6.`);
    const broken = changed('"weekend": [0, 6],', '"weekend": [0, 6]');
    expect(complaintAbout(broken)).toBe(`test.json, line ${lineOf(broken, '"holidays": "')}: "," or "}" is missing.`);
  });

  it('refuses two agencies under one code', () => {
    const text = changed('"code": "NWT-LABOUR"', '"code": "NWT-LAND"');
    expect(complaintAbout(text)).toMatch(
      /^test\.json, line \d+: agencies\.\d+\.code: the code "NWT-LAND" stands twice/,
    );
  });

  it('refuses an alias that points to two agencies, however it is spaced', () => {
    const text = changed('"aliases": ["พจม."]', '"aliases": ["สนง.ที่ดิน จว. นธ."]');
    expect(complaintAbout(text)).toContain(
      `line ${lineOf(text, '"สนง.ที่ดิน จว. นธ."')}: agencies.11.aliases.0: this name points to NWT-LAND and to NWT-PSDHS`,
    );
  });

  it.each([
    ['channels', '"code": "mobile_unit"', '"code": "email"'],
    ['types', '"code": "ethics", "nameTh"', '"code": "local_ethics", "nameTh"'],
    ['clocks', '"code": "no_news"', '"code": "progress"'],
  ])('refuses %s with a required code missing or twice', (list, from, to) => {
    expect(complaintAbout(changed(from, to))).toMatch(new RegExp(`${list}.*(is missing|stands twice)`));
  });

  it('refuses an unknown district, a second desk and rungs that do not count up', () => {
    expect(complaintAbout(changed('"district": "9613"', '"district": "9699"'))).toContain(
      'there is no district "9699"',
    );
    expect(complaintAbout(changed('"isDesk": true', '"isDesk": false'))).toContain(
      'exactly one agency must be the desk',
    );
    expect(complaintAbout(changed('"rung": 4', '"rung": 6'))).toContain('rungs count 1, 2, 3 …; here stands 6');
  });

  it('refuses a target without an owner: a page must say whose target it shows', () => {
    expect(complaintAbout(changed('"ownerTh": "จังหวัดพัทลุง ปี ๒๕๖๗"', '"ownerTh": null'))).toContain('needs its owner');
  });

  it('refuses a holiday that is no day, in the holiday file and with its line', () => {
    const holidays = readFileSync(join(config, 'holidays-th.json'), 'utf8').replace('2025-02-12', '2025-02-30');
    writeFileSync(join(folder, 'holidays-th.json'), holidays);
    const message = complaintAbout(source);
    expect(message).toContain(`holidays-th.json, line ${lineOf(holidays, '2025-02-30')}: `);
    expect(message).toContain('"2025-02-30" is not a day');
  });
});
