import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { projectRoot } from '../platform/root';
import { JsonError, readLocatedJson } from './positions';
import { Profile } from './profile';
import { holidayFaults, profileFaults } from './profile.checks';
import { HolidayFile } from './profile.holidays';
import { shaped } from './profile.shape';
import type { Fault } from './profile.shape';

/** A profile that cannot be used; the message is one line: file, line, where, reason. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

export interface LoadedProfile {
  readonly profile: Profile;
  readonly holidays: HolidayFile;
}

const CONFIG = join(projectRoot, 'config');

/**
 * Reads a province by its name (`narathiwat`), code (`NWT`) or file path, with its holidays.
 * @throws ProfileError naming file, line and reason of the first fault.
 */
export function loadProfile(province: string, folder: string = CONFIG): LoadedProfile {
  const file = fileOf(province, folder);
  const profile = read(file, Profile, profileFaults);
  const holidays = read(join(dirname(file), profile.holidays), HolidayFile, holidayFaults);
  return { profile, holidays };
}

function read<T extends object>(file: string, shape: new () => T, check: (value: T) => readonly Fault[]): T {
  const text = textOf(file);
  try {
    const json = readLocatedJson(text);
    const { value, faults } = shaped(shape, json.value);
    const [first] = faults.length > 0 ? faults : check(value);
    if (first) throw new ProfileError(sentence(file, json.lineOf(first.path), first));
    return value;
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new ProfileError(sentence(file, error.line, { path: [], reason: error.message }));
  }
}

function fileOf(province: string, folder: string): string {
  if (province.endsWith('.json')) return isAbsolute(province) ? province : resolve(province);
  const byName = join(folder, `${province.toLowerCase()}.json`);
  if (/^[a-z0-9-]+$/i.test(province) && existsSync(byName)) return byName;
  const byCode = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .find((file) => readFileSync(file, 'utf8').includes(`\n  "code": ${JSON.stringify(province.toUpperCase())},`));
  if (byCode) return byCode;
  throw new ProfileError(`config: there is no province "${province}"; PROVINCE is a file name, a code or a path.`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ProfileError(`${basename(file)}: the file cannot be read.`);
  }
}

function sentence(file: string, line: number, { path, reason }: Fault): string {
  const place = path.length > 0 ? `${path.join('.')}: ` : '';
  return `${basename(file)}, line ${line}: ${place}${reason.replace(/\s+/g, ' ')}.`;
}
