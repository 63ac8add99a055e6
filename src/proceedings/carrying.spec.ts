import { DataSource } from 'typeorm';
import { eachHome, openAt } from '../../test/harness/databases';
import { LegalLimits1764000001000 } from '../../migrations/1764000001000-legal-limits';
import { ENTITIES } from '../entities';
import { dataSourceOptions } from '../platform/database/data-source';
import { migrate } from '../platform/database/migrate';
import { sql } from '../platform/database/sql';
import { LegalLimit } from './legal-limit.entity';
import { LimitExtension } from './limit-extension.entity';

const EXTENSIONS = [
  { until: '2026-06-29', letterNo: 'ปช 0004/12', letterDate: '2026-03-20' },
  { until: '2026-09-27', letterNo: 'ปช 0004/12', letterDate: '2026-06-20' },
];

eachHome((_home, place) => {
  it('carries what a proceeding knew of its one limit, with its extensions and its facts', async () => {
    const at = await place({}, 'empty');
    const options = dataSourceOptions(at.settings, ENTITIES, 'default');
    const old = await new DataSource(options).initialize();
    // Glob order is no order: TypeORM sorts them by their names' numbers when it runs them.
    const numberOf = ({ constructor }: object): number => Number(/\d+$/.exec(constructor.name)?.[0]);
    const mine = numberOf(new LegalLimits1764000001000());
    const earlier = old.migrations.filter((migration) => numberOf(migration) < mine);
    Object.assign(old, { migrations: earlier });
    await migrate(old);
    for (const [id, extensions, ended] of [
      ['running', EXTENSIONS, null],
      ['ended', [], '2026-02-01'],
    ] as const) {
      const proceeding = [id, 'NWT', 'NACC', id, '2025-10-01', '2026-03-30', JSON.stringify(extensions), ended, false];
      await sql(
        old.manager,
        `INSERT INTO proceeding (id, province, body, reference, opened_on, due_on, extensions, ended_on, counter_suit,
           entered_by, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'clerk', '2025-10-02T03:00:00.000Z')`,
        proceeding,
      );
      const fact = [id, 'NWT', 'NACC', '2026-03-30', 2569, ended, ended && 2569, extensions.length > 0, false];
      await sql(
        old.manager,
        `INSERT INTO fact_proceeding (proceeding_id, province, body, due_on, due_year, ended_on, ended_year, extended,
           counter_suit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        fact,
      );
    }
    await old.destroy();

    const { database, close } = await openAt(at, ENTITIES);
    try {
      const limits = await database.reader.find(LegalLimit, { order: { id: 'ASC' } });
      expect(limits).toMatchObject([
        { id: 'ended', state: 'ended', endReason: 'proceeding', endedOn: '2026-02-01', nextRungAt: null },
        {
          proceedingId: 'running',
          no: 1,
          stage: 'other',
          startsOn: '2025-10-01',
          statedOn: '2026-03-30',
          firstDueOn: '2026-03-30',
          dueOn: '2026-09-27',
          dueAt: '2026-09-27T09:30:00.000Z',
          explanation: [{ code: 'stated', day: '2026-09-27' }],
          state: 'running',
          enteredBy: 'clerk',
        },
      ]);
      expect(await database.reader.find(LimitExtension, { order: { no: 'ASC' } })).toMatchObject([
        { limitId: 'running', no: 1, statedOn: '2026-06-29', letterNo: 'ปช 0004/12', takenBackAt: null },
        { limitId: 'running', no: 2, dueOn: '2026-09-27', letterNo: 'ปช 0004/12 (2)', letterDate: '2026-06-20' },
      ]);
      const facts = await sql<{ limit_id: string }>(
        database.reader,
        'SELECT limit_id, proceeding_id, due_on, due_year, ended_on, extended FROM fact_limit ORDER BY limit_id',
      );
      expect(facts.map((fact) => ({ ...fact, extended: Boolean((fact as { extended?: unknown }).extended) }))).toEqual([
        { ...fact('ended'), ended_on: '2026-02-01', extended: false },
        { ...fact('running'), ended_on: null, extended: true },
      ]);
    } finally {
      await close();
    }
  });
});

const fact = (id: string) => ({ limit_id: id, proceeding_id: id, due_on: '2026-03-30', due_year: 2569 });
