import type { Province } from '../agencies/agencies';
import type { Fault } from '../agencies/profile.shape';
import { ACCUSED_KINDS, CORRUPTION_ALLEGED, IDENTITY_KINDS, REPORTER_KINDS } from '../cases/codes';
import { ENTRY } from '../cases/moves.rules';
import type { RegisterMapping, Values } from './mapping.shape';
import { cleanCell } from './register-file';

/** Says that a word means "not known". */
export const UNKNOWN = 'unknown';

type Field = keyof Values;
type Allowed = (code: string) => boolean;

const within =
  (...codes: readonly string[]): Allowed =>
  (code) =>
    codes.includes(code);

/** Which codes a field may carry in this province. */
export function allowedCodes(province: Province): Readonly<Record<Field, Allowed>> {
  const agency: Allowed = (code) => code === UNKNOWN || province.agency(code) !== undefined;
  return {
    channel: (code) => province.isChannel(code),
    type: (code) => province.type(code) !== undefined,
    district: (code) => province.district(code) !== undefined,
    identity: within(...IDENTITY_KINDS),
    reporterKind: within(...REPORTER_KINDS, UNKNOWN),
    accusedKind: within(...ACCUSED_KINDS, UNKNOWN),
    accusedAgency: agency,
    corruptionAlleged: within(...CORRUPTION_ALLEGED, UNKNOWN),
    agencies: agency,
    status: within(...ENTRY),
  };
}

/** Codes that the province does not have, and a mapping made for another province. */
export function valueFaults(mapping: RegisterMapping, province: Province): Fault[] {
  if (mapping.province !== undefined && mapping.province !== province.code) {
    return [
      { path: ['province'], reason: `this mapping is for ${mapping.province}, the server is for ${province.code}` },
    ];
  }
  const allowed = allowedCodes(province);
  return (Object.keys(allowed) as Field[]).flatMap((field) =>
    Object.entries(mapping.values[field] ?? {})
      .filter(([, code]) => typeof code !== 'string' || !allowed[field](code))
      .map(([word, code]) => ({ path: ['values', field, word], reason: `there is no ${field} "${code}"` })),
  );
}

/** Sentences about columns that the mapping names and the file does not have exactly once. */
export function columnFaults(mapping: RegisterMapping, columns: readonly string[]): string[] {
  return namedColumns(mapping).flatMap((name) => {
    const times = columns.filter((column) => column === cleanCell(name)).length;
    if (times === 1) return [];
    return times === 0 ? `there is no column "${name}".` : `the column "${name}" stands there ${times} times.`;
  });
}

function namedColumns({ key, columns }: RegisterMapping): readonly string[] {
  const { agencies, ...single } = columns;
  const named = Object.values(single).filter((name): name is string => typeof name === 'string');
  return [...new Set([...key, ...named, ...(agencies ? [agencies.column] : [])])];
}
