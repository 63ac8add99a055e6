import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { Looker } from '../access/looker';
import { AlreadyAsked, Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { NeedsSecondPerson, StepOutOfOrder } from '../cases/errors';
import { Referrals } from '../cases/referrals';
import { Forbidden, WrongFields } from '../platform/errors';
import { Vault } from '../vault/vault';
import { RECORD_ENTITIES } from './record.entities';
import { RecordModule } from './record.module';
import { RecordService } from './record.service';
import { RecordSheets } from './record-sheets';
import { Reopening } from './reopening.service';
import { Withdrawals } from './withdrawal.service';

const SOLVED = {
  outcome: 'solved',
  improvement: true,
  improvementText: 'ติดป้ายราคา',
  lessons: 'ควรแจ้งราคาล่วงหน้า',
} as const;

eachHome((_home, place) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(await place(), [RecordModule], RECORD_ENTITIES);
  });
  afterAll(() => desk.close());

  const clerk = () => desk.person('desk_officer');
  const head = () => desk.person('desk_head');
  const executive = () => desk.person('executive');
  const propose = (by: Looker, { number }: CaseFile, input: Parameters<RecordService['propose']>[2] = SOLVED) =>
    desk.get(RecordService).propose(by, number, input);
  const decide = (by: Looker, { number }: CaseFile, grant = true, reason?: string) =>
    desk.get(Approvals).decide(by, number, { grant, ...(reason ? { reason } : {}) });
  const again = (file: CaseFile) => desk.get(Cases).find(head(), file.number);
  const lastLine = async (file: CaseFile) => (await desk.storyOf(file)).at(-1);

  async function ordered(type = 'general', finding: CaseFile['finding'] = 'founded'): Promise<CaseFile> {
    const file = await desk.bring(await desk.openCase({ type }), 'sort', 'refer', 'verify', ['find', { finding }]);
    return desk.bring(file, 'report', 'order');
  }

  async function recorded(): Promise<CaseFile> {
    const file = await ordered();
    await propose(clerk(), file);
    await decide(head(), file);
    return again(file);
  }

  describe('the closing record', () => {
    it('waits for a second person and moves nothing by itself', async () => {
      const file = await ordered();
      const record = await propose(clerk(), file);
      expect(await again(file)).toMatchObject({ status: 'ordered', outcome: null });
      expect(await lastLine(file)).toEqual({
        kind: 'recordProposed',
        from: null,
        to: null,
        data: { recordId: record.id, outcome: 'solved', improvement: true, repeated: null },
        itemId: record.lessonsItem,
      });
    });

    it('closes the case when the head grants it, with its outcome', async () => {
      const file = await ordered();
      const record = await propose(clerk(), file);
      await decide(head(), file);
      expect(await again(file)).toMatchObject({ status: 'recorded', open: false, outcome: 'solved' });
      expect(await lastLine(file)).toMatchObject({
        kind: 'recorded',
        from: 'ordered',
        to: 'recorded',
        data: { recordId: record.id, outcome: 'solved' },
      });
      expect((await desk.get(RecordSheets).record(clerk(), file.number)).records).toMatchObject([
        { state: 'recorded', improvementText: 'ติดป้ายราคา', lessons: 'ควรแจ้งราคาล่วงหน้า' },
      ]);
    });

    it('tells the reporter the answer when it is granted and not before', async () => {
      const file = await ordered();
      const answer = 'ได้แก้ไขแล้ว โดยติดป้ายราคาให้เห็นชัดเจน';
      const { answerItem } = await propose(clerk(), file, { ...SOLVED, answer });
      expect((await desk.storyOf(file)).some(({ kind }) => kind === 'answerTold')).toBe(false);
      await decide(head(), file);
      const lines = await desk.storyOf(file);
      expect(lines.slice(-2).map(({ kind }) => kind)).toEqual(['answerTold', 'recorded']);
      expect(lines.at(-2)?.itemId).toBe(answerItem);
      expect((await desk.get(Vault).read(clerk(), file, [answerItem])).get(answerItem ?? '')).toBe(answer);
    });

    it('is never granted by whoever proposed it', async () => {
      const file = await ordered();
      const both = head();
      await propose(both, file);
      await expect(decide(both, file)).rejects.toThrow(NeedsSecondPerson);
      expect((await again(file)).status).toBe('ordered');
    });

    it('is granted by the executive only when the head proposed it', async () => {
      const byClerk = await ordered();
      await propose(clerk(), byClerk);
      await expect(decide(executive(), byClerk)).rejects.toThrow(Forbidden);
      const byHead = await ordered();
      await propose(head(), byHead);
      await decide(executive(), byHead);
      expect((await again(byHead)).status).toBe('recorded');
    });

    it('shows the executive codes and none of the texts of the desk', async () => {
      const file = await ordered();
      await propose(head(), file);
      const sheet = await desk.get(RecordSheets).record(executive(), file.number);
      expect(sheet).toMatchObject({
        can: 'grant',
        records: [{ outcome: 'solved', lessons: null, improvementText: null }],
      });
    });

    it('can be proposed again after a refusal, and not while one waits', async () => {
      const file = await ordered();
      await propose(clerk(), file);
      await expect(propose(clerk(), file)).rejects.toThrow(AlreadyAsked);
      await decide(head(), file, false, 'ยังไม่ได้ตอบผู้ร้อง');
      expect(await lastLine(file)).toMatchObject({ kind: 'approvalRefused', data: { approval: 'record' } });
      await propose(clerk(), file);
      const { records } = await desk.get(RecordSheets).record(clerk(), file.number);
      expect(records.map(({ state }) => state).sort()).toEqual(['proposed', 'refused']);
    });

    it('never closes an accusation as solved, nor a founded one as anything but founded', async () => {
      const file = await ordered('corruption');
      await expect(propose(clerk(), file)).rejects.toThrow(WrongFields);
      await expect(propose(clerk(), file, { outcome: 'unfounded' })).rejects.toThrow(WrongFields);
      await propose(clerk(), file, { outcome: 'founded_discipline' });
      await decide(head(), file);
      expect((await again(file)).outcome).toBe('founded_discipline');
    });

    it('is not granted when the case became an accusation in between', async () => {
      const file = await ordered();
      await propose(clerk(), file);
      await desk.database.write(() => desk.get(Cases).change(file, { corruptionAlleged: 'yes' }));
      await expect(decide(head(), file)).rejects.toThrow(WrongFields);
      expect((await again(file)).status).toBe('ordered');
    });

    it('is no step before the executive has ordered', async () => {
      await expect(propose(clerk(), await desk.openCase())).rejects.toThrow(StepOutOfOrder);
    });
  });

  describe('reopening', () => {
    const ask = (by: Looker, { number }: CaseFile) => desk.get(Reopening).propose(by, number, 'มีพยานหลักฐานใหม่');

    it('takes the case up again, counted, without its old finding and outcome', async () => {
      const file = await recorded();
      await ask(clerk(), file);
      expect(await lastLine(file)).toMatchObject({ kind: 'reopeningProposed', to: null });
      await decide(head(), file);
      expect(await again(file)).toMatchObject({
        status: 'received',
        open: true,
        reopenedCount: 1,
        finding: null,
        outcome: null,
        waitingReporter: false,
      });
      expect(await lastLine(file)).toMatchObject({
        kind: 'reopened',
        from: 'recorded',
        to: 'received',
        data: { count: 1 },
      });
    });

    it('needs two persons even when the head asks', async () => {
      const file = await recorded();
      const asker = head();
      await ask(asker, file);
      await expect(decide(asker, file)).rejects.toThrow(NeedsSecondPerson);
      await expect(decide(clerk(), file)).rejects.toThrow(Forbidden);
      await decide(head(), file);
      expect((await again(file)).status).toBe('received');
    });

    it('counts every time', async () => {
      const file = await desk.bring(await desk.openCase(), 'end', ['reopen', { reopenedCount: 1 }], 'end');
      await ask(clerk(), file);
      await decide(head(), file);
      expect((await again(file)).reopenedCount).toBe(2);
    });

    it('is for closed cases alone', async () => {
      await expect(ask(clerk(), await ordered())).rejects.toThrow(StepOutOfOrder);
    });
  });

  describe('withdrawal', () => {
    const take = (by: Looker, { number }: CaseFile, pressureAsked?: boolean) =>
      desk.get(Withdrawals).take(by, number, {
        reason: 'ผู้ร้องได้รับการช่วยเหลือแล้ว',
        ...(pressureAsked === undefined ? {} : { pressureAsked }),
      });

    it('ends a grievance at once and calls back what agencies were asked', async () => {
      const file = await desk.bring(await desk.openCase(), 'sort', 'refer');
      const { id } = await desk.refer(file, 'NWT-LAND', 'sent');
      await take(clerk(), file);
      expect(await again(file)).toMatchObject({ status: 'withdrawn', open: false, outcome: 'withdrawn' });
      expect((await desk.get(Referrals).find(file.id, id))?.state).toBe('withdrawn');
      expect((await desk.storyOf(file)).slice(-2)).toMatchObject([
        { kind: 'referralWithdrawn', data: { referralId: id, agencyCode: 'NWT-LAND' } },
        { kind: 'withdrawn', from: 'referred', to: 'withdrawn' },
      ]);
    });

    it('asks in an accusation about pressure first', async () => {
      const file = await desk.openCase({ type: 'corruption' });
      await expect(take(clerk(), file)).rejects.toThrow(WrongFields);
      await expect(take(clerk(), file, false)).rejects.toThrow(WrongFields);
      expect((await again(file)).status).toBe('received');
    });

    it('ends an accusation only when a head agrees, with a reason', async () => {
      const file = await desk.openCase({ type: 'corruption' });
      await take(clerk(), file, true);
      expect(await again(file)).toMatchObject({ status: 'received' });
      expect(await lastLine(file)).toMatchObject({ kind: 'withdrawalAsked', data: { pressureAsked: true } });
      await expect(decide(clerk(), file, true, 'เห็นควร')).rejects.toThrow(Forbidden);
      await expect(decide(head(), file)).rejects.toThrow(WrongFields);
      await decide(head(), file, true, 'ผู้ร้องยืนยันว่าไม่มีผู้ใดกดดัน และไม่มีประเด็นให้ตรวจสอบต่อ');
      expect(await again(file)).toMatchObject({ status: 'withdrawn', outcome: 'withdrawn' });
      expect(await lastLine(file)).toMatchObject({ kind: 'withdrawn', from: 'received', to: 'withdrawn' });
    });

    it('lets the accusation go on when the head refuses', async () => {
      const file = await desk.openCase({ type: 'misconduct' });
      await take(clerk(), file, true);
      await decide(head(), file, false, 'มีเหตุให้ตรวจสอบต่อ');
      expect((await again(file)).status).toBe('received');
      const sheet = await desk.get(RecordSheets).withdrawal(clerk(), file.number);
      expect(sheet).toMatchObject({ can: 'ask', withdrawals: [{ state: 'refused', pressureAsked: true }] });
    });

    it('is too late once there is a finding', async () => {
      await expect(take(clerk(), await ordered())).rejects.toThrow(StepOutOfOrder);
    });
  });
});
