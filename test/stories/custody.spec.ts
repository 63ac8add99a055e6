import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { filmOf } from '../../src/evidence/testing/fixtures';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { enclose } from '../harness/enclosed';

const NAME = 'นางสมมติ ไม่มีตัวตน';
const WORDS = 'ต้องสอบถามวันเวลาที่เห็นเหตุการณ์ ไม่มีทางอื่นแล้ว';

eachHouse((_home, open) => {
  let house: House;
  let desk: Asker;
  let other: Asker;
  let keeper: Asker;
  let number: string;
  const rows = <T extends object>(text: string, values: readonly (string | number)[] = []) =>
    house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  const at = (path: string, of = number) => `/api/v1/cases/${of}/${path}`;
  let receipt = '';
  const file = async (): Promise<string> => {
    const sent = { allegation: 'เรื่องหนึ่ง', identity: 'confidential', contact: { name: NAME } };
    const { body } = await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', sent);
    receipt = body.receipt;
    return body.number;
  };
  const openings = async (): Promise<unknown> =>
    (await house.anyone.post<{ identityOpened: unknown }>('/api/v1/status', { receipt })).body.identityOpened;
  const ask = async (asker: Asker, of = number, hours = 4): Promise<string> => {
    const sent = { reason: 'hear_witness', words: WORDS, hours };
    const answer = await asker.post<{ id: string }>(at('identity-requests', of), sent);
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const decide = (id: string, grant: boolean, by = keeper) =>
    by.post(`/api/v1/identity-requests/${id}/decision`, { grant, words: 'เหตุผลพอ' });
  const look = (asker: Asker, request: string, of = number) => asker.post(at('identity-openings', of), { request });

  beforeEach(async () => {
    house = await open();
    desk = await house.officer('desk', ['desk_officer']);
    other = await house.officer('other', ['desk_head', 'investigator']);
    keeper = await house.officer('keeper', ['custodian']);
    number = await file();
  });
  afterEach(() => house.close());

  it('opens an identity to the asker, after a custodian agreed, and tells the story', async () => {
    const id = await ask(desk);
    expect((await look(desk, id)).status).toBe(404);
    expect(await openings()).toBeNull();
    const listed = await keeper.get<{ requests: { words: string; number: string }[] }>('/api/v1/identity-requests');
    expect(listed.body.requests).toEqual([expect.objectContaining({ words: WORDS, number })]);
    expect(listed.text).not.toContain('เรื่องหนึ่ง');
    expect((await decide(id, true)).status).toBe(201);
    const seen = await look(desk, id);
    expect([seen.status, seen.body]).toEqual([200, { identity: expect.objectContaining({ name: NAME }) }]);
    expect(await openings()).toEqual(expect.objectContaining({ times: 1, reason: 'hear_witness' }));
    const { text } = await desk.get(`/api/v1/cases/${number}`);
    for (const kind of ['identityAsked', 'identityGranted', 'identityOpened']) expect(text).toContain(kind);
    expect(text).not.toContain(NAME);
    const audited = await rows(`SELECT no FROM audit_row WHERE act = 'identity.read'`);
    expect(audited).toHaveLength(1);
  });

  it('says what is wrong, and keeps the reasons sealed', async () => {
    const bad = await desk.post<{ fields: { field: string }[] }>(at('identity-requests'), { reason: 'x', words: 'ก' });
    expect(bad.status).toBe(400);
    expect(bad.body.fields.map(({ field }) => field).sort()).toEqual(['reason', 'words']);
    await ask(desk);
    expect((await desk.post(at('identity-requests'), { reason: 'hear_witness', words: WORDS })).status).toBe(409);
    const anonymous = (await house.anyone.post<{ number: string }>('/api/v1/complaints', { allegation: 'ก' })).body;
    const nothing = { reason: 'hear_witness', words: WORDS };
    expect((await desk.post(at('identity-requests', anonymous.number), nothing)).status).toBe(409);
    expect(JSON.stringify(await rows('SELECT * FROM identity_request'))).not.toContain('สอบถาม');
  });

  it('shows a custodian no request about a case that names him, and takes no decision of his', async () => {
    await rows(`UPDATE officer SET name = 'นายเก็บ รักษา' WHERE username = 'keeper'`);
    const sent = { allegation: 'เก็บ รักษา เรียกเงิน', identity: 'confidential', contact: { name: NAME } };
    const about = (await house.anyone.post<{ number: string }>('/api/v1/complaints', sent)).body.number;
    const id = await ask(desk, about);
    const listed = await keeper.get<{ requests: object[] }>('/api/v1/identity-requests');
    expect(listed.body.requests).toEqual([]);
    expect((await decide(id, true)).status).toBe(404);
  });

  it('opens the original that no cleaning could make safe, byte for byte, and nothing else by the same grant', async () => {
    const film = filmOf('isom');
    const sent = { allegation: 'มีคลิป' };
    const filed = await enclose<{ number: string }>(house.anyone, '/api/v1/complaints', sent, [
      { name: 'คลิป.mp4', bytes: film },
      { name: 'อีกคลิป.mp4', bytes: Buffer.concat([film, film]) },
    ]);
    const about = filed.body.number;
    const original = (asker: Asker, request: string) => asker.post(at('original-openings', about), { request });
    const wanted = { reason: 'hear_witness', words: WORDS };
    expect((await desk.post(at('identity-requests', about), { ...wanted, exhibit: 9 })).status).toBe(404);
    expect((await desk.post(at('identity-requests', about), wanted)).status).toBe(409);
    const asked = await desk.post<{ id: string }>(at('identity-requests', about), { ...wanted, exhibit: 1 });
    expect(asked.status).toBe(201);
    const { id } = asked.body;
    expect((await original(desk, id)).status).toBe(404);
    expect((await decide(id, true)).status).toBe(201);
    expect((await look(desk, id, about)).status).toBe(404);
    expect((await original(other, id)).status).toBe(404);
    const opened = await original(desk, id);
    expect([opened.status, opened.headers.get('content-type'), opened.headers.get('content-disposition')]).toEqual([
      200,
      'application/octet-stream',
      `attachment; filename="${about}-1.original"`,
    ]);
    expect(opened.text).toBe(film.toString('utf8'));
    const listed = await desk.get<{ exhibits: { custody: { act: string }[] }[] }>(at('evidence', about));
    expect(listed.body.exhibits[0]?.custody.map(({ act }) => act)).toContain('opened');
    expect(listed.body.exhibits[1]?.custody.map(({ act }) => act)).not.toContain('opened');
  });
});
