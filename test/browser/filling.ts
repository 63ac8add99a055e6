import type { Role } from '../../src/access/roles';
import { Sweep } from '../../src/deadlines/sweep';
import { Notices } from '../../src/notices/notices';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Asker, House } from '../harness/app';
import { hire, PASSPHRASE } from './person';
import { ANSWER, LETTER, LONG, SUMMARY, WORD } from './texts';
import type { Staff, Stop } from './work';
import { ROAD, Work } from './work';

/** Who works here: one of every role; the agency's person in the agency that is asked. */
const STAFF: Readonly<Record<Role, string>> = {
  desk_officer: 'เจ้าหน้าที่รับเรื่องร้องเรียนและร้องทุกข์ คนที่หนึ่ง',
  desk_head: 'หัวหน้าศูนย์รับเรื่อง',
  agency_contact: 'ผู้ประสานงานประจำสำนักงานที่ดิน',
  investigator: 'ผู้ตรวจสอบข้อเท็จจริง',
  executive: 'ผู้บริหาร',
  committee: 'กรรมการ',
  plan_officer: 'เจ้าหน้าที่แผน',
  custodian: 'ผู้รักษากุญแจ',
  auditor: 'ผู้ตรวจการใช้งาน',
  administrator: 'ผู้ดูแลระบบ',
};

type Aside = 'late' | 'telephone' | 'ending' | 'own' | 'coded' | 'closing' | 'ended' | 'withdrawn' | 'merged';
export type CaseName = Stop | Aside;

/** A desk in the middle of its work: the number of each case, and what opens the others. */
export interface Filled {
  readonly number: Readonly<Record<CaseName, string>>;
  readonly receipt: Readonly<Record<Exclude<CaseName, 'telephone'>, string>>;
  readonly claimCode: string;
  /** Of a referral to an agency without an account, and the referral beside it that has no code yet. */
  readonly agencyCode: string;
  readonly uncoded: string;
  readonly ruling: string;
  readonly proceeding: string;
  readonly breach: string;
  /** The referral of a case to the agency whose person works here. */
  readonly referralOf: (number: string) => Promise<string>;
}

const LONG_AGO = '2026-02-02T03:00:00.000Z';
const NOW = '2026-03-24T03:00:00.000Z';

/** Fills an empty house through its doors, as a desk would over two months; then clocks and notices catch up. */
export async function fill(house: House): Promise<Filled> {
  house.clock.set(LONG_AGO);
  const filling = new Filling(new Work(house, await hireAll(house)));
  await filling.longAgo();
  house.clock.set(NOW);
  const filled = await filling.today();
  await house.server.app.get(Sweep).run();
  await house.server.app.get(Notices).read();
  await undelivered(house);
  return filled;
}

/** Two notices that the post has given up. */
async function undelivered(house: House): Promise<void> {
  await house.server.app.get(Database).write((em) =>
    sql(
      em,
      `UPDATE notice SET state = 'given_up', next_at = NULL, attempts = 9, error = '550' WHERE id IN (
           SELECT id FROM notice WHERE kind = 'new_case' AND state <> 'nobody' ORDER BY id LIMIT 2)`,
    ),
  );
}

async function hireAll(house: House): Promise<Staff> {
  const signedIn: [string, Asker][] = [];
  for (const [role, name] of Object.entries(STAFF) as [Role, string][]) {
    const agency = role === 'agency_contact' ? { agencyCode: 'NWT-LAND' } : {};
    await hire(house, { username: role, role, name, ...agency });
    signedIn.push([role, await house.signIn(role, PASSPHRASE)]);
  }
  return Object.fromEntries(signedIn) as Staff;
}

class Filling {
  private readonly number: Partial<Record<CaseName, string>> = {};
  private readonly receipt: Partial<Record<CaseName, string>> = {};

  constructor(private readonly work: Work) {}

  /** What has become late since: one that nobody read, one whose agency does not answer; and one that ended. */
  async longAgo(): Promise<void> {
    const { work } = this;
    const late = { reprisalFeared: true, protectionAsked: true, where: 'เคาน์เตอร์ที่สอง', want: LONG };
    await work.enclose(await this.file('late', late));
    await work.write(this.receipt.late ?? '', ANSWER);
    await this.end('ended', { reprisalFeared: true });
    await work.ask('desk_head', this.of('ended'), 'approval', { decision: 'grant' });
    const number = await this.file('referred');
    await work.walk(number, 'referred');
    await work.ask('desk_officer', number, 'words', { text: WORD, question: true });
    await work.ask('desk_officer', number, 'comments', { text: LONG });
    await work.ask('agency_contact', number, 'extensions', { clock: 'agency_answer', amount: 10, reason: ANSWER });
  }

  async today(): Promise<Filled> {
    for (const stop of ROAD) if (stop !== 'referred') await this.work.walk(await this.file(stop), stop);
    const claimCode = await this.telephone();
    await this.endings();
    await this.asides();
    const coded = await this.coded();
    const ruled = await this.rulings(this.of('recorded'));
    await this.work.ask('desk_head', this.of('recorded'), 'holds', { kind: 'court', reason: ANSWER });
    const announced = {
      kind: 'closes',
      from: '2026-03-25',
      nameTh: 'วันหยุดพิเศษตามมติคณะรัฐมนตรี',
      letterNo: 'นร 0505/ว 123',
    };
    await this.work.send('administrator', 'POST', '/calendar/changes', announced);
    const base = { value: 40, source: 'nacc', letterNo: 'ปช 0015/12' };
    await this.work.send('plan_officer', 'PUT', '/indicators/2.1/bases/2568', base);
    return {
      number: this.number as Filled['number'],
      receipt: this.receipt as Filled['receipt'],
      claimCode,
      ...coded,
      ...ruled,
      breach: await this.breach(),
      referralOf: (number) => this.work.referralOf(number, 'NWT-LAND'),
    };
  }

  private async breach(): Promise<string> {
    const noticed = { noticedOn: '2026-03-23', noticedTime: '09:00', kinds: ['confidentiality', 'availability'] };
    const entered = { ...noticed, persons: 1200, risk: 'high', words: LONG };
    return (await this.work.send<{ id: string }>('desk_head', 'POST', '/records/breaches', entered)).id;
  }

  private async telephone(): Promise<string> {
    const entered = await this.work.send<{ number: string; claimCode: string }>(
      'desk_officer',
      'POST',
      '/desk/complaints',
      {
        channel: 'telephone',
        receivedAt: '2026-03-24',
        registryNo: '๑๒๓/๒๕๖๙',
        allegation: LONG,
        identity: 'confidential',
        contact: { name: 'ผู้แจ้ง สมมติ', note: 'โทรหลังหกโมงเย็น บอกว่าโทรเรื่องประกัน' },
        protectionAsked: true,
        reporterKind: 'citizen',
      },
    );
    this.number.telephone = entered.number;
    return entered.claimCode;
  }

  private async endings(): Promise<void> {
    const { work } = this;
    await this.end('ending');
    const withdrawn = await this.file('withdrawn');
    const wish = { reason: 'ผู้ร้องแจ้งว่าได้รับการแก้ไขแล้ว', pressureAsked: true };
    await work.ask('desk_officer', withdrawn, 'withdrawal', wish);
    await work.ask('desk_head', withdrawn, 'approval', { decision: 'grant', reason: 'ถามแล้ว ไม่มีผู้ใดกดดัน' });
    const merged = { mainNumber: this.of('sorted'), reason: 'เรื่องเดียวกัน' };
    await work.ask('desk_officer', await this.file('merged'), 'merger', merged);
  }

  private async end(name: 'ending' | 'ended', more: Record<string, unknown> = {}): Promise<void> {
    const number = await this.file(name, { type: 'service', ...more });
    const ground = { ground: 'outside_power', competentBody: 'NWT-LAND', wordToReporter: WORD };
    await this.work.sort(number, { outcome: 'end', ...ground });
  }

  /** One that the desk handles itself, one whose closing waits for a second person. */
  private async asides(): Promise<void> {
    const own = await this.file('own', { type: 'general', district: '9610' });
    await this.work.sort(own, { type: 'general', corruptionAlleged: 'no', agencyCode: 'NWT-DPT' });
    await this.work.ask('desk_officer', own, 'referrals', { agencyCode: 'self', message: LETTER });
    const closing = await this.file('closing');
    await this.work.walk(closing, 'ordered');
    await this.work.propose(closing);
  }

  /** Two agencies are asked, with a copy; the first has a code. */
  private async coded(): Promise<Pick<Filled, 'agencyCode' | 'uncoded'>> {
    const { work } = this;
    const number = await this.file('coded', { type: 'general' });
    await work.enclose(number);
    await work.sort(number, { type: 'general', corruptionAlleged: 'no', agencyCode: 'NWT-DPT' });
    const to = [{ agencyCode: 'NWT-LAND' }, { agencyCode: 'NWT-PAO' }];
    await work.ask('desk_officer', number, 'referrals', {
      to,
      message: LETTER,
      letterNo: 'นธ 0017.1/124',
      exhibits: [1],
    });
    const [first, second] = [await work.referralOf(number, 'NWT-LAND'), await work.referralOf(number, 'NWT-PAO')];
    const { code } = await work.ask<{ code: string }>('desk_officer', number, `referrals/${first}/code`, {});
    return { agencyCode: code, uncoded: second };
  }

  private async rulings(number: string): Promise<Pick<Filled, 'ruling' | 'proceeding'>> {
    const { work } = this;
    const ruling = { body: 'NACC', date: '2026-03-20', kind: 'discipline', agencyCode: 'NWT-TREAS', note: SUMMARY };
    await work.ask('desk_officer', number, 'rulings', { ...ruling, reference: 'ปช 0015/456' });
    await work.ask('desk_head', number, 'approval', { decision: 'grant', kind: 'ruling' });
    const { rulings } = await work.read<{ rulings: readonly { id: string }[] }>(`/cases/${number}/rulings`);
    await work.ask('desk_officer', number, 'rulings', { ...ruling, reference: 'ปช 0015/457', kind: 'corruption' });
    const limits = { openedOn: '2025-10-01', dueOn: '2026-04-01', caseNumber: number };
    const opened = { body: 'NACC', reference: 'ปช 0015/456', ...limits };
    const { id } = await work.send<{ id: string }>('desk_officer', 'POST', '/proceedings', opened);
    return { ruling: rulings[0]?.id ?? '', proceeding: id };
  }

  private async file(name: CaseName, more: Record<string, unknown> = {}): Promise<string> {
    const { number, receipt } = await this.work.file(more);
    this.number[name] = number;
    this.receipt[name] = receipt;
    return number;
  }

  private of(name: CaseName): string {
    return this.number[name] ?? name;
  }
}
