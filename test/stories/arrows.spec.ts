import { Cases } from '../../src/cases/cases';
import { StepOutOfOrder } from '../../src/cases/errors';
import type { MovingAct, Status } from '../../src/cases/moves.rules';
import { ACTS, MOVES, STATUSES, isClosed, mayMove, stepOf } from '../../src/cases/moves.rules';
import { SYSTEM } from '../../src/cases/story-line';
import type { LineKind } from '../../src/cases/story-line';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';

/** The line each act tells. */
const LINE: Readonly<Record<MovingAct, LineKind>> = {
  sort: 'sorted',
  end: 'ended',
  refer: 'referralSent',
  verify: 'verificationOrdered',
  sendBack: 'sentBack',
  find: 'findingRecorded',
  report: 'reported',
  order: 'orderGiven',
  lookAgain: 'orderGiven',
  record: 'recorded',
  merge: 'merged',
  withdraw: 'withdrawn',
  reopen: 'reopened',
};

eachHouse((_home, open) => {
  let house: House;
  let number = '';

  beforeAll(async () => {
    house = await open();
    ({ number } = (
      await house.anyone.post<{ number: string }>('/api/v1/complaints', { allegation: 'ทดสอบตารางขั้นตอน' })
    ).body);
  });
  afterAll(() => house.close());

  const database = (): Database => house.server.app.get(Database);
  const idOf = async (): Promise<string> => {
    const [row] = await sql<{ id: string }>(database().reader, 'SELECT id FROM case_file WHERE number = $1', [number]);
    return row?.id ?? '';
  };

  /** Puts the case where the test wants it, past the table: only a test may. */
  const stand = (status: Status): Promise<unknown> =>
    database().write((em) =>
      sql(em, 'UPDATE case_file SET status = $1, open = $2, step = $3 WHERE number = $4', [
        status,
        !isClosed(status),
        stepOf(status),
        number,
      ]),
    );

  const snapshot = async (): Promise<string> => {
    const em = database().reader;
    const rows = await sql(em, 'SELECT status, status_since, open, step FROM case_file WHERE number = $1', [number]);
    const lines = await sql(em, 'SELECT COUNT(*) AS n FROM case_event', []);
    const trail = await sql(em, 'SELECT COUNT(*) AS n FROM audit_row', []);
    return JSON.stringify([rows, lines, trail]);
  };

  const pairs = STATUSES.flatMap((status) => ACTS.map((act) => [status, act] as const));

  it.each(pairs)('%s: %s', async (status, act) => {
    await stand(status);
    const before = await snapshot();
    const cases = house.server.app.get(Cases);
    const id = await idOf();
    const move = database().write(async () =>
      cases.move(await cases.lockById(id), act, { kind: LINE[act], by: SYSTEM }),
    );
    if (mayMove(status, act)) {
      const line = await move;
      expect([line.from, line.to]).toEqual([status, MOVES[act].to]);
    } else {
      await expect(move).rejects.toBeInstanceOf(StepOutOfOrder);
      expect(await snapshot()).toBe(before);
    }
  });

  it('refuses a status that is none, in the database itself', async () => {
    await expect(
      database().write((em) => sql(em, `UPDATE case_file SET status = 'lost' WHERE number = $1`, [number])),
    ).rejects.toThrow();
  });

  it('refuses to change or delete what was told', async () => {
    await expect(database().write((em) => sql(em, `UPDATE case_event SET kind = 'sorted'`))).rejects.toThrow(
      /append-only/,
    );
    await expect(database().write((em) => sql(em, 'DELETE FROM case_event'))).rejects.toThrow(/append-only/);
  });
});
