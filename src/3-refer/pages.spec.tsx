import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import { SYSTEM } from '../cases/story-line';
import type { FormValues } from '../platform/http/form';
import { edgeValidation } from '../platform/http/validation';
import { eachHome } from '../../test/harness/databases';
import type { Desk } from '../../test/harness/desk';
import { ReferController } from './refer.controller';
import { openReferDesk } from '../../test/harness/refer-desk';
import { ReferPagesController } from './refer-pages.controller';
import { ReferralsInput, askedOf } from './referrals-input';
import { Sending } from './sending';

const asking = (lang: string) => ({ query: { lang }, headers: {} }) as unknown as Request;

/** What a handler that answers by itself has answered. */
function answering() {
  const sent = { status: 200, html: '', seeOther: '' };
  const response = {
    status: (code: number) => ((sent.status = code), response),
    type: () => response,
    send: (html: string) => ((sent.html = html), response),
    redirect: (code: number, to: string) => ((sent.status = code), (sent.seeOther = to), response),
  };
  return { sent, response: response as never };
}

const read = (body: object) =>
  edgeValidation.transform(body, { type: 'body', metatype: ReferralsInput }) as Promise<ReferralsInput>;

describe('what may be sent', () => {
  it('names one agency, several, or each with its purpose', async () => {
    const codes = async (body: object) => askedOf(await read(body)).map(({ field, agencyCode }) => [field, agencyCode]);
    expect(await codes({ agencyCode: 'A' })).toEqual([['agencyCode', 'A']]);
    expect(await codes({ agencyCodes: ['A', 'B'] })).toEqual([
      ['agencyCodes.0', 'A'],
      ['agencyCodes.1', 'B'],
    ]);
    expect(await codes({ to: ['A', { agencyCode: 'B', lead: true }, 'self'] })).toEqual([
      ['to.0.agencyCode', 'A'],
      ['to.1.agencyCode', 'B'],
      ['to.2.agencyCode', 'self'],
    ]);
  });

  it('reads the date of a letter as people write it', async () => {
    expect((await read({ letterDate: '๓ ธ.ค. ๖๗' })).letterDate).toBe('2024-12-03');
  });

  it.each([
    [{ to: [] }, ['to']],
    [{ to: 'NWT-LAND' }, ['to']],
    [{ to: [{ agencyCode: 1 }] }, ['to.0.agencyCode']],
    [{ to: [{ agencyCode: 'A', more: 1 }] }, ['to.0.more']],
    [{ to: [null] }, ['to.0']],
    [{ agencyCode: 'A', kind: 'friend', purpose: 'x', signedAs: 'y' }, ['kind', 'purpose', 'signedAs']],
    [{ agencyCode: 'A', letterDate: '31/2/2567' }, ['letterDate']],
    [{ agencyCode: 'A', message: 'x'.repeat(20_001) }, ['message']],
    [{ agencyCode: 'A', message: 7, includeAllegation: 'perhaps' }, ['message', 'includeAllegation']],
  ])('names the wrong fields of %j', async (body, fields) => {
    const refused: unknown = await read(body).catch((wrong: unknown) => wrong);
    const { details } = refused as { details: { fields: { field: string }[] } };
    expect(details.fields.map(({ field }) => field).sort()).toEqual([...fields].sort());
  });
});

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;
  let land: Looker;

  beforeAll(async () => {
    desk = await openReferDesk(await place());
    officer = desk.person('desk_officer');
    land = { ...desk.person('agency_contact'), agencyCode: 'NWT-LAND' };
  });
  afterAll(() => desk.close());

  const pages = () => desk.get(ReferPagesController);
  const sorted = async () => desk.bring(await desk.openCase({ agencyCode: 'NWT-PAO', type: 'ethics' }), 'sort');
  const referred = async () => {
    const file = await sorted();
    const sent = await desk
      .get(Sending)
      .send(officer, file.number, { agencyCode: 'NWT-LAND', message: '<i>ขอให้ตรวจ</i>' });
    return { file, id: sent.referrals[0]?.id ?? '' };
  };
  const post = async (take: (response: never) => Promise<void>) => {
    const { sent, response } = answering();
    await take(response);
    return sent;
  };

  it('sends by form as by program', async () => {
    const { number } = await sorted();
    expect(await pages().page(officer, number, asking('th'))).toContain('name="message"');
    const values: FormValues = {
      agencyCode: 'NWT-LAND',
      kind: '',
      message: 'ขอให้ตรวจ',
      lead: 'yes',
      letterDate: '',
      reason: '',
    };
    const sent = await post((response) => pages().send(officer, number, values, asking('th'), response));
    expect(sent).toMatchObject({ status: 303, seeOther: `/cases/${number}/referrals` });
    const html = await pages().page(officer, number, asking('en'));
    expect(html).toContain('Lead agency');
    const told = await desk.get(ReferController).list(officer, number);
    expect(told).toMatchObject({
      status: 'referred',
      referrals: [{ agencyCode: 'NWT-LAND', lead: true, pack: 'ขอให้ตรวจ' }],
    });
  });

  it('shows a refused form again with what was typed and what to do instead', async () => {
    const { number } = await sorted();
    const values = { agencyCode: 'NWT-PAO', message: 'พิมพ์ไว้แล้ว', purpose: 'clarify' };
    const sent = await post((response) => pages().send(officer, number, values, asking('en'), response));
    expect(sent.status).toBe(400);
    expect(sent.html).toContain('พิมพ์ไว้แล้ว');
    expect(sent.html).toContain('one level up');
    expect(sent.html).toContain('value="NWT-PAO" selected');
  });

  it('gives an agency its letter and the form to answer on one page, no other form', async () => {
    const { file, id } = await referred();
    const html = await pages().page(land, file.number, asking('th'));
    expect(html).toContain('&lt;i>ขอให้ตรวจ');
    expect(html).toContain(`action="/cases/${file.number}/referrals/${id}/answers"`);
    expect(html).not.toMatch(/name="agencyCode"|withdrawal/);
    const values = { kind: 'accepted', text: '', toAgencyCode: '' };
    const sent = await post((response) => pages().hear(land, file.number, id, values, asking('th'), response));
    expect(sent.status).toBe(303);
    const again = await post((response) => pages().hear(land, file.number, id, values, asking('en'), response));
    expect([again.status, again.html.includes('cannot take this answer now')]).toEqual([409, true]);
    const silent = await post((response) =>
      pages().hear(land, file.number, id, { kind: 'final' }, asking('en'), response),
    );
    expect([silent.status, silent.html.includes('#f-text')]).toEqual([400, true]);
  });

  it('shows reminders that were fired, and calls back by form', async () => {
    const { file, id } = await referred();
    await desk.database.write(async () => {
      const referral = await desk.get(Referrals).find(file.id, id);
      await desk.get(Referrals).noteDue(id, '2020-01-06T09:30:00.000Z');
      const data = {
        clock: 'agency_answer',
        referralId: referral?.id ?? '',
        rung: 1,
        who: 'agency',
        notice: 'reminder_1',
      };
      await desk.get(Cases).tell(file, { kind: 'rungFired', by: SYSTEM, data });
    });
    const one = await pages().onePage(officer, file.number, id, asking('th'));
    expect(one).toContain('หนังสือติดตามครั้งที่ ๑');
    expect(one).toContain('เกินกำหนด');
    const empty = await post((response) =>
      pages().recall(officer, file.number, id, { reason: '' }, asking('en'), response),
    );
    expect([empty.status, empty.html.includes('#f-reason')]).toEqual([400, true]);
    const done = await post((response) =>
      pages().recall(officer, file.number, id, { reason: 'ส่งผิดหน่วยงาน' }, asking('th'), response),
    );
    expect(done.status).toBe(303);
    const late = await post((response) =>
      pages().recall(officer, file.number, id, { reason: 'อีกครั้ง' }, asking('en'), response),
    );
    expect([late.status, late.html.includes('cannot be called back')]).toEqual([409, true]);
  });

  it('has no page of a referral for those whose it is not', async () => {
    const { file, id } = await referred();
    const other = { ...desk.person('agency_contact'), agencyCode: 'NWT-PAO' };
    await expect(pages().onePage(other, file.number, id, asking('th'))).rejects.toMatchObject({ status: 404 });
    await expect(pages().onePage(land, file.number, 'x', asking('th'))).rejects.toMatchObject({ status: 404 });
  });

  it('keeps what was written out of every column', async () => {
    const { file, id } = await referred();
    const words = { kind: 'final', text: 'ลุงข้างบ้านบอกไว้' } as const;
    await desk.get(ReferController).answer(land, file.number, id, words);
    for (const table of ['referral', 'referral_answer', 'case_event', 'audit_row', 'sealed_item', 'fact_referral']) {
      const rows: unknown = await desk.database.reader.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/ข้างบ้าน|ขอให้ตรวจ/);
    }
  });
});
