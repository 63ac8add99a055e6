import type { Officer } from '../../src/access/officer.entity';
import { OfficersService, lookerOf } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { ROLES } from '../../src/access/roles';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { NotFound } from '../../src/platform/errors';
import { SplitKeys } from '../../src/vault/split-keys';
import { Vault } from '../../src/vault/vault';
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
  const granted = async (asker = desk, of = number): Promise<string> => {
    const id = await ask(asker, of);
    expect((await decide(id, true)).status).toBe(201);
    return id;
  };

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

  it('opens nothing to anybody else, refused, decided twice, or past its end', async () => {
    const refused = await ask(desk);
    expect((await decide(refused, false)).status).toBe(201);
    expect((await look(desk, refused)).status).toBe(404);
    expect((await decide(refused, true)).status).toBe(409);
    const id = await granted();
    expect((await look(other, id)).status).toBe(404);
    expect((await look(keeper, id)).status).toBe(403);
    expect((await look(desk, '0'.repeat(26))).status).toBe(404);
    house.clock.set(new Date(Date.now() + 5 * 3_600_000).toISOString());
    expect((await look(desk, id)).status).toBe(404);
  });

  it('uses a grant for one case on no other', async () => {
    const second = await file();
    const id = await granted();
    expect((await look(desk, id, second)).status).toBe(404);
    const move = `UPDATE identity_request SET case_id = (SELECT id FROM case_file WHERE number = $1) WHERE id = $2`;
    await rows(move, [second, id]);
    expect((await look(desk, id, second)).status).not.toBe(200);
  });

  it('believes no row that was given another end, another officer or another state', async () => {
    const denied = await ask(desk);
    await decide(denied, false);
    const later = new Date(Date.now() + 86_400_000).toISOString();
    await rows(`UPDATE identity_request SET state = 'granted', until_at = $1 WHERE id = $2`, [later, denied]);
    expect((await look(desk, denied)).status).toBe(404);

    const id = await granted();
    await rows(`UPDATE identity_request SET until_at = $1 WHERE id = $2`, [later, id]);
    await rows(`UPDATE key_grant SET until_at = $1 WHERE reader = $2`, [later, `request:${id}`]);
    expect((await look(desk, id)).status).toBe(500);
    const otherId = `(SELECT id FROM officer WHERE username = 'other')`;
    await rows(`UPDATE identity_request SET asked_by = ${otherId} WHERE id = $1`, [id]);
    expect((await look(other, id)).status).not.toBe(200);
  });

  it('lets nobody grant her own request, nor who works on the case', async () => {
    const id = await ask(desk);
    for (const asker of [desk, other]) expect((await decide(id, true, asker)).status).toBe(403);
    const worker = `(SELECT id FROM officer WHERE username = 'keeper')`;
    await rows(`UPDATE case_file SET investigator = ${worker} WHERE number = $1`, [number]);
    expect((await decide(id, true)).status).toBe(403);
    await rows(`UPDATE identity_request SET asked_by = ${worker} WHERE id = $1`, [id]);
    await rows('UPDATE case_file SET investigator = NULL WHERE number = $1', [number]);
    expect((await decide(id, true)).status).toBe(403);
  });

  it('hands nothing to a key that was swapped in the database', async () => {
    const id = await ask(desk);
    await rows(`UPDATE officer SET public_key = $1 WHERE username = 'desk'`, ['ab'.repeat(32)]);
    expect((await decide(id, true)).status).toBe(500);
    expect(await rows(`SELECT id FROM key_grant WHERE reader = $1`, [`request:${id}`])).toEqual([]);
  });

  it('opens to no direct call of the vault: not the desk’s side alone, not the custodian’s, nor every role at once', async () => {
    const id = await ask(desk);
    const officers = await house.server.app.get(OfficersService).active();
    const vault = house.server.app.get(Vault);
    const keys = house.server.app.get(SplitKeys);
    const [row] = await rows<{ id: string; identity_item: string }>(
      'SELECT id, identity_item FROM case_file WHERE number = $1',
      [number],
    );
    const ref = { id: row?.id ?? '', province: 'NWT' };
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const handover = { requestId: id, kind: 'identity', officerId: '', until } as const;
    const sides: (readonly Role[])[] = [['desk_officer', 'desk_head', 'investigator'], ['custodian'], ROLES];
    for (const roles of sides) {
      const looker = { ...lookerOf(officers[0] as Officer, [], '', null), roles };
      await expect(vault.read(looker, ref, [row?.identity_item])).rejects.toThrow(NotFound);
      await expect(vault.readIdentity(looker, ref, handover, [row?.identity_item])).rejects.toThrow(NotFound);
    }
    const alone = { ...lookerOf(officers[0] as Officer, [], '', null), roles: ['desk_officer'] as const };
    await expect(keys.handOver(alone, ref, officers[0] as Officer, handover)).rejects.toThrow(NotFound);
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
