import type { Role } from '../../src/access/roles';
import { newId } from '../../src/platform/ids';
import type { Answer, Asker, House } from '../harness/app';

/** Of an agency that is asked. */
export const ASKED = 'NWT-LAND';

export const PEOPLE = [
  'desk_officer',
  'desk_head',
  'investigator',
  'executive',
  'agency_contact',
  'custodian',
] as const;
export type People = Readonly<Record<(typeof PEOPLE)[number], Asker>>;

/** One of every role that works on a case; each name is its role. */
export async function hireAll(house: House): Promise<People> {
  const hired: [Role, Asker][] = [];
  for (const role of PEOPLE) {
    hired.push([role, await house.officer(role, [role], role === 'agency_contact' ? ASKED : undefined)]);
  }
  return Object.fromEntries(hired) as unknown as People;
}

/** As the form draws it: 32 bytes, base64url. */
export const newSubmissionKey = (): string =>
  Buffer.from(newId() + newId())
    .subarray(0, 32)
    .toString('base64url');

/** @throws unless the door took it. */
export function taken<T = unknown>(what: string, { status, body, text }: Answer<unknown>): T {
  if (status > 204) throw new Error(`${what}: ${status} ${text}`);
  return body as T;
}
