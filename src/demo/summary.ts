import type { Filled } from './fill';
import { DEMO_PASSPHRASE } from './people';

const ROLE_NAMES = {
  desk_officer: 'desk officer',
  desk_head: 'desk head',
  agency_contact: 'agency contact',
  investigator: 'investigator',
  executive: 'executive',
  committee: 'committee',
  plan_officer: 'plan and statistics officer',
  custodian: 'identity custodian',
  auditor: 'auditor',
  administrator: 'administrator',
} as const;

/** What whoever started the demo needs: who may sign in, receipts to try, and where. */
export function summaryOf({ people, cases, shown }: Filled, statuses: ReadonlyMap<string, string>): string {
  const staff = people.filter(({ agency }) => !agency);
  const contacts = people.filter(({ agency }) => agency);
  return [
    '',
    `A made-up year of ${cases} cases. Every name, situation and figure is invented; numbers and receipts are drawn anew each time.`,
    '',
    `Sign in with any of these usernames and the passphrase  ${DEMO_PASSPHRASE}`,
    '',
    ...table(staff.map(({ username, role, name }) => [username, ROLE_NAMES[role], name])),
    ...table(
      contacts.slice(0, 3).map(({ username, role, agency }) => [username, ROLE_NAMES[role], agency?.nameTh ?? '']),
    ),
    `  … and ${contacts.length - 3} more agency contacts: see /people as admin`,
    '',
    'Receipts to try on /status',
    '',
    ...table(shown.map(({ number, receipt }) => [spaced(receipt), statuses.get(number) ?? '', number])),
    '',
  ].join('\n');
}

/** Thai comes last: its marks take no place of their own. */
function table(rows: readonly (readonly [string, string, string])[]): readonly string[] {
  const width = (at: 0 | 1): number => Math.max(...rows.map((row) => row[at].length));
  return rows.map(([one, two, three]) => `  ${one.padEnd(Math.max(24, width(0)))}  ${two.padEnd(width(1))}  ${three}`);
}

/** Four digits at a time. */
const spaced = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1 ');
