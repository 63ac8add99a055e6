import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Asker, House } from '../harness/app';
import type { People } from './people';
import { hireAll } from './people';

/** The production ceremony: every unit is born in a session of its own; the core ones have two members each. */
export async function hireWithUnits(house: House): Promise<People> {
  const people = await hireAll(house);
  await bear(people.desk_officer, 'desk');
  await admit(people.desk_officer, people.desk_head, 'desk', 'desk_head');
  await bear(people.custodian, 'custodian');
  await admit(people.custodian, await house.officer('keeper', ['custodian']), 'custodian', 'keeper');
  const others = [await house.officer('alt', ['desk_head']), await house.officer('other', ['desk_officer'])] as const;
  await house.server.app
    .get(Database)
    .write((em) => sql(em, `UPDATE officer SET desk_unit = 'alternative' WHERE username IN ('alt', 'other')`));
  await bear(others[0], 'alternative');
  await admit(others[0], others[1], 'alternative', 'other');
  await bear(people.investigator, 'investigation');
  await bear(people.executive, 'executive');
  await bear(people.agency_contact, 'agency:NWT-LAND');
  return people;
}

export async function bear(member: Asker, unit: string): Promise<void> {
  const { status, text } = await member.post(`/api/v1/units/${unit}/key`, {});
  if (status !== 201) throw new Error(`${unit} was not born: ${status} ${text}`);
}

export async function admit(member: Asker, newcomer: Asker, unit: string, username: string): Promise<void> {
  const { body } = await newcomer.get<{ units: { unit: string; code: string }[] }>('/api/v1/units');
  const code = body.units.find((one) => one.unit === unit)?.code;
  const { status, text } = await member.post(`/api/v1/units/${unit}/members`, { username, code });
  if (status !== 204) throw new Error(`${username} was not admitted: ${status} ${text}`);
}
