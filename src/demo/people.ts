import type { Looker } from '../access/looker';
import type { OfficersService } from '../access/officers.service';
import type { Role } from '../access/roles';
import type { Agency } from '../agencies/profile';

/** The same words for every account of a demo; never for anything else. */
export const DEMO_PASSPHRASE = 'mango river lantern harbour';

export interface Person {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agency?: Agency;
}

const FIRST = ['ฟ้าใส', 'ตะวัน', 'ธารา', 'ใบบัว', 'ภูผา', 'ไพลิน', 'ข้าวหอม', 'สายฝน', 'เมฆา', 'ดาวเรือง', 'ขุนเขา', 'น้ำค้าง'];

/** Plainly invented: a first name from nature and a surname that says so. */
export const inventedName = (n: number): string =>
  `${FIRST[n % FIRST.length]} ${['สมมติ', 'ตัวอย่าง', 'นามแฝง'][Math.floor(n / FIRST.length) % 3]}`;

const STAFF: readonly (readonly [string, Role])[] = [
  ['officer', 'desk_officer'],
  ['officer2', 'desk_officer'],
  ['officer3', 'desk_officer'],
  ['head', 'desk_head'],
  ['investigator', 'investigator'],
  ['investigator2', 'investigator'],
  ['executive', 'executive'],
  ['committee', 'committee'],
  ['plan', 'plan_officer'],
  ['custodian', 'custodian'],
  ['auditor', 'auditor'],
  ['admin', 'administrator'],
];

/** Agencies with a contact, by the end of their code. */
export const CONTACTS: readonly string[] = [
  'LAND', 'DLT', 'PEA', 'PWA', 'DRR', 'DDPM', 'PPHO', 'PIO', 'MNRE', 'ALRO', 'LPO', 'PSDHS',
  'HOSP', 'HOSP_KOLOK', 'PADM', 'PROVOFF', 'DLA', 'POLICE', 'NACC', 'PACC9',
]; // prettier-ignore

/** Who works in the demo: one for every role, and a contact for each agency that is asked. */
export function peopleFor(agencies: readonly Agency[]): readonly Person[] {
  const staff = STAFF.map(([username, role], n) => ({ username, role, name: inventedName(n) }));
  const contacts = agencies.map((agency, n) => ({
    username: agency.code.split('-').slice(1).join('-').toLowerCase().slice(0, 32),
    role: 'agency_contact' as const,
    name: inventedName(STAFF.length + n),
    agency,
  }));
  return [...staff, ...contacts];
}

/** Accounts, made one after another (a passphrase takes 64 MiB to derive), and the persons behind them. */
export class People {
  static async open(officers: OfficersService, people: readonly Person[]): Promise<People> {
    const lookers = new Map<string, Looker>();
    for (const { username, name, role, agency } of people) {
      await officers.add({ username, name, roles: [role], password: DEMO_PASSPHRASE, agencyCode: agency?.code });
      lookers.set(username, await officers.asLooker(username));
    }
    return new People(people, lookers);
  }

  private constructor(
    readonly all: readonly Person[],
    private readonly lookers: ReadonlyMap<string, Looker>,
  ) {}

  get(username: string): Looker {
    const looker = this.lookers.get(username);
    if (!looker) throw new Error(`Nobody in the demo is called "${username}".`);
    return looker;
  }

  /** Who answers for an agency, or null. */
  contactOf(agencyCode: string): Looker | null {
    return [...this.lookers.values()].find((looker) => looker.agencyCode === agencyCode) ?? null;
  }
}
