import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Province } from '../agencies/agencies';
import { JsonError, readLocatedJson } from '../agencies/positions';
import { shaped } from '../agencies/profile.shape';
import type { Fault } from '../agencies/profile.shape';
import { columnFaults, valueFaults } from './mapping.checks';
import { RegisterMapping } from './mapping.shape';

/** A mapping that cannot be used; the message is one line: file, line, where, reason. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/** @throws MappingError naming file, line and reason of the first fault. */
export function loadMapping(file: string, province: Province): RegisterMapping {
  const name = basename(file);
  const json = located(name, textOf(file));
  const { value, faults } = shaped(RegisterMapping, json.value);
  const [first] = faults.length > 0 ? faults : valueFaults(value, province);
  if (first) throw faultIn(name, json.lineOf(first.path), first);
  return value;
}

/** @throws MappingError when the file has no such column, or has it twice. */
export function checkColumns(mapping: RegisterMapping, register: string, columns: readonly string[]): void {
  const [first] = columnFaults(mapping, columns);
  if (first) throw new MappingError(`${basename(register)}: ${first}`);
}

function located(name: string, text: string): ReturnType<typeof readLocatedJson> {
  try {
    return readLocatedJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw faultIn(name, error.line, { path: [], reason: error.message });
    throw error;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new MappingError(`${basename(file)}: the mapping cannot be read.`);
  }
}

function faultIn(name: string, line: number, { path, reason }: Fault): MappingError {
  const place = path.length > 0 ? `${path.join('.')}: ` : '';
  return new MappingError(`${name}, line ${line}: ${place}${reason.replace(/\s+/g, ' ')}.`);
}
