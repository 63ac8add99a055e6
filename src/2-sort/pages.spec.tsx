import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { AuditRow } from '../audit/audit-row.entity';
import { edgeValidation } from '../platform/http/validation';
import { Vault } from '../vault/vault';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { ClassificationController } from './classification.controller';
import { MergerController } from './merger.controller';
import { SORT_ENTITIES } from './sort.entities';
import { SortModule } from './sort.module';
import { Sorting } from './sorting';
import { SortingController } from './sorting.controller';
import { SortingInput } from './sorting-input';

const asking = (lang: string) => ({ query: { lang }, headers: {} }) as unknown as Request;

interface Sent {
  readonly status: number;
  readonly html: string;
  readonly seeOther: string | null;
}

/** What a handler that answers by itself has answered. */
function answering() {
  const sent = { status: 200, html: '', seeOther: null } as { -readonly [K in keyof Sent]: Sent[K] };
  const response = {
    status: (code: number) => ((sent.status = code), response),
    type: () => response,
    send: (html: string) => ((sent.html = html), response),
    redirect: (code: number, to: string) => ((sent.status = code), (sent.seeOther = to), response),
  };
  return { sent, response: response as never };
}

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [SortModule], SORT_ENTITIES);
    officer = desk.person('desk_officer');
  });
  afterAll(() => desk.close());

  const withWords = async () => {
    const file = await desk.openCase();
    await desk.database.write(async (em) => {
      const words = JSON.stringify({ what: '<b>เรียกเงิน</b>', where: 'อำเภอเมือง' });
      const allegationItem = await desk.get(Vault).seal(file, 'dialogue', 'allegation', words);
      await em.update('CaseFile', { id: file.id }, { allegationItem });
    });
    return file;
  };

  it('lays the report and the form before the officer, and the opening on record', async () => {
    const { number } = await withWords();
    const html = await desk.get(SortingController).page(officer, number, asking('th'));
    expect(html).toContain('&lt;b>เรียกเงิน');
    expect(html).toContain('อำเภอเมือง');
    expect(html).toContain('name="outcome"');
    expect(html).toContain('name="checklist"');
    const opened = await desk.database.reader.countBy(AuditRow, { act: 'content.read', actorId: officer.officerId });
    expect(opened).toBeGreaterThan(0);
  });

  it('shows a refused form again with everything that was typed', async () => {
    const { number } = await withWords();
    const { sent, response } = answering();
    const values = { outcome: 'end', type: 'corruption', reasons: 'เขียนไว้แล้ว', urgentBecause: ['danger', 'crime'] };
    await desk.get(SortingController).submit(officer, number, values, asking('en'), response);
    expect(sent.status).toBe(400);
    expect(sent.html).toContain('เขียนไว้แล้ว');
    expect(sent.html).toMatch(/value="corruption" selected/);
    expect(sent.html.match(/<input[^>]* checked/g)).toHaveLength(3);
    expect(sent.html).toContain('#f-ground');
    expect(sent.html).toContain('#f-wordToReporter');
  });

  it('takes a form as the interface takes its JSON', async () => {
    const { number } = await withWords();
    const { sent, response } = answering();
    const values = {
      outcome: 'accept',
      type: 'general',
      corruptionAlleged: 'no',
      agencyCode: '',
      severity: '๒',
      specificEnough: 'yes',
      checklist: 'act',
      ground: '',
      wordToReporter: '',
      reasons: 'รับไว้',
    };
    await desk.get(SortingController).submit(officer, number, values, asking('th'), response);
    expect(sent).toMatchObject({ status: 303, seeOther: `/cases/${number}` });
    const html = await desk.get(SortingController).page(officer, number, asking('en'));
    expect(html).toContain('This case has been sorted.');
    expect(html).not.toContain('name="outcome"');
    expect(html).toContain('รับไว้');
  });

  it('tells a form that came too late what is the matter', async () => {
    const file = await desk.bring(await desk.openCase(), 'sort');
    const { sent, response } = answering();
    const values = { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x' };
    await desk.get(SortingController).submit(officer, file.number, values, asking('en'), response);
    expect(sent.status).toBe(409);
  });

  it('draws the pages of classification and merger, and takes their forms', async () => {
    const [one, main] = [await withWords(), await withWords()];
    const classification = desk.get(ClassificationController);
    expect(await classification.page(officer, one.number, asking('th'))).toContain('จัดประเภทใหม่');
    const reclassified = answering();
    await classification.submit(
      officer,
      one.number,
      { type: 'ethics', district: '' },
      asking('th'),
      reclassified.response,
    );
    expect(reclassified.sent.status).toBe(303);
    expect(await classification.page(officer, one.number, asking('en'))).toContain('Classifications so far');
    const merger = desk.get(MergerController);
    expect(await merger.page(officer, one.number, asking('en'))).toContain('name="mainNumber"');
    const wrong = answering();
    await merger.submit(officer, one.number, { mainNumber: '1' }, asking('en'), wrong.response);
    expect([wrong.sent.status, wrong.sent.html.includes('#f-mainNumber')]).toEqual([400, true]);
    const merged = answering();
    await merger.submit(officer, one.number, { mainNumber: main.number }, asking('en'), merged.response);
    expect(merged.sent.status).toBe(303);
  });

  it.each([
    [{ outcome: 'maybe', reasons: 'x' }, ['outcome']],
    [{ outcome: 'accept', reasons: 'x' }, ['type', 'corruptionAlleged']],
    [{ outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: '   ' }, ['reasons']],
    [{ outcome: 'accept', corruptionAlleged: 'no', reasons: 'x', severity: 0 }, ['type', 'severity']],
    [{ outcome: 'accept', type: 5, corruptionAlleged: 'no', reasons: 'x', severity: 4 }, ['type', 'severity']],
    [{ outcome: 'end', reasons: 'x', ground: 'anonymous' }, ['ground']],
    [{ outcome: 'end', reasons: 'x', checklist: ['name'], urgentBecause: 'fire' }, ['urgentBecause', 'checklist']],
    [{ outcome: 'end', reasons: 'x'.repeat(20_001) }, ['reasons']],
    [{ outcome: 'end', reasons: 'x', more: 1 }, ['more']],
  ])('names the wrong fields of %j', async (body, fields) => {
    const refused = edgeValidation.transform(body, { type: 'body', metatype: SortingInput });
    const error: unknown = await refused.catch((wrong: unknown) => wrong);
    expect((error as { details: { fields: { field: string }[] } }).details.fields.map(({ field }) => field)).toEqual(
      fields,
    );
  });

  it('keeps what it was told out of every column', async () => {
    const { number } = await withWords();
    const secret = 'พยานเป็นแม่ค้าหน้าโรงเรียน';
    await desk.get(Sorting).sort(officer, number, {
      outcome: 'end',
      ground: 'outside_power',
      reasons: secret,
      wordToReporter: secret,
    });
    for (const table of ['sorting_sheet', 'approval', 'case_event', 'audit_row', 'sealed_item']) {
      const rows: unknown = await desk.database.reader.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toContain('แม่ค้า');
    }
  });
});
