import type { Looker } from '../access/looker';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import type { CaseFile } from '../cases/case-file.entity';
import { sql } from '../platform/database/sql';
import { RECORDS_ENTITIES } from './records.entities';
import { RecordsModule } from './records.module';
import { RetentionList } from './retention';

eachHome((_home, place) => {
  let desk: Desk;
  let head: Looker;
  const files = new Map<string, CaseFile>();

  /** A case as it stands once closed. */
  async function closed(name: string, status: string, on: string, change: Record<string, string> = {}): Promise<void> {
    const file = await desk.openCase();
    const all: Record<string, string | boolean> = {
      status,
      status_since: `${on}T03:00:00.000Z`,
      open: false,
      ...change,
    };
    const set = Object.keys(all).map((column, at) => `${column} = $${at + 2}`);
    await desk.database.write((em) =>
      sql(em, `UPDATE case_file SET ${set.join(', ')} WHERE id = $1`, [file.id, ...Object.values(all)]),
    );
    files.set(name, file);
  }
  const names = async (looker = head): Promise<readonly (readonly unknown[])[]> => {
    const { cases, total } = await desk.get(RetentionList).past(looker, 1);
    expect(total).toBe(cases.length);
    return cases.map((one) => [
      [...files].find(([, { number }]) => number === one.number)?.[0],
      one.class,
      one.closedOn,
      one.keptUntil,
    ]);
  };

  beforeAll(async () => {
    desk = await Desk.open(await place(), [RecordsModule], RECORDS_ENTITIES);
    head = desk.person('desk_head');
    desk.rooms.clock.set('2036-11-21T03:00:00.000Z');
    await closed('accusation', 'recorded', '2026-11-20', { type: 'corruption' });
    await closed('accusation, last day', 'recorded', '2026-11-21', { type: 'corruption' });
    await closed('doubtful', 'recorded', '2027-01-01', { corruption_alleged: 'unclear' });
    await closed('never sorted', 'withdrawn', '2027-01-02', { type: 'unsorted' });
    await closed('grievance', 'recorded', '2031-11-20');
    await closed('grievance, last day', 'withdrawn', '2031-11-21');
    await closed('ended', 'ended', '2034-11-20', { type: 'corruption' });
    await closed('ended, last day', 'ended', '2034-11-21');
    await closed('merged', 'merged', '2015-01-01');
    await closed('of the other desk', 'recorded', '2015-01-01', { handled_by: 'alternative' });
    files.set('open', await desk.openCase());
  });
  afterAll(() => desk.close());

  it('lists what is past its time, and not a day earlier', async () => {
    const past = [
      ['accusation', 'accusation', '2026-11-20', '2036-11-20'],
      ['grievance', 'grievance', '2031-11-20', '2036-11-20'],
      ['ended', 'ended', '2034-11-20', '2036-11-20'],
    ];
    expect(await names()).toEqual(past);
    desk.rooms.clock.set('2036-11-21T16:59:59.999Z');
    expect(await names()).toEqual(past);
    desk.rooms.clock.set('2036-11-21T17:00:00.000Z');
    expect((await names()).map(([name]) => name)).toEqual([
      'accusation',
      'accusation, last day',
      'grievance',
      'grievance, last day',
      'ended',
      'ended, last day',
    ]);
  });

  it('asks the wall and the desk before any role', async () => {
    const hidden = [files.get('accusation')?.id ?? ''];
    expect((await names({ ...head, hidden })).map(([name]) => name)).not.toContain('accusation');
    expect((await names({ ...head, deskUnit: 'alternative' })).map(([name]) => name)).toEqual(['of the other desk']);
    expect(await names(desk.person('desk_officer'))).toEqual([]);
  });

  it('leaves a row in the trail', async () => {
    await names();
    const [row] = await sql<{ act: string }>(
      desk.database.reader,
      'SELECT act FROM audit_row ORDER BY no DESC LIMIT 1',
    );
    expect(row?.act).toBe('records.read');
  });
});
