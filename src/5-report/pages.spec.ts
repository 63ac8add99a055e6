import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { drift } from '../../test/harness/drift';
import { Visitors } from '../../test/harness/visitors';
import type { CaseFile } from '../cases/case-file.entity';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { JobsModule } from '../platform/jobs/jobs.module';
import { REPORT_ENTITIES } from './report.entities';
import { ReportModule } from './report.module';

const DRAFT = { summary: 'ตรวจสอบแล้วพบจริง', proposal: 'ให้ดำเนินการทางวินัย' };

eachHome((_home, place) => {
  let desk: Desk;
  let visitors: Visitors;
  beforeAll(async () => {
    desk = await Desk.open(
      await place(),
      [JobsModule, DeadlinesModule, ReportModule],
      [...DEADLINE_ENTITIES, ...REPORT_ENTITIES],
    );
    visitors = await new Visitors(desk).signIn('desk_officer', 'executive', 'investigator');
  });
  afterAll(() => desk.close());

  const door = ({ number }: CaseFile) => `/api/v1/cases/${number}/report`;
  const page = ({ number }: CaseFile) => `/cases/${number}/report`;

  async function verified(): Promise<CaseFile> {
    const file = await desk.bring(await desk.openCase(), 'sort', 'refer', 'verify');
    return desk.bring(file, ['find', { finding: 'founded' }]);
  }

  it('keeps the entities and the migration the same', async () => {
    expect(await drift(desk.database, 'report', 'report_order')).toEqual([]);
  });

  it('takes the report from the desk and the order from the executive', async () => {
    const file = await verified();
    expect((await visitors.post('executive', door(file), DRAFT)).status).toBe(403);
    const reported = await visitors.post('desk_officer', door(file), DRAFT);
    expect([reported.status, reported.body]).toEqual([
      201,
      expect.objectContaining({ status: 'reported', version: 1 }),
    ]);
    expect((await visitors.post('desk_officer', `${door(file)}/order`, { order: 'acknowledged' })).status).toBe(403);
    const wordless = await visitors.post('executive', `${door(file)}/order`, { order: 'ordered' });
    expect([wordless.status, wordless.body.fields[0].field]).toEqual([400, 'text']);
    const order = { order: 'ordered', text: 'ดำเนินการทางวินัย', capacity: 'acting' };
    const ordered = await visitors.post('executive', `${door(file)}/order`, order);
    expect([ordered.status, ordered.body]).toEqual([201, expect.objectContaining({ status: 'ordered' })]);
    const twice = await visitors.post('executive', `${door(file)}/order`, order);
    expect([twice.status, twice.body.allowed]).toEqual([409, ['record']]);
  });

  it('sends the case back to be looked at again', async () => {
    const file = await verified();
    await visitors.post('desk_officer', door(file), DRAFT);
    const order = { order: 'look_again', text: 'สอบพยานเพิ่ม' };
    expect((await visitors.post('executive', `${door(file)}/order`, order)).body.status).toBe('verifying');
  });

  it('shows the desk the figures before they are frozen, and the executive the report with them', async () => {
    const file = await verified();
    const draft = await visitors.get('desk_officer', page(file));
    expect([draft.status, draft.text.includes('id="figures-1"')]).toEqual([200, true]);
    const empty = await visitors.submit('desk_officer', page(file), { summary: '', proposal: 'ให้ยุติ' });
    expect([empty.status, empty.text.includes('ให้ยุติ')]).toEqual([400, true]);
    const sent = await visitors.submit('desk_officer', page(file), DRAFT);
    expect([sent.status, sent.headers.location]).toEqual([303, `/cases/${file.number}`]);
    expect((await visitors.get('desk_officer', page(file))).text).not.toContain('name="order"');
    const read = await visitors.get('executive', page(file));
    expect(read.text).toContain(DRAFT.summary);
    expect(read.text).toContain('name="order"');
    const order = { order: 'look_again', text: '', capacity: '' };
    expect((await visitors.submit('executive', `${page(file)}/order`, order)).status).toBe(400);
    expect((await visitors.submit('executive', `${page(file)}/order`, { order: 'acknowledged' })).status).toBe(303);
  });

  it('is no page for those who only verify', async () => {
    expect((await visitors.get('investigator', page(await verified()))).status).toBe(403);
  });
});
