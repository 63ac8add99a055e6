import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import { Story } from '../cases/story';
import { WrongFields } from '../platform/errors';
import { Vault } from '../vault/vault';
import { eachHome } from '../../test/harness/databases';
import type { Desk } from '../../test/harness/desk';
import type { AnswerInput } from './answer-input';
import { Answers } from './answers';
import { Letters } from './letters';
import { Recalls } from './recalls';
import { openReferDesk } from '../../test/harness/refer-desk';
import { ReferralDesk } from './referral-desk';
import type { ReferralsInput } from './referrals-input';
import { Sending } from './sending';

const LAND = 'NWT-LAND';
const PAO = 'NWT-PAO';
const message = 'ขอให้ตรวจสอบและรายงาน';

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;
  let head: Looker;

  beforeAll(async () => {
    desk = await openReferDesk(await place());
    officer = desk.person('desk_officer');
    head = desk.person('desk_head');
    desk.rooms.clock.set('2026-11-20T03:00:00.000Z');
  });
  afterAll(() => desk.close());

  const contact = (agencyCode: string): Looker => ({ ...desk.person('agency_contact'), agencyCode });
  const send = (file: CaseFile, input: ReferralsInput, by = officer) => desk.get(Sending).send(by, file.number, input);
  const answer = (file: CaseFile, id: string, input: AnswerInput, by: Looker) =>
    desk.get(Answers).answer(by, file.number, id, input);
  const recall = (file: CaseFile, id: string, by = officer) => desk.get(Recalls).recall(by, file.number, id, 'ส่งผิด');
  const view = (file: CaseFile, by: Looker) => desk.get(ReferralDesk).of(by, file.number);
  const now = (file: CaseFile) => desk.get(Cases).find(head, file.number);
  const rows = (file: CaseFile) => desk.get(Referrals).of(file.id);
  const kinds = async (file: CaseFile) => (await desk.storyOf(file)).map(({ kind }) => kind);
  const sorted = async (opening = {}) => desk.bring(await desk.openCase({ type: 'general', ...opening }), 'sort');
  const accusation = () => sorted({ type: 'corruption', agencyCode: PAO, accusedKind: 'local_official' });

  const first = async (file: CaseFile) => {
    const [referral] = await rows(file);
    if (!referral) throw new Error('nothing was sent');
    return referral;
  };
  const fieldsOf = async (doing: Promise<unknown>): Promise<readonly string[]> => {
    const refused: unknown = await doing.catch((error: unknown) => error);
    if (!(refused instanceof WrongFields)) throw new Error('it was not refused by field', { cause: refused });
    return (refused.details.fields ?? []).map(({ field }) => field);
  };

  describe('sending', () => {
    it('moves a sorted case with the first referral and tells a line for each', async () => {
      const file = await sorted();
      const { referrals } = await send(file, {
        agencyCodes: [LAND, PAO],
        message,
        letterNo: 'นธ ๐๐๑๗/๑๒',
        signedAs: 'acting',
      });
      expect(await now(file)).toMatchObject({ status: 'referred', step: 3 });
      expect(referrals.map(({ agencyCode, lead, state, purpose }) => [agencyCode, lead, state, purpose])).toEqual([
        [LAND, true, 'sent', 'act'],
        [PAO, false, 'sent', 'act'],
      ]);
      expect((await desk.storyOf(file)).slice(-2)).toEqual([
        {
          kind: 'referralSent',
          from: 'sorted',
          to: 'referred',
          data: { referralId: referrals[0]?.id, agencyCode: LAND, purpose: 'act' },
          itemId: null,
        },
        {
          kind: 'referralSent',
          from: null,
          to: null,
          data: { referralId: referrals[1]?.id, agencyCode: PAO, purpose: 'act' },
          itemId: null,
        },
      ]);
    });

    it('takes the long form, and sends more later without a move', async () => {
      const file = await sorted();
      await send(file, { to: [{ agencyCode: LAND, purpose: 'clarify' }], message });
      await send(file, { to: [{ agencyCode: PAO }, { kind: 'person', name: 'กำนัน' }], message });
      expect((await rows(file)).map(({ recipientKind, purpose }) => [recipientKind, purpose])).toEqual([
        ['agency', 'clarify'],
        ['agency', 'act'],
        ['person', 'clarify'],
      ]);
      expect((await desk.storyOf(file)).filter(({ to }) => to === 'referred')).toHaveLength(1);
    });

    it.each(['self', 'NWT-DESK'])('takes %s as the desk itself, which has accepted at once', async (agencyCode) => {
      const file = await sorted();
      await send(file, { agencyCode });
      expect(await first(file)).toMatchObject({ recipientKind: 'self', agencyCode: 'NWT-DESK', state: 'accepted' });
      expect((await kinds(file)).slice(-2)).toEqual(['referralSent', 'referralAccepted']);
      expect((await now(file)).status).toBe('referred');
    });

    it('seals the letter for that agency and the desk alone', async () => {
      const file = await sorted();
      const { referrals } = await send(file, { agencyCodes: [LAND, PAO], message, signatory: 'ปลัดจังหวัด' });
      const item = referrals[0]?.packItem ?? '';
      const vault = desk.get(Vault);
      for (const reader of [officer, contact(LAND), desk.person('investigator')]) {
        expect((await vault.read(reader, file, [item])).get(item)).toBe(`${message}\n\nลงนาม: ปลัดจังหวัด`);
      }
      await expect(vault.read(contact(PAO), file, [item])).rejects.toMatchObject({ status: 404 });
      await expect(vault.read(desk.person('executive'), file, [item])).rejects.toMatchObject({ status: 404 });
    });

    it('encloses what the reporter told when asked to, and never whom she told before or who she is', async () => {
      const file = await sorted();
      await desk.database.write(async (em) => {
        const words = JSON.stringify({ what: 'เรียกเงิน', where: 'ที่ว่าการ', told: 'แจ้งผู้ใหญ่บ้านแล้ว' });
        const vault = desk.get(Vault);
        const allegationItem = await vault.seal(file, 'dialogue', 'allegation', words);
        const identityItem = await vault.seal(file, 'identity', 'identity', 'นางสาวสมมุติ');
        await em.update('CaseFile', { id: file.id }, { allegationItem, identityItem });
      });
      const { referrals } = await send(file, { agencyCode: LAND, message, includeAllegation: true });
      const item = referrals[0]?.packItem ?? '';
      const text = (await desk.get(Vault).read(contact(LAND), file, [item])).get(item) ?? '';
      expect(text).toContain('ข้อเท็จจริง: เรียกเงิน\nสถานที่: ที่ว่าการ');
      expect(text).not.toMatch(/ผู้ใหญ่บ้าน|สมมุติ/);
    });

    it('keeps the superior’s order in the desk’s work, on the first line', async () => {
      const file = await sorted();
      await send(file, { agencyCodes: [LAND, PAO], message, order: 'เห็นชอบ ส่งตามเสนอ' });
      const [one, other] = (await desk.storyOf(file)).slice(-2);
      expect([typeof one?.itemId, other?.itemId]).toEqual(['string', null]);
      await expect(desk.get(Vault).read(contact(LAND), file, [one?.itemId])).rejects.toMatchObject({ status: 404 });
    });

    it.each([
      ['nobody', { message }, ['agencyCode']],
      ['an unknown agency', { agencyCode: 'NWT-NIX', message }, ['agencyCode']],
      ['many offices at once', { agencyCode: 'NWT-ALL_AGENCIES', message }, ['agencyCode']],
      ['an agency without words', { agencyCode: LAND }, ['message']],
      ['the same agency twice', { agencyCodes: [LAND, LAND], message }, ['agencyCodes.1']],
      [
        'two leads',
        {
          to: [
            { agencyCode: LAND, lead: true },
            { agencyCode: 'NWT-DPT', lead: true },
          ],
          message,
        },
        ['to.1.lead'],
      ],
      ['the accused’s own unit', { to: [{ agencyCode: LAND }, { agencyCode: PAO }], message }, ['to.1.agencyCode']],
      ['a section without a name', { kind: 'section', message }, ['name']],
      [
        'the account of a case that holds none',
        { agencyCode: LAND, message, includeAllegation: true },
        ['includeAllegation'],
      ],
    ] as [string, ReferralsInput, string[]][])(
      'to %s is refused by field and writes nothing',
      async (_what, input, fields) => {
        const file = await accusation();
        expect(await fieldsOf(send(file, input))).toEqual(fields);
        expect([await rows(file), (await now(file)).status]).toEqual([[], 'sorted']);
      },
    );

    it('never sends an accusation to the accused’s own unit, a doubt of corruption and an unsorted type included', async () => {
      for (const opening of [
        { type: 'misconduct', agencyCode: PAO },
        { type: 'general', agencyCode: PAO, corruptionAlleged: 'unclear' },
        { type: 'unsorted', agencyCode: PAO },
        { type: 'ethics', agencyCode: 'NWT-DESK' },
      ] as const) {
        const file = await sorted(opening);
        const code = opening.agencyCode;
        expect(await fieldsOf(send(file, { agencyCode: code, message }))).toEqual(['agencyCode']);
      }
      const grievance = await sorted({ agencyCode: PAO, corruptionAlleged: 'no' });
      await send(grievance, { agencyCode: PAO, message });
    });

    it('asks an agency again only when it has answered', async () => {
      const file = await sorted();
      await send(file, { agencyCode: LAND, message });
      await expect(send(file, { agencyCode: LAND, message })).rejects.toMatchObject({
        code: 'AlreadyReferred',
        status: 409,
      });
      await answer(file, (await first(file)).id, { kind: 'final', text: 'แก้ไขแล้ว' }, contact(LAND));
      await send(file, { agencyCode: LAND, message });
      expect(await rows(file)).toHaveLength(2);
    });

    it('asks the same agency once when two officers send at the same time', async () => {
      const file = await sorted();
      const tries = await Promise.allSettled([1, 2, 3, 4].map(() => send(file, { agencyCode: LAND, message })));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await rows(file)).toHaveLength(1);
    });

    it('goes back from verification with a reason, by those who may', async () => {
      const ready = () => sorted().then((file) => desk.bring(file, 'refer', 'verify'));
      const file = await ready();
      expect(await fieldsOf(send(file, { agencyCode: LAND, message }, head))).toEqual(['reason']);
      await send(file, { agencyCode: LAND, message, reason: 'ขาดเอกสาร' }, head);
      expect((await desk.storyOf(file)).slice(-2)).toMatchObject([
        { kind: 'sentBack', from: 'verifying', to: 'referred', itemId: expect.any(String) as string },
        { kind: 'referralSent', from: null, to: null },
      ]);
      const investigator = desk.person('investigator');
      const assigned = await desk.bring(await sorted(), 'refer', ['verify', { investigator: investigator.officerId }]);
      await expect(send(assigned, { agencyCode: LAND, message, reason: 'x' })).rejects.toMatchObject({
        code: 'Forbidden',
      });
      await send(assigned, { agencyCode: LAND, message, reason: 'x' }, investigator);
      expect((await now(assigned)).status).toBe('referred');
    });

    it('is not an investigator’s before verification, nor an agency’s', async () => {
      const investigator = desk.person('investigator');
      const file = await desk.bring(await desk.openCase(), ['sort', { investigator: investigator.officerId }]);
      await expect(send(file, { agencyCode: LAND, message }, investigator)).rejects.toMatchObject({
        code: 'Forbidden',
      });
      await send(file, { agencyCode: LAND, message });
      await expect(send(file, { agencyCode: PAO, message }, contact(LAND))).rejects.toMatchObject({
        code: 'Forbidden',
      });
      await expect(send(file, { agencyCode: PAO, message }, contact(PAO))).rejects.toMatchObject({
        code: 'CaseNotFound',
      });
    });

    it('is possible in no other status', async () => {
      const road = ['sort', 'refer', 'verify', 'find', 'report', 'order', 'record'] as const;
      const others = [
        [],
        ...[4, 5, 6, 7].map((length) => road.slice(0, length)),
        ['end'],
        ['withdraw'],
        ['merge'],
      ] as const;
      for (const acts of others) {
        const file = await desk.bring(await desk.openCase(), ...acts);
        await expect(send(file, { agencyCode: LAND, message, reason: 'x' }, head)).rejects.toMatchObject({
          code: 'StepOutOfOrder',
          status: 409,
        });
      }
    });

    it('leaves the case untouched when a letter or a line cannot be written', async () => {
      const file = await sorted();
      const letters = desk.get(Letters);
      const real = letters.send.bind(letters);
      const broken = jest
        .spyOn(letters, 'send')
        .mockImplementationOnce(real)
        .mockRejectedValueOnce(new Error('disk full'));
      await expect(send(file, { agencyCodes: [LAND, PAO], message })).rejects.toThrow('disk full');
      broken.mockRestore();
      const untold = jest.spyOn(desk.get(Story), 'write').mockRejectedValueOnce(new Error('no line'));
      await expect(send(file, { agencyCode: LAND, message })).rejects.toThrow('no line');
      untold.mockRestore();
      expect([await rows(file), (await now(file)).status, await kinds(file)]).toEqual([
        [],
        'sorted',
        ['received', 'commented'],
      ]);
    });
  });

  describe('an answer', () => {
    const referred = async (agencyCode = LAND) => {
      const file = await sorted();
      await send(file, { agencyCode, message });
      return { file, id: (await first(file)).id };
    };

    it('is heard from the agency: accepted, interim, final; the case does not move', async () => {
      const { file, id } = await referred();
      await answer(file, id, { kind: 'accepted' }, contact(LAND));
      await answer(file, id, { kind: 'interim', text: 'กำลังตรวจสอบ' }, contact(LAND));
      expect((await first(file)).state).toBe('accepted');
      await answer(file, id, { kind: 'final', text: 'ซ่อมแล้ว' }, contact(LAND));
      expect(await first(file)).toMatchObject({ state: 'final', closedAt: '2026-11-20T03:00:00.000Z' });
      const told = (await desk.storyOf(file)).slice(-3);
      expect(told.map(({ kind }) => kind)).toEqual(['referralAccepted', 'referralInterim', 'referralFinal']);
      for (const line of told) expect(line.data).toMatchObject({ referralId: id, agencyCode: LAND });
      expect((await now(file)).status).toBe('referred');
      const { referrals } = await view(file, officer);
      expect(referrals[0]?.answers.map(({ kind, text }) => [kind, text])).toEqual([
        ['accepted', null],
        ['interim', 'กำลังตรวจสอบ'],
        ['final', 'ซ่อมแล้ว'],
      ]);
    });

    it('that it is not theirs says whose it is, or why', async () => {
      const { file, id } = await referred();
      expect(await fieldsOf(answer(file, id, { kind: 'not_ours' }, contact(LAND)))).toEqual(['text']);
      expect(await fieldsOf(answer(file, id, { kind: 'not_ours', toAgencyCode: 'NWT-NIX' }, contact(LAND)))).toEqual([
        'toAgencyCode',
      ]);
      await answer(file, id, { kind: 'not_ours', toAgencyCode: PAO }, contact(LAND));
      expect(await first(file)).toMatchObject({ state: 'not_ours', toAgencyCode: PAO });
      expect((await desk.storyOf(file)).at(-1)).toMatchObject({ kind: 'referralNotOurs', data: { toAgencyCode: PAO } });
    });

    it('says something, and points elsewhere only when it is not theirs', async () => {
      const { file, id } = await referred();
      expect(await fieldsOf(answer(file, id, { kind: 'interim' }, contact(LAND)))).toEqual(['text']);
      expect(await fieldsOf(answer(file, id, { kind: 'final' }, contact(LAND)))).toEqual(['text']);
      expect(await fieldsOf(answer(file, id, { kind: 'accepted', toAgencyCode: PAO }, contact(LAND)))).toEqual([
        'toAgencyCode',
      ]);
    });

    it('that the referral cannot take is refused with those it can', async () => {
      const { file, id } = await referred();
      await answer(file, id, { kind: 'accepted' }, contact(LAND));
      await expect(answer(file, id, { kind: 'accepted' }, contact(LAND))).rejects.toMatchObject({
        status: 409,
        details: { allowed: ['interim', 'final', 'not_ours'] },
      });
      await answer(file, id, { kind: 'final', text: 'x' }, contact(LAND));
      for (const kind of ['accepted', 'interim', 'final', 'not_ours'] as const) {
        await expect(answer(file, id, { kind, text: 'x' }, contact(LAND))).rejects.toMatchObject({
          status: 409,
          details: { allowed: [] },
        });
      }
    });

    it('is the agency’s own to give: not another’s, not the desk’s', async () => {
      const file = await sorted();
      await send(file, { agencyCodes: [LAND, PAO], message });
      const { id } = await first(file);
      const said = { kind: 'final', text: 'x' } as const;
      await expect(answer(file, id, said, contact(PAO))).rejects.toMatchObject({
        code: 'ReferralNotFound',
        status: 404,
      });
      await expect(answer(file, id, said, contact('NWT-DPT'))).rejects.toMatchObject({ code: 'CaseNotFound' });
      await expect(answer(file, id, said, officer)).rejects.toMatchObject({ code: 'Forbidden' });
      await expect(answer(file, 'nothing', said, officer)).rejects.toMatchObject({ code: 'ReferralNotFound' });
      const other = await referred();
      await expect(answer(file, other.id, said, contact(LAND))).rejects.toMatchObject({ code: 'ReferralNotFound' });
    });

    it('to the desk itself, its sections and persons is the desk’s to give', async () => {
      const file = await sorted();
      await send(file, {
        to: [{ agencyCode: 'self' }, { kind: 'section', name: 'ก' }, { kind: 'person', name: 'ข' }],
        message,
      });
      for (const { id } of await rows(file)) await answer(file, id, { kind: 'final', text: 'เรียบร้อย' }, officer);
      expect((await rows(file)).map(({ state }) => state)).toEqual(['final', 'final', 'final']);
    });

    it('comes too late for a closed case', async () => {
      const { file, id } = await referred();
      await desk.bring(await now(file), 'withdraw');
      await expect(answer(file, id, { kind: 'accepted' }, contact(LAND))).rejects.toMatchObject({
        code: 'CaseClosed',
        status: 409,
      });
    });

    it('to an imported referral finds a place to be sealed', async () => {
      const file = await desk.bring(await desk.openCase(), 'sort', 'refer');
      const { id } = await desk.database.write(() =>
        desk.get(Referrals).add(file, {
          agencyCode: LAND,
          unlistedId: null,
          recipientKind: 'agency',
          purpose: 'act',
          lead: true,
          sentAt: '2014-10-09T00:00:00.000Z',
          letterNo: null,
          letterDate: null,
          signedAs: null,
          packItem: null,
          imported: true,
        }),
      );
      await answer(file, id, { kind: 'interim', text: 'หนึ่ง' }, contact(LAND));
      await answer(file, id, { kind: 'final', text: 'สอง' }, contact(LAND));
      const texts = (await view(file, contact(LAND))).referrals[0]?.answers.map(({ text }) => text);
      expect(texts).toEqual(['หนึ่ง', 'สอง']);
    });

    it('is taken once when an agency answers 16 times at once', async () => {
      const { file, id } = await referred();
      const tries = await Promise.allSettled(
        Array.from({ length: 16 }, () => answer(file, id, { kind: 'final', text: 'x' }, contact(LAND))),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await kinds(file)).filter((kind) => kind === 'referralFinal')).toHaveLength(1);
    });
  });

  describe('calling back', () => {
    it('ends a referral with a reason, and the agency no longer sees the case', async () => {
      const file = await sorted();
      await send(file, { agencyCodes: [LAND, PAO], message });
      const { id } = await first(file);
      await recall(file, id);
      expect((await first(file)).state).toBe('withdrawn');
      expect((await desk.storyOf(file)).at(-1)).toMatchObject({
        kind: 'referralWithdrawn',
        data: { referralId: id, agencyCode: LAND },
        itemId: expect.any(String) as string,
      });
      await expect(view(file, contact(LAND))).rejects.toMatchObject({ code: 'CaseNotFound' });
      await expect(recall(file, id)).rejects.toMatchObject({ code: 'ReferralOver', status: 409 });
      await expect(recall(file, 'nothing')).rejects.toMatchObject({ code: 'ReferralNotFound' });
    });

    it('makes room for another lead', async () => {
      const file = await sorted();
      await send(file, { agencyCode: LAND, message });
      expect(await fieldsOf(send(file, { agencyCode: PAO, lead: true, message }))).toEqual(['lead']);
      await recall(file, (await first(file)).id);
      const { referrals } = await send(file, { agencyCode: PAO, message });
      expect(referrals[0]?.lead).toBe(true);
    });
  });

  describe('who sees what', () => {
    it('shows an agency its own referral and never that others were asked', async () => {
      const file = await sorted();
      await send(file, { agencyCodes: [LAND, PAO], message });
      const theirs = await view(file, contact(PAO));
      expect(theirs.referrals.map(({ referral, pack, mayRecall }) => [referral.agencyCode, pack, mayRecall])).toEqual([
        [PAO, message, false],
      ]);
      expect(theirs.maySend).toBeNull();
      const ours = await view(file, officer);
      expect(ours.referrals.map(({ mayAnswer, mayRecall }) => [mayAnswer.length, mayRecall])).toEqual([
        [0, true],
        [0, true],
      ]);
      expect(ours.maySend).toBe('refer');
    });

    it('warns the desk when a case is reclassified under an agency’s hands', async () => {
      const file = await sorted({ agencyCode: PAO, corruptionAlleged: 'no' });
      await send(file, { agencyCode: PAO, message });
      expect((await view(file, officer)).referrals[0]?.atAccuseds).toBe(false);
      await desk.database.write(async () => desk.get(Cases).change(await now(file), { type: 'corruption' }));
      expect((await view(file, officer)).referrals[0]?.atAccuseds).toBe(true);
    });
  });
});
