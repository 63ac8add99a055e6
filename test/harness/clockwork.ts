import { at } from '../../src/deadlines/testing/calendars';
import type { RunView } from '../../src/deadlines/clocks-view';
import { Sweep } from '../../src/deadlines/sweep';
import { Notices } from '../../src/notices/notices';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Answer, Asker, House } from './app';

const MOST_ROUNDS = 20;

export interface Filed {
  readonly number: string;
  readonly receipt: string;
}

export interface ClockSeen extends RunView {
  readonly why: readonly string[];
}

interface Told {
  readonly username: string | null;
  readonly kind: string;
}

/** A whole house whose clockwork goes round when the test says so, at the hour the test says. */
export class ClockworkHouse {
  officer: Asker;
  head: Asker;
  executive: Asker;

  private constructor(readonly house: House) {}

  /** @param now Bangkok, `2026-11-06 10:00`. */
  static async open(house: House, now: string): Promise<ClockworkHouse> {
    const one = new ClockworkHouse(house);
    one.goTo(now);
    one.officer = await house.officer('officer', ['desk_officer']);
    one.head = await house.officer('head', ['desk_head']);
    one.executive = await house.officer('executive', ['executive']);
    return one;
  }

  goTo(now: string): void {
    this.house.clock.set(at(now));
  }

  /** What is due by now is fired, and whoever should know is told: by our round, or by one that was under way. */
  async round(now?: string): Promise<void> {
    if (now) this.goTo(now);
    await this.get(Sweep).run();
    for (let again = 0; await this.somethingIsDue(); again++) {
      if (again === MOST_ROUNDS) throw new Error('the clockwork leaves something due');
      await this.get(Sweep).run();
    }
    await this.get(Notices).read();
  }

  private async somethingIsDue(): Promise<boolean> {
    const text = 'SELECT id FROM deadline WHERE next_rung_at <= $1';
    return (await sql(this.get(Database).reader, text, [this.house.clock.now()])).length > 0;
  }

  /** A page as its reader sees it; a session that is over is begun anew. @throws when it is not shown */
  async page(reader: Asker, path: string): Promise<string> {
    await reader.get('/api/v1/account');
    const { status, text } = await reader.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return text;
  }

  async file(body: object = {}): Promise<Filed> {
    const whole = { allegation: 'ไฟถนนหน้าตลาดดับ', type: 'general', ...body };
    return (await this.ok<Filed>(this.house.anyone.post('/api/v1/complaints', whole))).body;
  }

  /** As the desk enters a letter: nobody has a receipt yet. */
  async enter(body: object = {}): Promise<Filed> {
    const whole = { channel: 'letter', allegation: 'ไฟถนนหน้าตลาดดับ', type: 'general', ...body };
    return (await this.ok<Filed>(this.officer.post('/api/v1/desk/complaints', whole))).body;
  }

  async sort({ number }: Filed, more: object = {}): Promise<void> {
    const sheet = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'ชัดเจน', ...more };
    await this.ok(this.officer.post(`/api/v1/cases/${number}/sorting`, sheet));
  }

  /** Sorted and sent to an agency. */
  async refer(filed: Filed, agencyCode = 'NWT-LAND'): Promise<void> {
    await this.sort(filed);
    const letter = { agencyCode, message: 'ขอให้ตรวจสอบ', letterNo: 'นธ 0017/1' };
    await this.ok(this.officer.post(`/api/v1/cases/${filed.number}/referrals`, letter));
  }

  /** Ended in sorting, by two persons. */
  async end({ number }: Filed): Promise<void> {
    const sheet = { outcome: 'end', type: 'general', corruptionAlleged: 'no', ground: 'outside_power', reasons: 'ก' };
    await this.ok(this.officer.post(`/api/v1/cases/${number}/sorting`, { ...sheet, wordToReporter: 'ไม่รับ' }));
    await this.grant(number);
  }

  async grant(number: string): Promise<void> {
    await this.ok(this.head.post(`/api/v1/cases/${number}/approval`, { decision: 'grant', reason: 'ข' }));
  }

  /** Stands still because of the reporter, from one instant to the other. */
  async pause(filed: Filed, clock: ClockSeen['clock'], from: string, until: string): Promise<void> {
    const { number } = filed;
    this.goTo(from);
    await this.ok(this.officer.post(`/api/v1/cases/${number}/pauses`, { clock, reason: 'waiting_reporter' }));
    this.goTo(until);
    const id = (await this.clock(filed, clock)).pause?.id;
    await this.ok(this.officer.post(`/api/v1/cases/${number}/pauses/${id}/end`, {}));
  }

  /** Oldest first. */
  async clocks({ number }: Filed, looker = this.executive): Promise<readonly ClockSeen[]> {
    const answer = await this.ok<{ deadlines: ClockSeen[] }>(looker.get(`/api/v1/cases/${number}/deadlines`));
    return answer.body.deadlines;
  }

  /** The latest run of a clock. */
  async clock(filed: Filed, code: ClockSeen['clock'], looker?: Asker): Promise<ClockSeen> {
    const run = (await this.clocks(filed, looker)).findLast(({ clock }) => clock === code);
    if (!run) throw new Error(`no ${code}`);
    return run;
  }

  async running(filed: Filed): Promise<readonly string[]> {
    return (await this.clocks(filed)).filter(({ state }) => state !== 'stopped').map(({ clock }) => clock);
  }

  /** `head sort_overdue`, in the order in which it was told; `-` is nobody. */
  async told({ number }: Filed, clock: ClockSeen['clock'] | null = null): Promise<readonly string[]> {
    const rows = await sql<Told>(
      this.get(Database).reader,
      `SELECT o.username, n.kind FROM notice n JOIN case_file f ON f.id = n.case_id LEFT JOIN officer o ON o.id = n.recipient
       WHERE f.number = $1 ${clock ? 'AND n.clock = $2' : ''} ORDER BY n.at, n.id`,
      clock ? [number, clock] : [number],
    );
    return rows.map(({ username, kind }) => `${username ?? '-'} ${kind}`);
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.house.server.app.get<T>(type);
  }

  /** @throws with the answer when it is not one of success. */
  async ok<T = Record<string, unknown>>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  }
}
