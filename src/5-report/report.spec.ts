import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepOutOfOrder } from '../cases/errors';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { NotFound, WrongFields } from '../platform/errors';
import { JobsModule } from '../platform/jobs/jobs.module';
import { Vault } from '../vault/vault';
import { REPORT_ENTITIES } from './report.entities';
import { ReportModule } from './report.module';
import { ReportService } from './report.service';
import { ReportSheets } from './report-sheet';

const DRAFT = { summary: 'ตรวจสอบแล้วพบว่าเก็บเงินเกินจริง', proposal: 'ให้ดำเนินการทางวินัย' };

eachHome((_home, place) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(
      await place(),
      [JobsModule, DeadlinesModule, ReportModule],
      [...DEADLINE_ENTITIES, ...REPORT_ENTITIES],
    );
  });
  afterAll(() => desk.close());

  const clerk = () => desk.person('desk_officer');
  const executive = () => desk.person('executive');
  const service = () => desk.get(ReportService);
  const again = (file: CaseFile) => desk.get(Cases).find(clerk(), file.number);

  async function verified(): Promise<CaseFile> {
    const file = await desk.bring(await desk.openCase(), 'sort', 'refer', 'verify');
    return desk.bring(file, ['find', { finding: 'founded' }]);
  }

  async function reported(): Promise<CaseFile> {
    const file = await verified();
    await service().report(clerk(), file.number, DRAFT);
    return again(file);
  }

  describe('the report', () => {
    it('moves the case and freezes its figures with it', async () => {
      const file = await verified();
      await desk.refer(file, 'NWT-LAND', 'final');
      const paper = await service().report(clerk(), file.number, DRAFT);
      expect(await again(file)).toMatchObject({ status: 'reported', step: 5 });
      expect(paper.figures).toMatchObject({ finding: 'founded', reopened: 0, referrals: { sent: 1 } });
      expect(paper.figures.dates.verified).not.toBeNull();
      expect(paper.figures.clocks.length).toBeGreaterThan(0);
      expect((await desk.storyOf(file)).at(-1)).toEqual({
        kind: 'reported',
        from: 'verified',
        to: 'reported',
        data: { reportId: paper.id, version: 1, finding: 'founded' },
        itemId: paper.summaryItem,
      });
      await desk.refer(file, 'NWT-DLA', 'sent');
      const sheet = await desk.get(ReportSheets).of(clerk(), file.number);
      expect(sheet.reports[0]?.figures).toEqual(paper.figures);
    });

    it('is read by the executive and the desk, and by nobody else', async () => {
      const file = await reported();
      const sheet = await desk.get(ReportSheets).of(executive(), file.number);
      expect(sheet.reports).toMatchObject([{ version: 1, ...DRAFT, order: null }]);
      expect(sheet.can).toBe('order');
      const { itemId } = (await desk.storyOf(file)).at(-1) ?? {};
      await expect(desk.get(Vault).read(desk.person('custodian'), file, [itemId])).rejects.toThrow(NotFound);
    });

    it('is no step before there is a finding, and none twice', async () => {
      const early = await desk.bring(await desk.openCase(), 'sort', 'refer', 'verify');
      await expect(service().report(clerk(), early.number, DRAFT)).rejects.toThrow(StepOutOfOrder);
      const file = await reported();
      await expect(service().report(clerk(), file.number, DRAFT)).rejects.toThrow(StepOutOfOrder);
    });
  });

  describe('the order', () => {
    it('moves the case when the report is acknowledged, with the capacity in which it was signed', async () => {
      const file = await reported();
      const { order } = await service().order(executive(), file.number, { order: 'acknowledged', capacity: 'acting' });
      expect(await again(file)).toMatchObject({ status: 'ordered', step: 6, finding: 'founded' });
      expect((await desk.storyOf(file)).at(-1)).toEqual({
        kind: 'orderGiven',
        from: 'reported',
        to: 'ordered',
        data: { orderId: order.id, order: 'acknowledged', signedAs: 'acting' },
        itemId: null,
      });
    });

    it('says what is ordered, and what to look at again', async () => {
      const file = await reported();
      for (const order of ['ordered', 'look_again'] as const) {
        await expect(service().order(executive(), file.number, { order })).rejects.toThrow(WrongFields);
      }
      expect((await again(file)).status).toBe('reported');
    });

    it('sends the case back to be looked at again, without its finding; the next report is version 2', async () => {
      const file = await reported();
      await service().order(executive(), file.number, { order: 'look_again', text: 'สอบพยานเพิ่ม' });
      expect(await again(file)).toMatchObject({ status: 'verifying', finding: null });
      await desk.bring(await again(file), ['find', { finding: 'unfounded' }]);
      const second = await service().report(clerk(), file.number, { summary: 'สอบพยานเพิ่มแล้ว' });
      expect(second).toMatchObject({ version: 2, figures: { finding: 'unfounded' } });
      const sheet = await desk.get(ReportSheets).of(executive(), file.number);
      expect(sheet.reports.map(({ version, order }) => [version, order?.kind, order?.text])).toEqual([
        [2, undefined, undefined],
        [1, 'look_again', 'สอบพยานเพิ่ม'],
      ]);
    });

    it('is given once to one report', async () => {
      const file = await reported();
      await service().order(executive(), file.number, { order: 'acknowledged' });
      const second = service().order(executive(), file.number, { order: 'acknowledged' });
      await expect(second).rejects.toThrow(StepOutOfOrder);
    });
  });
});
