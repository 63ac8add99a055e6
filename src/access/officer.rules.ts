import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { readMailAddress } from '../platform/mail/mail-address.rules';
import { normaliseThai } from '../platform/thai/normalise';
import type { Officer } from './officer.entity';
import type { Role } from './roles';
import { forbiddenPair, isAtTheDesk, isRole } from './roles';

/** What an administrator says about a person, as it came in. */
export interface OfficerWords {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly agencyCode?: string | null | undefined;
  readonly deskUnit?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** The same, read and cleared. */
export interface OfficerFacts {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agencyCode: string | null;
  /** `alternative`: at the desk, but only for what concerns the desk's own people (KEYS K9, K11). */
  readonly deskUnit: 'alternative' | null;
  readonly email: string | null;
}

export type Fault = {
  readonly field: 'username' | 'name' | 'roles' | 'agencyCode' | 'deskUnit' | 'email';
  readonly say: Say;
};

/** Where her notices are posted; null: on screen only. */
export const postboxOf = ({ email, emailFrom }: Pick<Officer, 'email' | 'emailFrom'>): string | null =>
  emailFrom === 'self' ? email : null;

export const USERNAME = /^[a-z][a-z0-9._-]{2,31}$/;
/** `/people/new` is a page. */
const RESERVED = 'new';
export const LONGEST_NAME = 120;

export const readUsername = (text: string): string => normaliseThai(text).normalize('NFKC').trim().toLowerCase();

/** One spelling for each part; roles once each and in the order of the matrix, the agency's code in capitals. */
export function readOfficer(words: OfficerWords): OfficerFacts {
  const roles = [...new Set(words.roles)].filter(isRole);
  return {
    username: readUsername(words.username),
    name: normaliseThai(words.name).replace(/\s+/g, ' ').trim(),
    roles,
    agencyCode: words.agencyCode?.trim().toUpperCase() || null,
    deskUnit: words.deskUnit?.trim() === ALTERNATIVE ? ALTERNATIVE : null,
    email: readMailAddress(words.email ?? ''),
  };
}

/** Everything that is wrong, by field. `canAnswer` says whether a code is an agency that a person may speak for. */
export function faultsOf(
  words: OfficerWords,
  roleName: (role: Role) => Say,
  canAnswer: (code: string) => boolean,
): Fault[] {
  const facts = readOfficer(words);
  const faults: Fault[] = [];
  if (!USERNAME.test(facts.username) || facts.username === RESERVED)
    faults.push({ field: 'username', say: WRONG_USERNAME });
  if (facts.name === '' || facts.name.length > LONGEST_NAME) faults.push({ field: 'name', say: WRONG_NAME });
  const role = roleFault(words.roles, facts.roles, roleName);
  if (role) faults.push({ field: 'roles', say: role });
  const agency = agencyFault(facts, canAnswer);
  if (agency) faults.push({ field: 'agencyCode', say: agency });
  const unit = unitFault(words, facts);
  if (unit) faults.push({ field: 'deskUnit', say: unit });
  if (words.email?.trim() && facts.email === null) faults.push({ field: 'email', say: WRONG_ADDRESS });
  return faults;
}

function roleFault(given: readonly string[], roles: readonly Role[], roleName: (role: Role) => Say): Say | null {
  if (given.some((role) => !isRole(role))) return UNKNOWN_ROLE;
  if (roles.length === 0) return NO_ROLE;
  const pair = forbiddenPair(roles);
  if (!pair) return null;
  const [one, other] = [roleName(pair[0]), roleName(pair[1])];
  return say(
    `บุคคลเดียวกันเป็นทั้ง “${one.th}” และ “${other.th}” ไม่ได้`,
    `One person cannot be both ${one.en} and ${other.en}.`,
  );
}

function agencyFault({ roles, agencyCode }: OfficerFacts, canAnswer: (code: string) => boolean): Say | null {
  if (agencyCode === null) return roles.includes('agency_contact') ? AGENCY_NEEDED : null;
  return canAnswer(agencyCode) ? null : UNKNOWN_AGENCY;
}

function unitFault({ deskUnit }: OfficerWords, { roles, deskUnit: read }: OfficerFacts): Say | null {
  if (deskUnit && read === null) return UNKNOWN_UNIT;
  return read === null || isAtTheDesk(roles) ? null : DESK_ONLY;
}

const ALTERNATIVE = 'alternative';

const WRONG_USERNAME = say(
  'ชื่อผู้ใช้มี ๓–๓๒ ตัว ใช้ a–z 0–9 . _ - และขึ้นต้นด้วยตัวอักษร',
  'A username has 3 to 32 of a–z 0–9 . _ - and begins with a letter.',
);
const WRONG_NAME = say('กรุณากรอกชื่อ (ไม่เกิน ๑๒๐ ตัวอักษร)', 'Enter a name of at most 120 characters.');
const UNKNOWN_ROLE = say('ไม่รู้จักบทบาทนี้', 'This role is not known.');
const NO_ROLE = say('กรุณาเลือกอย่างน้อยหนึ่งบทบาท', 'Choose at least one role.');
const AGENCY_NEEDED = say('ผู้ประสานงานต้องมีหน่วยงาน กรุณาเลือกหน่วยงาน', 'An agency contact needs an agency.');
const UNKNOWN_AGENCY = say('ไม่พบหน่วยงานนี้ในจังหวัด', 'The province has no such agency.');
export const WRONG_ADDRESS = say(
  'ไม่ใช่ที่อยู่อีเมล เช่น name@example.org',
  'Not an e-mail address, such as name@example.org.',
);
const UNKNOWN_UNIT = say('ไม่รู้จักหน่วยนี้', 'This unit is not known.');
const DESK_ONLY = say(
  'หน่วยสำรองเป็นของเจ้าหน้าที่รับเรื่องหรือหัวหน้าศูนย์ กรุณาเลือกบทบาทนั้นด้วย',
  'The alternative unit is for desk officers and desk heads: choose that role too.',
);
