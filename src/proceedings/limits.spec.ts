import type { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { Visitors } from '../../test/harness/visitors';
import { at } from '../deadlines/testing/calendars';
import { CaseCounts } from '../statistics/case-counts';
import { periodOf } from '../statistics/fiscal-year';
import { DOOR, LETTER, LimitDesk } from './testing/limit-desk';

eachHome((_home, place) => {
  let letters: LimitDesk;
  let desk: Desk;
  let visitors: Visitors;
  beforeAll(async () => {
    letters = await LimitDesk.open(await place());
    ({ desk, visitors } = letters);
  });
  afterAll(() => desk.close());
  beforeEach(() => letters.morning());

  const enter = (more: object = {}) => letters.enter(more);
  const extension = (more: object = {}) => letters.extension(more);
  const post = (id: string, path: string, body: object = {}) => letters.post(id, path, body);
  const patch = (id: string, limit: number, body: object) =>
    visitors.patch('desk_officer', `${DOOR}/${id}/limits/${limit}`, body);
  const see = async (id: string) => (await visitors.get('desk_head', `${DOOR}/${id}`)).body;
  const counted = (fiscalYear: number, today = '2027-12-01') =>
    desk.get(CaseCounts).proceedings('NWT', periodOf(fiscalYear, today));

  describe('a legal limit', () => {
    it('is what the law gives the usual stage of the body, unless the letter says otherwise', async () => {
      expect(await see(await enter())).toMatchObject({
        limit: '2026-03-30',
        limits: [{ stage: 'preliminary', unit: 'c', amount: 180, startsOn: '2025-10-01', standing: 'running' }],
      });
      const inquiry = await enter({ body: 'pacc', startsOn: '5 ม.ค. 2569' });
      expect(await see(inquiry)).toMatchObject({ limit: '2028-01-05', limits: [{ stage: 'inquiry', unit: 'y' }] });
      const discipline = await enter({ body: 'discipline', amount: '60' });
      expect(await see(discipline)).toMatchObject({ limit: '2025-12-01', standing: 'overdue' });
      const named = await enter({ body: 'court', dueOn: '2026-03-29' });
      expect(await see(named)).toMatchObject({
        limit: '2026-03-29',
        limits: [{ stage: 'other', unit: null, statedOn: '2026-03-29' }],
      });
    });

    it('says which part of the letter cannot be', async () => {
      const id = await enter();
      const next = { stage: 'inquiry', ...LETTER };
      const wrong: readonly (readonly [string, object])[] = [
        ['stage', { ...next, stage: 'trial' }],
        ['letterNo', { ...next, letterNo: 'ไม่มีเลข' }],
        ['letterDate', { ...next, letterDate: '2026-02-03' }],
        ['amount', { ...next, stage: 'other' }],
        ['amount', { ...next, amount: 0 }],
        ['unit', { ...next, amount: 1, unit: 'h' }],
        ['dueOn', { ...next, amount: 30, dueOn: '2026-05-01' }],
        ['dueOn', { ...next, dueOn: '2025-09-30' }],
        ['startsOn', { ...next, startsOn: '2025-09-30' }],
      ];
      for (const [field, body] of wrong) {
        const answer = await post(id, '', body);
        expect([field, answer.status, answer.body.fields?.[0]?.field]).toEqual([field, 400, field]);
      }
      expect((await see(id)).limits).toHaveLength(1);
    });

    it('stands beside the limits of other stages, and is corrected with everything that follows from it', async () => {
      const id = await enter();
      await post(id, '/1/extensions', extension());
      expect((await post(id, '', { stage: 'inquiry', startsOn: '2026-01-05', ...LETTER })).status).toBe(201);
      expect(await see(id)).toMatchObject({ limit: '2026-06-29', limits: [{ no: 1 }, { no: 2, dueOn: '2028-01-05' }] });
      expect((await patch(id, 1, { startsOn: '2025-10-11' })).body.limits[0]).toMatchObject({
        firstDueOn: '2026-04-09',
        dueOn: '2026-07-08',
        extensions: [{ no: 1, dueOn: '2026-07-08' }],
        letterNo: LETTER.letterNo,
      });
      expect((await patch(id, 1, { dueOn: '2026-04-30' })).body.limits[0]).toMatchObject({
        unit: null,
        firstDueOn: '2026-04-30',
        // 90 days on is Asalha Bucha Day, and the day after it is a holiday too.
        dueOn: '2026-07-31',
      });
    });

    it('is taken back with the reason, kept on record, and counts no more; the last one stays', async () => {
      const id = await enter();
      const before = await counted(2571, '2028-09-30');
      expect((await post(id, '/1/taking-back', { reason: 'misread' })).status).toBe(409);
      await post(id, '', { stage: 'inquiry', startsOn: '2026-01-05', ...LETTER });
      expect((await counted(2571, '2028-09-30')).all).toBe(before.all + 1);
      expect((await post(id, '/2/taking-back', {})).status).toBe(400);
      const { body } = await post(id, '/2/taking-back', { reason: 'other_file' });
      expect(body.limits[1]).toMatchObject({
        state: 'taken_back',
        takenBackWhy: 'other_file',
        takenBackBy: 'desk_officer',
        takenBackAt: at('2026-02-02 10:00'),
      });
      expect(await counted(2571, '2028-09-30')).toEqual(before);
      expect((await post(id, '/2/taking-back', { reason: 'misread' })).status).toBe(404);
      expect((await post(id, '/2/extensions', extension())).status).toBe(409);
    });

    it('ends by a letter, is corrected, and runs on when the end was a mistake', async () => {
      const id = await enter();
      const end = { reason: 'decided', endedOn: '2026-01-30', letterNo: 'ปช 0009/1', letterDate: '2026-01-31' };
      expect((await post(id, '/1/ending', { ...end, endedOn: '2025-09-30' })).body.fields[0].field).toBe('endedOn');
      expect((await post(id, '/1/ending', { ...end, reason: 'proceeding' })).status).toBe(400);
      expect((await post(id, '/1/ending', end)).body.limits[0]).toMatchObject({
        standing: 'ended',
        endReason: 'decided',
      });
      const again = await post(id, '/1/ending', { ...end, reason: 'transferred' });
      expect(again.body.limits[0]).toMatchObject({ endReason: 'transferred', endLetterNo: 'ปช 0009/1' });
      expect((await post(id, '/1/extensions', extension())).status).toBe(409);
      const { body } = await post(id, '/1/ending/taking-back');
      expect(body.limits[0]).toMatchObject({ standing: 'running', endedOn: null, endLetterNo: null });
      expect((await post(id, '/1/ending/taking-back')).status).toBe(409);
    });

    it('does not run in a proceeding that has ended', async () => {
      const id = await enter();
      await visitors.patch('desk_officer', `${DOOR}/${id}`, { endedOn: '2026-01-10' });
      const { body } = await post(id, '', { stage: 'inquiry', ...LETTER });
      expect(body.limits[1]).toMatchObject({ standing: 'ended', endReason: 'proceeding', endedOn: '2026-01-10' });
      expect((await post(id, '/2/ending/taking-back')).status).toBe(409);
    });
  });

  describe('an extension by the body', () => {
    it('runs on from the last day, by length or to the day the letter names', async () => {
      const id = await enter();
      const first = await post(id, '/1/extensions', extension({ receivedOn: '2026-01-25' }));
      expect(first.body).toMatchObject({
        limit: '2026-06-29',
        limits: [
          { firstDueOn: '2026-03-30', extensions: [{ no: 1, amount: 90, unit: 'c', receivedOn: '2026-01-25' }] },
        ],
      });
      const { letterNo, letterDate } = extension();
      const second = await post(id, '/1/extensions', { until: '2026-08-31', letterNo, letterDate });
      expect(second.body).toMatchObject({
        limit: '2026-08-31',
        limits: [{ extensions: [{}, { amount: null, warnings: [] }] }],
      });
    });

    it('is taken although it goes beyond the rule, with a warning', async () => {
      const id = await enter();
      const long = await post(id, '/1/extensions', extension({ amount: 120 }));
      expect(long.status).toBe(201);
      expect(long.body.limits[0].extensions[0].warnings).toEqual(['tooLong']);
      await post(id, '/1/extensions', extension({ amount: 30 }));
      const third = await post(id, '/1/extensions', extension({ amount: 30 }));
      expect(third.body.limits[0].extensions.map(({ warnings }: { warnings: unknown }) => warnings)).toEqual([
        ['tooLong'],
        [],
        ['tooMany'],
      ]);
    });

    it('must move the last day on, and is entered once a letter', async () => {
      const id = await enter();
      const { letterNo, letterDate } = extension();
      const back = await post(id, '/1/extensions', { until: '2026-03-30', letterNo, letterDate });
      expect([back.status, back.body.fields[0].field]).toEqual([400, 'until']);
      const none = await post(id, '/1/extensions', { letterNo, letterDate });
      expect([none.status, none.body.fields[0].field]).toEqual([400, 'amount']);
      const late = await post(id, '/1/extensions', { amount: 30, letterNo, letterDate, receivedOn: '2026-01-19' });
      expect([late.status, late.body.fields[0].field]).toEqual([400, 'receivedOn']);
      const both = await Promise.all([1, 2].map(() => post(id, '/1/extensions', { amount: 30, letterNo, letterDate })));
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await see(id)).limits[0].extensions).toHaveLength(1);
    });

    it('is taken back with the reason, kept on record, and counts no more', async () => {
      const id = await enter();
      const before = await counted(2569);
      const entered = extension();
      await post(id, '/1/extensions', entered);
      expect((await counted(2569)).extended).toBe(before.extended + 1);
      const { body } = await post(id, '/1/extensions/1/taking-back', { reason: 'misread' });
      expect(body).toMatchObject({
        limit: '2026-03-30',
        limits: [
          { extensions: [{ takenBackWhy: 'misread', takenBackBy: 'desk_officer', letterNo: entered.letterNo }] },
        ],
      });
      expect(await counted(2569)).toEqual(before);
      expect((await post(id, '/1/extensions/1/taking-back', { reason: 'misread' })).status).toBe(404);
      expect((await post(id, '/1/extensions', entered)).status).toBe(201);
    });
  });

  describe('indicator 3.1', () => {
    it('counts a limit in the year its first last day lies in, 30 September and 1 October apart', async () => {
      const years = async () => [await counted(2568), await counted(2569)].map(({ all, extended }) => [all, extended]);
      const before = await years();
      const grown = async () => (await years()).map((year, at) => year.map((n, of) => n - (before[at]?.[of] ?? 0)));
      const september = await enter({ openedOn: '2025-03-01', dueOn: '2025-09-30' });
      await enter({ openedOn: '2025-03-01', dueOn: '2025-10-01' });
      expect(await grown()).toEqual([
        [1, 0],
        [1, 0],
      ]);
      // The new last day lies in the next year; it was extended in the year it first fell due.
      await post(september, '/1/extensions', extension({ letterDate: '2025-09-20' }));
      expect(await grown()).toEqual([
        [1, 1],
        [1, 0],
      ]);
      const end = { reason: 'decided', letterNo: 'ปช 0009/2', letterDate: '2026-01-05' };
      await post(september, '/1/ending', { ...end, endedOn: '2025-09-30' });
      expect(await grown()).toEqual([
        [1, 1],
        [1, 0],
      ]);
      await post(september, '/1/ending', { ...end, endedOn: '2025-10-01' });
      expect(await grown()).toEqual([
        [1, 1],
        [2, 1],
      ]);
    });
  });

  describe('the page', () => {
    it('takes every letter by form, and gives back what was typed when it is wrong', async () => {
      const id = await enter();
      const page = `/proceedings/${id}`;
      const submit = (path: string, fields: object) => visitors.submit('desk_officer', `${page}/limits${path}`, fields);
      expect((await visitors.get('desk_officer', `${page}?form=extend&limit=1`)).text).toContain('name="until"');
      const entered = extension({ unit: 'c', until: '' });
      const wrong = await submit('/1/extensions', { ...entered, letterDate: 'someday' });
      expect([wrong.status, wrong.text.includes('someday'), wrong.text.includes('href="#f-letterDate"')]).toEqual([
        400,
        true,
        true,
      ]);
      const sent = await submit('/1/extensions', entered);
      expect([sent.status, sent.headers.location]).toEqual([303, `${page}#limit-1`]);
      expect((await submit('/1/extensions', entered)).status).toBe(409);
      expect(
        (await submit('', { stage: 'inquiry', startsOn: '5 ม.ค. 2569', ...LETTER, amount: '', unit: '' })).status,
      ).toBe(303);
      expect((await submit('/2', { amount: '1', unit: 'y', dueOn: '' })).status).toBe(303);
      expect((await submit('/2/taking-back', { reason: 'twice' })).status).toBe(303);
      expect((await submit('/1/extensions/1/taking-back', { reason: 'revoked' })).status).toBe(303);
      const end = { reason: 'decided', endedOn: '2026-02-01', letterNo: 'ปช 0009/4', letterDate: '2026-02-01' };
      expect((await submit('/1/ending', { ...end, reason: '' })).text).toContain('href="#f-reason"');
      expect((await submit('/1/ending', end)).status).toBe(303);
      const { text } = await visitors.get('desk_officer', page);
      for (const words of ['5 January 2027', 'entered twice', 'the body revoked that letter', 'decided by the body']) {
        expect(text).toContain(words);
      }
      expect((await submit('/1/ending/taking-back', {})).status).toBe(303);
      expect((await visitors.get('desk_officer', page)).text).toContain('(unverified)');
    });

    it('is not there for a limit or an extension that is none', async () => {
      const id = await enter();
      for (const path of ['/9/extensions', '/%00/extensions', '/1/extensions/9/taking-back']) {
        const fields = { ...extension(), reason: 'misread' };
        const body = path.endsWith('back') ? { reason: 'misread' } : { ...fields, reason: undefined };
        expect((await post(id, path, body)).status).toBe(404);
      }
      expect((await visitors.get('desk_officer', `/proceedings/${id}?form=extend&form=end&limit=%00`)).status).toBe(
        200,
      );
    });
  });
});
