import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from './clock';
import { ShiftedClock, clockOf } from './clock';
import { SettingsError } from './config/settings';

describe('a clock that drills move', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
  const file = join(folder, 'offset');
  const put = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const ahead = (clock: Clock): number => Math.round((clock.date().getTime() - Date.now()) / 1_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('follows its file while the program runs, ahead and behind', () => {
    put('86400\n');
    const clock = clockOf({ testClockOffsetFile: file });
    expect(ahead(clock)).toBe(86_400);
    put('-600');
    expect(ahead(clock)).toBe(-600);
    expect(ahead(clockOf({ testClockOffsetFile: null }))).toBe(0);
  });

  it.each(['', 'soon', '1.5', '12345678901'])('refuses the start on a file that says "%s"', (text) => {
    put(text);
    expect(() => new ShiftedClock(file)).toThrow(SettingsError);
  });

  it('refuses the start without the file', () => {
    expect(() => new ShiftedClock(join(folder, 'none'))).toThrow('none');
  });
});
