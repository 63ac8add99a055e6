import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepNotReady, StepOutOfOrder } from '../cases/errors';
import { Forbidden, WrongFields } from '../platform/errors';
import { OfficersService } from '../access/officers.service';
import { VERIFY_ENTITIES } from './verify.entities';
import { VerificationOrders } from './verification-orders';
import { VerificationSheets } from './verification-sheet';
import { VerifyModule } from './verify.module';
import { VerifyService } from './verify.service';

const BY_DOCUMENTS = { mode: 'documents', reason: 'เอกสารครบถ้วน' } as const;

eachHome((_home, place) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(await place(), [VerifyModule], VERIFY_ENTITIES);
  });
  afterAll(() => desk.close());

  const head = () => desk.person('desk_head');
  const clerk = () => desk.person('desk_officer');
  const referred = async (opening = {}): Promise<CaseFile> => desk.bring(await desk.openCase(opening), 'sort', 'refer');
  const orders = () => desk.get(VerificationOrders);
  const verify = () => desk.get(VerifyService);
  const again = (file: CaseFile) => desk.get(Cases).find(desk.person('desk_head'), file.number);

  async function verifying(): Promise<CaseFile> {
    const file = await referred();
    await desk.refer(file, 'NWT-LAND', 'final');
    await orders().give(head(), file.number, BY_DOCUMENTS);
    return again(file);
  }

  describe('ordering the verification', () => {
    it('moves the case and tells the order with its mode', async () => {
      const file = await referred();
      await desk.refer(file, 'NWT-LAND');
      const order = await orders().give(head(), file.number, BY_DOCUMENTS);
      expect(await again(file)).toMatchObject({ status: 'verifying', step: 4, investigator: null });
      expect((await desk.storyOf(file)).at(-1)).toEqual({
        kind: 'verificationOrdered',
        from: 'referred',
        to: 'verifying',
        data: { orderId: order.id, mode: 'documents', investigator: null },
        itemId: order.reasonItem,
      });
    });

    it('is refused while an agency is silent, and names the agency', async () => {
      const file = await referred();
      await desk.refer(file, 'NWT-LAND', 'sent');
      const refused = orders().give(head(), file.number, BY_DOCUMENTS);
      await expect(refused).rejects.toThrow(StepNotReady);
      await expect(refused).rejects.toThrow(/Land/);
      expect((await again(file)).status).toBe('referred');
    });

    it('is refused when nobody took the case up to act on it', async () => {
      const file = await referred();
      await desk.refer(file, 'NWT-LAND', 'not_ours');
      await desk.refer(file, 'NWT-LAND', 'final', 'clarify');
      await expect(orders().give(head(), file.number, BY_DOCUMENTS)).rejects.toThrow(StepNotReady);
    });

    it('asks, when somebody is accused, how a visit will not show who spoke', async () => {
      const file = await referred({ type: 'corruption' });
      await desk.refer(file, 'NWT-LAND');
      const visit = { mode: 'visit', reason: 'ต้องดูสถานที่จริง' } as const;
      await expect(orders().give(head(), file.number, visit)).rejects.toThrow(WrongFields);
      await orders().give(head(), file.number, { ...visit, cover: 'ถามหลายครัวเรือนพร้อมกัน' });
      expect((await again(file)).status).toBe('verifying');
    });

    it('gives the case to the person it names, and to nobody who may not verify', async () => {
      const password = 'tandem bracket lagoon 7251';
      const people = desk.get(OfficersService);
      await people.add({ username: 'inspector', name: 'ผู้ตรวจสอบ', roles: ['investigator'], password });
      await people.add({ username: 'planner', name: 'เจ้าหน้าที่แผน', roles: ['plan_officer'], password });
      const file = await referred();
      await desk.refer(file, 'NWT-LAND', 'final');
      const given = (investigator: string) => orders().give(head(), file.number, { ...BY_DOCUMENTS, investigator });
      await expect(given('planner')).rejects.toThrow(WrongFields);
      await given('inspector');
      const inspector = await people.asLooker('inspector');
      expect((await again(file)).investigator).toBe(inspector.officerId);
      await expect(verify().find(clerk(), file.number, { finding: 'founded', text: 'พบจริง' })).rejects.toThrow(
        Forbidden,
      );
      await verify().find(inspector, file.number, { finding: 'founded', text: 'พบจริง' });
      expect((await again(file)).finding).toBe('founded');
    });

    it('is no step for a case that is not referred', async () => {
      const file = await desk.openCase();
      await expect(orders().give(head(), file.number, BY_DOCUMENTS)).rejects.toThrow(StepOutOfOrder);
    });
  });

  describe('while the facts are checked', () => {
    const visit = { mode: 'visit', date: '๑ พ.ย. ๖๙', text: 'พบป้ายราคาไม่ตรงกัน' } as const;

    beforeAll(() => desk.rooms.clock.set('2026-11-20T03:00:00.000Z'));
    afterAll(() => desk.rooms.clock.set(null));

    it('takes a record of each visit and moves nothing', async () => {
      const file = await verifying();
      await verify().visit(clerk(), file.number, visit);
      expect((await again(file)).status).toBe('verifying');
      expect((await desk.storyOf(file)).at(-1)).toMatchObject({
        kind: 'visitRecorded',
        to: null,
        data: { mode: 'visit', date: '2026-11-01' },
      });
      const sheet = await desk.get(VerificationSheets).of(clerk(), file.number);
      expect(sheet.visits).toEqual([{ mode: 'visit', on: '2026-11-01', text: visit.text }]);
      expect(sheet).toMatchObject({ can: 'find', obstacle: null, accusation: false });
    });

    it('takes no visit of a day to come', async () => {
      const file = await verifying();
      const tomorrow = verify().visit(clerk(), file.number, { ...visit, date: '2026-11-21' });
      await expect(tomorrow).rejects.toThrow(WrongFields);
    });

    it('takes no visit before it was ordered', async () => {
      const file = await referred();
      await expect(verify().visit(clerk(), file.number, visit)).rejects.toThrow(StepNotReady);
    });
  });

  describe('the finding', () => {
    it('moves the case and stands on it', async () => {
      const file = await verifying();
      const paper = await verify().find(clerk(), file.number, { finding: 'unfounded', text: 'ไม่พบข้อเท็จจริงตามที่แจ้ง' });
      expect(await again(file)).toMatchObject({ status: 'verified', finding: 'unfounded', step: 5 });
      expect((await desk.storyOf(file)).at(-1)).toMatchObject({
        kind: 'findingRecorded',
        from: 'verifying',
        to: 'verified',
        data: { findingId: paper.id, finding: 'unfounded' },
      });
    });

    it('waits for every answer, and names who has not answered', async () => {
      const file = await verifying();
      await desk.refer(file, 'NWT-DLA', 'accepted');
      const early = verify().find(clerk(), file.number, { finding: 'founded', text: 'พบจริง' });
      await expect(early).rejects.toThrow(/Local/);
      expect(await again(file)).toMatchObject({ status: 'verifying', finding: null });
    });

    it('ends a request to withdraw: there is nothing to withdraw any more', async () => {
      const file = await verifying();
      const approvals = desk.get(Approvals);
      await desk.database.write(() => approvals.ask(file, clerk(), { kind: 'withdrawal' }));
      await verify().find(clerk(), file.number, { finding: 'founded', text: 'พบจริง' });
      expect((await approvals.of(file.id)).map(({ state }) => state)).toEqual(['superseded']);
    });

    it('is taken once: the second is out of order', async () => {
      const file = await verifying();
      await verify().find(clerk(), file.number, { finding: 'founded', text: 'พบจริง' });
      const second = verify().find(clerk(), file.number, { finding: 'unfounded', text: 'ไม่พบ' });
      await expect(second).rejects.toThrow(StepOutOfOrder);
    });
  });
});
