import type { Test } from 'supertest';
import { Desk } from '../../../test/harness/desk';
import type { Place } from '../../../test/harness/databases';
import { Visitors } from '../../../test/harness/visitors';
import { DEADLINE_ENTITIES } from '../../deadlines/deadlines.entities';
import { DeadlinesModule } from '../../deadlines/deadlines.module';
import { at } from '../../deadlines/testing/calendars';
import { PROCEEDINGS_ENTITIES } from '../proceedings.entities';
import { ProceedingsModule } from '../proceedings.module';

export const DOOR = '/api/v1/proceedings';
export const LETTER = { letterNo: 'ปช 0004/12', letterDate: '1 ต.ค. 2568' };

/** A desk to which letters of other bodies come; an officer and the head are signed in. */
export class LimitDesk {
  private no = 0;

  static async open(place: Place): Promise<LimitDesk> {
    const entities = [...DEADLINE_ENTITIES, ...PROCEEDINGS_ENTITIES];
    const desk = await Desk.open(place, [DeadlinesModule, ProceedingsModule], entities);
    const letters = new LimitDesk(desk, new Visitors(desk));
    letters.morning();
    await letters.visitors.signIn('desk_officer', 'desk_head');
    return letters;
  }

  private constructor(
    readonly desk: Desk,
    readonly visitors: Visitors,
  ) {}

  /** Monday 2 February 2026, 10:00: where every test begins. */
  morning(): void {
    this.goTo('2026-02-02 10:00');
  }

  goTo(text: string): void {
    this.desk.rooms.clock.set(at(text));
  }

  /** A proceeding of the NACC of 1 October 2025, unless said otherwise; its id. */
  async enter(more: object = {}): Promise<string> {
    const reference = `ปช ${++this.no}/2568`;
    const opening = { body: 'nacc', reference, openedOn: '1 ต.ค. 2568', ...LETTER, ...more };
    const { status, body } = await this.visitors.post('desk_officer', DOOR, opening);
    if (status !== 201) throw new Error(`the proceeding was not taken: ${status} ${JSON.stringify(body)}`);
    return String(body.id);
  }

  post(id: string, path: string, body: object = {}): Test {
    return this.visitors.post('desk_officer', `${DOOR}/${id}/limits${path}`, body);
  }

  /** Ninety days, by a letter of its own. */
  extension(more: object = {}) {
    return { amount: 90, letterNo: `ปช 0005/${++this.no}`, letterDate: '2026-01-20', ...more };
  }
}
