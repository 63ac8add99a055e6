import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { AuditRow } from '../audit/audit-row.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { NewCase } from '../cases/new-case';
import { SYSTEM } from '../cases/story-line';
import { Story } from '../cases/story';
import { CaseClocks } from '../deadlines/case-clocks';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { Sweep } from '../deadlines/sweep';
import { newReceiptDigits } from '../platform/crypto/codes';
import { JobsModule } from '../platform/jobs/jobs.module';
import { Forbidden } from '../platform/errors';
import { FactRating } from '../statistics/fact-rating.entity';
import { Compartments } from '../vault/compartments';
import { CheckIns } from './check-ins';
import { Claims } from './claims';
import { NotNow } from './errors';
import { GroupCheck } from './group-check';
import { Mailbox } from './mailbox';
import { Messages } from './messages';
import { MyReport } from './my-report';
import { Ratings } from './ratings';
import { Receipts } from './receipts';
import { ReporterSession } from './reporter-session.entity';
import type { OpenSession } from './reporter-sessions';
import { ReporterSessions } from './reporter-sessions';
import { EVIDENCE_ENTITIES } from '../evidence/evidence.entities';
import { REPORTERS_ENTITIES } from './reporters.entities';
import { ReportersModule } from './reporters.module';
import { Requests } from './requests';
import { Words } from './words.service';

const START = '2026-03-02T03:00:00.000Z';
const MINUTE = 60_000;
const DAY = 86_400_000;

eachHome((_home, place) => {
  let desk: Desk;
  beforeAll(async () => {
    const at = await place();
    desk = await Desk.open(
      at,
      [JobsModule, DeadlinesModule, ReportersModule],
      [...DEADLINE_ENTITIES, ...EVIDENCE_ENTITIES, ...REPORTERS_ENTITIES],
    );
  });
  beforeEach(() => desk.rooms.clock.set(START));
  afterAll(() => desk.close());

  const later = (ms: number) => desk.rooms.clock.set(new Date(desk.rooms.clock.date().getTime() + ms).toISOString());
  const officer = () => desk.person('desk_officer');
  const again = ({ id }: Pick<CaseFile, 'id'>) => desk.get(Cases).byId(id);
  const lastLine = async (file: CaseFile) => (await desk.storyOf(file)).at(-1);

  /** A case with a receipt, as the public form leaves it. */
  async function filed(opening: Partial<NewCase> = {}): Promise<{ file: CaseFile; receipt: string }> {
    const receipts = desk.get(Receipts);
    const receipt = newReceiptDigits();
    const derived = await receipts.derive('receipt', receipt, 'filing');
    const pair = receipts.newPair();
    const full: NewCase = {
      channel: 'website',
      receivedAt: desk.rooms.clock.now(),
      identityKind: 'anonymous',
      type: 'general',
      district: 'unknown',
      ...opening,
    };
    const file = await desk.database.write(() =>
      desk.get(Cases).open(full, { kind: 'received', by: SYSTEM }, async (made) => {
        await desk.get(Compartments).openCase(made, pair);
        await receipts.put(made, 'receipt', derived, pair, null);
        return {};
      }),
    );
    return { file, receipt };
  }

  const cookieFor = async (receipt: string) => desk.get(ReporterSessions).begin(await desk.get(Receipts).open(receipt));
  async function within(receipt: string): Promise<OpenSession> {
    const session = await desk.get(ReporterSessions).find(await cookieFor(receipt));
    if (!session) throw new Error('no session');
    return session;
  }
  const ended = async (opening: Partial<NewCase> = {}) => {
    const { file, receipt } = await filed(opening);
    await desk.database.write(async () =>
      desk.get(Cases).move(file, 'end', { kind: 'ended', by: SYSTEM }, { outcome: 'not_accepted' }),
    );
    return { file, receipt, session: await within(receipt) };
  };

  describe('a session', () => {
    it('opens with its cookie, for its own case, and with nothing else', async () => {
      const { file, receipt } = await filed();
      const sessions = desk.get(ReporterSessions);
      const cookie = await cookieFor(receipt);
      expect((await sessions.find(cookie))?.caseId).toBe(file.id);
      for (const wrong of [null, '', 'A'.repeat(64), `${cookie.slice(0, 30)}${'A'.repeat(34)}`, receipt]) {
        expect(await sessions.find(wrong)).toBeNull();
      }
    });

    it('keeps neither the cookie nor an open key in its row', async () => {
      const { file, receipt } = await filed();
      const cookie = await cookieFor(receipt);
      const session = await desk.get(ReporterSessions).find(cookie);
      const row = JSON.stringify(await desk.database.reader.findOneByOrFail(ReporterSession, { caseId: file.id }));
      const bytes = Buffer.from(cookie, 'base64url');
      const hidden = [bytes.subarray(0, 16), bytes.subarray(16), session?.key.privateKey ?? Buffer.alloc(0)];
      for (const secret of hidden) {
        expect(row).not.toContain(secret.toString('hex'));
        expect(row).not.toContain(secret.toString('base64').replace(/=+$/, ''));
      }
    });

    it('opens nothing when its row was moved to another case', async () => {
      const [mine, theirs] = [await filed(), await filed()];
      const cookie = await cookieFor(mine.receipt);
      const other = await within(theirs.receipt);
      const stolen = { caseId: theirs.file.id, keyId: other.key.keyId };
      await desk.database.write((em) => em.update(ReporterSession, { caseId: mine.file.id }, stolen));
      expect(await desk.get(ReporterSessions).find(cookie)).toBeNull();
    });

    it('ends after fifteen minutes without a request, and after two hours in any case', async () => {
      const sessions = desk.get(ReporterSessions);
      const cookie = await cookieFor((await filed()).receipt);
      later(14 * MINUTE);
      expect(await sessions.find(cookie)).not.toBeNull();
      later(14 * MINUTE);
      expect(await sessions.find(cookie)).not.toBeNull();
      later(15 * MINUTE);
      expect(await sessions.find(cookie)).toBeNull();
      const busy = await cookieFor((await filed()).receipt);
      let minutes = 0;
      for (; minutes < 300 && (await sessions.find(busy)); minutes += 10) later(10 * MINUTE);
      expect(minutes).toBe(120);
    });

    it('ends at sign-out, and when another receipt takes the place of its own', async () => {
      const sessions = desk.get(ReporterSessions);
      const out = await cookieFor((await filed()).receipt);
      const open = await sessions.find(out);
      if (open) await sessions.end(open);
      expect(await sessions.find(out)).toBeNull();
      const { receipt } = await filed();
      const cookie = await cookieFor(receipt);
      await desk.get(Claims).renew(await desk.get(Receipts).open(receipt), 'receiptRenewed');
      expect(await sessions.find(cookie)).toBeNull();
    });
  });

  describe('the mailbox', () => {
    it('carries words both ways, sealed, and marks on both sides when they were opened', async () => {
      const { file, receipt } = await filed();
      const session = await within(receipt);
      await desk.get(Messages).write(session.caseId, 'ยังมีใบเสร็จอยู่ที่บ้าน');
      expect(await lastLine(file)).toMatchObject({ kind: 'reporterWrote', data: {} });
      later(MINUTE);
      await desk.get(Words).say(officer(), file.number, { text: 'ขอบคุณ โปรดเก็บไว้' });
      const see = () => desk.get(MyReport).letters(session);
      const openAtDesk = async () =>
        desk.get(Mailbox).asOfficer(officer(), file, await desk.get(Story).of(file.id), () => null);
      expect((await see()).map(({ from, text, readAt }) => [from, text, readAt])).toEqual([
        ['reporter', 'ยังมีใบเสร็จอยู่ที่บ้าน', null],
        ['desk', 'ขอบคุณ โปรดเก็บไว้', null],
      ]);
      const opened = desk.rooms.clock.now();
      later(MINUTE);
      expect((await openAtDesk()).map(({ readAt }) => readAt)).toEqual([null, opened]);
      later(MINUTE);
      expect((await see()).map(({ readAt }) => readAt)).toEqual([expect.stringMatching(/T03:02/), opened]);
    });

    it('names the reporter nowhere: not in the story, not in the trail', async () => {
      const { file, receipt } = await filed();
      const session = await within(receipt);
      await desk.get(Messages).write(session.caseId, 'ข้อความ');
      await desk.get(MyReport).see(session);
      const rows = await desk.database.reader.findBy(AuditRow, { subjectId: file.id, actorKind: 'reporter' });
      expect(rows.map(({ act }) => act)).toEqual(['reporter.session.begin', 'case.reporterWrote']);
      expect(rows.every(({ actorId }) => actorId === null)).toBe(true);
    });

    it('lets an investigator of the case write and ask, but not tell the result', async () => {
      const { file } = await filed();
      const investigator = desk.person('investigator');
      await expect(desk.get(Words).say(investigator, file.number, { text: 'x' })).rejects.toThrow();
      await desk.database.write(() => desk.get(Cases).change(file, { investigator: investigator.officerId }));
      await desk.get(Words).say(investigator, file.number, { text: 'เห็นเองหรือไม่', question: true });
      expect(await lastLine(file)).toMatchObject({ kind: 'wordSent', data: { question: true } });
      await desk.bring(file, 'end');
      const final = { text: 'ผล', final: true };
      await expect(desk.get(Words).say(investigator, file.number, final)).rejects.toThrow(Forbidden);
    });
  });

  describe('a question', () => {
    const clockOf = async (file: CaseFile) =>
      (await desk.get(CaseClocks).of(file.id)).find(({ clock }) => clock === 'sort');
    const asked = async () => {
      const one = await filed();
      await desk.get(Words).say(officer(), one.file.number, { text: 'เกิดวันไหน', question: true });
      return { ...one, session: await within(one.receipt) };
    };

    it('stops the clocks that may wait for her, and her answer lets them go on at once', async () => {
      const { file, session } = await asked();
      const before = await clockOf(file);
      expect(before?.state).toBe('paused');
      const view = await desk.get(MyReport).see(session);
      expect(view.standing.told).toEqual({ key: 'waitingReporter', by: '2026-03-17T03:00:00.000Z' });
      expect(view.letters.map(({ open }) => open)).toEqual([true]);
      later(3 * DAY);
      await desk.get(Messages).write(session.caseId, 'วันจันทร์');
      const after = await clockOf(file);
      expect(after?.state).toBe('running');
      expect(Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBeLessThan(4 * DAY);
      expect(await again(file)).toMatchObject({ waitingReporter: false });
      expect((await desk.get(MyReport).see(await within((await filed()).receipt))).letters).toEqual([]);
    });

    it('lets them go on by themselves when the set days are over', async () => {
      const { file } = await asked();
      later(15 * DAY - MINUTE);
      await desk.get(Sweep).run();
      expect((await clockOf(file))?.state).toBe('paused');
      later(2 * MINUTE);
      await desk.get(Sweep).run();
      expect((await clockOf(file))?.state).toBe('running');
      expect(await lastLine(file)).toMatchObject({ kind: 'resumed' });
      expect(await again(file)).toMatchObject({ waitingReporter: false });
    });
  });

  describe('after closing', () => {
    it('counts a rating without its case, once, and moves the count when she changes it', async () => {
      const { file, session } = await ended();
      const ratings = desk.get(Ratings);
      const counted = async () =>
        (await desk.database.reader.find(FactRating, { order: { score: 'ASC' } })).map((one) => [
          one.fiscalYear,
          one.score,
          one.ratings,
        ]);
      await ratings.give(session, 2, 'ช้ามาก');
      expect(await counted()).toEqual([[2569, 2, 1]]);
      expect(await ratings.of(session.key, file)).toMatchObject({ score: 2, words: 'ช้ามาก', changeable: true });
      later(29 * DAY);
      await ratings.give(session, 5, undefined);
      expect(await counted()).toEqual([
        [2569, 2, 0],
        [2569, 5, 1],
      ]);
      expect(await lastLine(file)).toMatchObject({ kind: 'rated', data: { changed: true } });
      later(DAY);
      await expect(ratings.give(session, 1, undefined)).rejects.toThrow(NotNow);
      const open = await within((await filed()).receipt);
      await expect(ratings.give(open, 1, undefined)).rejects.toThrow(NotNow);
    });

    it('hears a request for review once, within the days, and reopens nothing', async () => {
      const { file, session } = await ended();
      await desk.get(Requests).askReview(session.caseId, 'ยังไม่ได้แก้');
      expect(await lastLine(file)).toMatchObject({ kind: 'reviewAsked', to: null });
      expect(await again(file)).toMatchObject({ status: 'ended' });
      await expect(desk.get(Requests).askReview(session.caseId, 'อีกครั้ง')).rejects.toThrow(NotNow);
      const late = await ended();
      later(30 * DAY);
      await expect(desk.get(Requests).askReview(late.session.caseId, 'ช้าไป')).rejects.toThrow(NotNow);
    });

    it('hears a wish to withdraw and a threat, and moves nothing', async () => {
      const { file, receipt } = await filed();
      const { caseId } = await within(receipt);
      await desk.get(Requests).wishWithdrawal(caseId, 'ตกลงกันได้แล้ว');
      await desk.get(Requests).reportReprisal(caseId, 'มีคนมาถามหาที่บ้าน');
      expect((await desk.storyOf(file)).slice(-2).map(({ kind }) => kind)).toEqual([
        'withdrawalWished',
        'reprisalReported',
      ]);
      expect(await again(file)).toMatchObject({ status: 'received', open: true });
      const closed = await ended();
      await expect(desk.get(Requests).wishWithdrawal(closed.file.id, 'x')).rejects.toThrow(NotNow);
      await desk.get(Requests).reportReprisal(closed.file.id, 'หลังเรื่องจบ');
    });

    it('asks whoever is at risk whether she is safe, and nobody else', async () => {
      const checkIns = desk.get(CheckIns);
      const calm = await ended();
      const afraid = await ended({ reprisalFeared: true });
      const accuser = await ended({ type: 'corruption' });
      const threatened = await ended();
      await desk.get(Requests).reportReprisal(threatened.file.id, 'ถูกขู่');
      later(31 * DAY);
      const states = async ({ file }: { file: CaseFile }) =>
        (await checkIns.of(await again(file), await desk.get(Story).of(file.id))).map(({ state }) => state);
      expect(await states(calm)).toEqual([]);
      for (const one of [afraid, accuser, threatened]) expect(await states(one)).toEqual(['due', 'later', 'later']);
      await checkIns.answer(afraid.file.id, { day: 30, safe: false, text: 'ถูกย้ายงาน' });
      expect(await lastLine(afraid.file)).toMatchObject({
        kind: 'safetyAnswered',
        data: { day: 30, safety: 'unsafe' },
      });
      expect(await states(afraid)).toEqual(['answered', 'later', 'later']);
      for (const [one, day] of [
        [afraid, 30],
        [afraid, 90],
        [calm, 30],
      ] as const) {
        await expect(checkIns.answer(one.file.id, { day, safe: true })).rejects.toThrow(NotNow);
      }
    });
  });

  describe('one group typed back', () => {
    const RECEIPT = '01234567890123456789';
    const groupOf = (no: number) => RECEIPT.slice((no - 1) * 4, no * 4);

    it('is right, wrong or too late, and the page alone tells nothing', () => {
      const check = desk.get(GroupCheck);
      const asked = check.ask(RECEIPT);
      expect(check.answer(asked, groupOf(asked.group))).toBe('right');
      expect(check.answer(asked, ` ${groupOf(asked.group).split('').join(' ')}`)).toBe('right');
      for (const wrong of ['', '9999', RECEIPT, groupOf((asked.group % 5) + 1)]) {
        expect(check.answer(asked, wrong)).toBe('wrong');
      }
      const other = (asked.group % 5) + 1;
      expect(check.answer({ ...asked, group: other }, groupOf(asked.group))).toBe('wrong');
      expect(check.answer({ ...asked, until: '2099-01-01T00:00:00.000Z' }, groupOf(asked.group))).toBe('wrong');
      later(61 * MINUTE);
      expect(check.answer(asked, groupOf(asked.group))).toBe('over');
    });

    it('asks for every group sooner or later, salted anew each time', () => {
      const check = desk.get(GroupCheck);
      const all = Array.from({ length: 120 }, () => check.ask(RECEIPT));
      expect([...new Set(all.map(({ group }) => group))].sort()).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(all.map(({ mac }) => mac)).size).toBe(120);
    });
  });
});
