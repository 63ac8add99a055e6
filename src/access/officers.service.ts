import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import { COMMAND } from '../audit/entry';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere, isPostgres } from '../platform/database/sql';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { ChangedMeanwhile, LastAdministrator, OfficerNotFound, UsernameTaken } from './access.errors';
import { Keyrings } from './keyrings';
import type { Looker } from './looker';
import type { PassphraseFrom } from './officer.entity';
import { Officer, passphraseIsOwn, seemsToHaveSecondFactor } from './officer.entity';
import type { OfficerFacts, OfficerWords } from './officer.rules';
import { USERNAME, faultsOf, readOfficer, readUsername } from './officer.rules';
import { issuePassphrase, passphraseFault } from './passphrase.rules';
import type { Role } from './roles';
import { Session } from './session.entity';
import { Wall } from './wall';

/** A person as others may see her. */
export interface OfficerCard extends OfficerFacts {
  readonly active: boolean;
  /** Nobody else ever knew it. */
  readonly passphraseIsOwn: boolean;
  readonly hasSecondFactor: boolean;
}

export interface NewOfficer extends OfficerWords {
  readonly password: string;
}

export type OfficerChange = Partial<Pick<OfficerWords, 'name' | 'roles' | 'agencyCode' | 'deskUnit' | 'email'>> & {
  readonly active?: boolean;
};

/** Who works here. */
@Injectable()
export class OfficersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly province: Province,
    private readonly keyrings: Keyrings,
    private readonly audit: Audit,
    private readonly wall: Wall,
  ) {}

  /** In the order of their usernames. */
  async list(): Promise<readonly OfficerCard[]> {
    const where = { province: this.province.code };
    return (await this.database.reader.find(Officer, { where, order: { username: 'ASC' } })).map(cardOf);
  }

  /** Who works here today, by id: for rooms that find persons by their office. */
  async active(): Promise<readonly Officer[]> {
    return this.database.reader.findBy(Officer, { province: this.province.code, active: true });
  }

  /** One who works here today, and what the wall hides from her now: for whoever acts without a session. */
  async activeLooker(id: string): Promise<{ readonly officer: Officer; readonly looker: Looker } | null> {
    const officer = await this.database.reader.findOneBy(Officer, { id, province: this.province.code, active: true });
    return officer && { officer, looker: lookerOf(officer, await this.wall.hiddenFrom(officer), '', null) };
  }

  /** Who ever worked here, the inactive as well. */
  async everybody(): Promise<readonly Officer[]> {
    return this.database.reader.find(Officer, { where: { province: this.province.code }, order: { username: 'ASC' } });
  }

  async find(username: string): Promise<Officer | null> {
    const where = { province: this.province.code, username: readUsername(username) };
    return USERNAME.test(where.username) ? this.database.reader.findOneBy(Officer, where) : null;
  }

  /** @throws OfficerNotFound */
  async card(username: string): Promise<OfficerCard> {
    const officer = await this.find(username);
    if (!officer) throw new OfficerNotFound();
    return cardOf(officer);
  }

  /** The person without a session: for the command line and the demo. She opens nothing. @throws OfficerNotFound */
  async asLooker(username: string): Promise<Looker> {
    const officer = await this.find(username);
    if (!officer?.active) throw new OfficerNotFound();
    return lookerOf(officer, await this.wall.hiddenFrom(officer), '', null);
  }

  /** The passphrase counts as given by `by`, not as her own. @throws WrongFields UsernameTaken Busy */
  async add(newcomer: NewOfficer, by: AuditActor = COMMAND): Promise<OfficerCard> {
    const officer = await this.prepare(newcomer, fromOf(by));
    await this.database.write((em) => this.insert(em, officer, by));
    return cardOf(officer);
  }

  /** Reads, checks and derives; nothing is written yet. Not inside a write. @throws WrongFields UsernameTaken Busy */
  async prepare(newcomer: NewOfficer, passphraseFrom: PassphraseFrom): Promise<Officer> {
    const fault = passphraseFault(newcomer.password, newcomer.username);
    this.check(newcomer, fault ? [{ field: 'password', say: fault }] : []);
    const facts = readOfficer(newcomer);
    if (await this.find(facts.username)) throw new UsernameTaken();
    const owner = { id: newId(), province: this.province.code };
    const { columns } = await this.keyrings.make(owner, 1, newcomer.password);
    return {
      ...owner,
      ...facts,
      emailFrom: facts.email === null ? null : passphraseFrom,
      ...columns,
      passphraseFrom,
      secondFactorEpoch: null,
      active: true,
      createdAt: this.clock.now(),
    };
  }

  async insert(em: EntityManager, officer: Officer, by: AuditActor): Promise<void> {
    try {
      await em.insert(Officer, officer);
    } catch (error) {
      throw isAlreadyThere(error) ? new UsernameTaken() : error;
    }
    await this.tell(by, 'officer.add', officer);
  }

  /** Roles count from the next request on; who is made inactive is signed out. @throws WrongFields LastAdministrator */
  async change(username: string, change: OfficerChange, by: AuditActor): Promise<OfficerCard> {
    return this.database.write(async (em) => {
      const all = await this.locked(em);
      const officer = all.find((one) => one.username === readUsername(username));
      if (!officer) throw new OfficerNotFound();
      const words = { ...cardOf(officer), ...given(change) };
      this.check(words, []);
      const read = { ...officer, ...readOfficer(words), active: change.active ?? officer.active };
      const next: Officer = { ...read, emailFrom: emailFromOf(officer, read.email, by) };
      const after = all.map((one) => (one.id === next.id ? next : one));
      if (isAdministrator(officer) && !after.some(isAdministrator)) throw new LastAdministrator();
      const { name, roles, agencyCode, deskUnit, email, emailFrom, active } = next;
      const columns = { name, roles, agencyCode, deskUnit, email, emailFrom, active };
      await em.update(Officer, { id: officer.id }, columns);
      if (!active) await em.delete(Session, { officerId: officer.id });
      await this.tell(by, 'officer.change', next);
      return cardOf(next);
    });
  }

  /** A new passphrase, said once, and with it a new key pair and no second factor; every session of hers ends. @throws OfficerNotFound ChangedMeanwhile Busy */
  async reissue(username: string, by: AuditActor): Promise<string> {
    const officer = await this.find(username);
    if (!officer) throw new OfficerNotFound();
    const passphrase = issuePassphrase();
    const { columns } = await this.keyrings.make(officer, officer.keyEpoch + 1, passphrase);
    const keys = { ...columns, passphraseFrom: fromOf(by) };
    await this.database.write(async (em) => {
      const { affected } = await em.update(Officer, { id: officer.id, keyEpoch: officer.keyEpoch }, { ...keys });
      if (affected !== 1) throw new ChangedMeanwhile();
      await em.delete(Session, { officerId: officer.id });
      await this.tell(by, 'officer.reissue', { ...officer, ...keys });
    });
    return passphrase;
  }

  /** Whether the officer chose the passphrase of her keys herself: nobody else ever knew what opens them. */
  async passphraseIsOwn(officerId: string): Promise<boolean> {
    const where = { province: this.province.code, id: officerId, passphraseFrom: 'self' as const };
    return this.database.reader.existsBy(Officer, where);
  }

  /** Seen in her keyring at a sign-in: enrolled before it was noted. */
  async noteSecondFactor({ id, keyEpoch, ...officer }: Officer): Promise<void> {
    if (seemsToHaveSecondFactor({ keyEpoch, ...officer })) return;
    await this.database.write((em) => em.update(Officer, { id, keyEpoch }, { secondFactorEpoch: keyEpoch }));
  }

  async hasAdministrator(): Promise<boolean> {
    const officers = await this.database.reader.findBy(Officer, { province: this.province.code, active: true });
    return officers.some(isAdministrator);
  }

  private check(words: OfficerWords, more: NonNullable<ConstructorParameters<typeof WrongFields>[0]>): void {
    const faults = [...faultsOf(words, roleName, (code) => this.canAnswer(code)), ...more];
    if (faults.length > 0) throw new WrongFields(faults);
  }

  private canAnswer(code: string): boolean {
    const agency = this.province.agency(code);
    return agency !== undefined && agency.isCollective !== true;
  }

  /** All of the province, locked in one order: two administrators may dismiss each other at the same moment. */
  private locked(em: EntityManager): Promise<Officer[]> {
    const lock = isPostgres(em) ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return em.find(Officer, { where: { province: this.province.code }, order: { id: 'ASC' }, ...lock });
  }

  private tell(
    by: AuditActor,
    act: string,
    { id, roles, agencyCode, deskUnit, active, keyEpoch, emailFrom }: Officer,
  ): Promise<void> {
    const data = { roles, agencyCode, deskUnit, active, keyEpoch, emailFrom };
    return this.audit.record({ actor: by, act, subjectKind: 'officer', subjectId: id, data });
  }
}

/** @param hidden what the wall hides from her, read in the same request. */
export function lookerOf(
  officer: Officer,
  hidden: readonly string[],
  sessionId: string,
  keyring: Looker['keyring'],
): Looker {
  const { id, province, username, name, roles, agencyCode, deskUnit, keyEpoch } = officer;
  return { officerId: id, province, username, name, roles, agencyCode, deskUnit, keyEpoch, hidden, sessionId, keyring };
}

export const actorOf = (looker: Pick<Looker, 'officerId'>): AuditActor => ({ kind: 'officer', id: looker.officerId });

const fromOf = (by: AuditActor): PassphraseFrom => (by.kind === 'officer' ? 'officer' : 'command');

/** What stays as it was stays whose it was. */
const emailFromOf = (before: Officer, email: string | null, by: AuditActor): PassphraseFrom | null =>
  email === null ? null : email === before.email ? before.emailFrom : fromOf(by);

function cardOf(officer: Officer): OfficerCard {
  const { username, name, roles, agencyCode, deskUnit, email, active } = officer;
  const account = { passphraseIsOwn: passphraseIsOwn(officer), hasSecondFactor: seemsToHaveSecondFactor(officer) };
  return { username, name, roles, agencyCode, deskUnit, email, active, ...account };
}

const isAdministrator = ({ active, roles }: Pick<Officer, 'active' | 'roles'>): boolean =>
  active && roles.includes('administrator');

const roleName = (role: Role) => say(words('th').staff.roles[role], words('en').staff.roles[role]);

/** Fields that were left out stay as they are; only agency, alternative unit and address can be taken away. */
const given = (change: OfficerChange): Partial<OfficerWords> =>
  Object.fromEntries(
    Object.entries(change).filter(([key, value]) =>
      key === 'agencyCode' || key === 'deskUnit' || key === 'email'
        ? value !== undefined
        : key !== 'active' && value !== undefined && value !== null,
    ),
  );
