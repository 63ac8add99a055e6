import type { Officer } from '../../src/access/officer.entity';
import { OfficersService, lookerOf } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { ROLES } from '../../src/access/roles';
import { newKeyPair } from '../../src/platform/crypto/sealing';
import { NotFound } from '../../src/platform/errors';
import { Vault } from '../../src/vault/vault';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { IdentityRequests, NAME } from './identity-requests';

/** Attack 16: a custodian alone, and a grant that is self-made, over, used again, or used for another case. */
eachHouse((_home, open) => {
  let house: House;
  let desk: Asker;
  let other: Asker;
  let keeper: Asker;
  let requests: IdentityRequests;
  let number: string;

  beforeEach(async () => {
    house = await open();
    desk = await house.officer('desk', ['desk_officer']);
    other = await house.officer('other', ['desk_head', 'investigator']);
    keeper = await house.officer('keeper', ['custodian']);
    requests = new IdentityRequests(house, keeper);
    number = await requests.file();
  });
  afterEach(() => house.close());

  it('opens nothing to anybody else, refused, decided twice, or past its end', async () => {
    const refused = await requests.ask(desk, number);
    expect((await requests.decide(refused, false)).status).toBe(201);
    expect((await requests.look(desk, number, refused)).status).toBe(404);
    expect((await requests.decide(refused, true)).status).toBe(409);
    const id = await requests.granted(desk, number);
    expect((await requests.look(desk, number, id)).text).toContain(NAME);
    expect((await requests.look(other, number, id)).status).toBe(404);
    expect((await requests.look(keeper, number, id)).status).toBe(403);
    expect((await requests.look(desk, number, '0'.repeat(26))).status).toBe(404);
    house.clock.set(new Date(Date.now() + 5 * 3_600_000).toISOString());
    expect((await requests.look(desk, number, id)).status).toBe(404);
  });

  it('uses a grant for one case on no other', async () => {
    const second = await requests.file();
    const id = await requests.granted(desk, number);
    expect((await requests.look(desk, second, id)).status).toBe(404);
    const move = `UPDATE identity_request SET case_id = (SELECT id FROM case_file WHERE number = $1) WHERE id = $2`;
    await requests.rows(move, [second, id]);
    expect((await requests.look(desk, second, id)).status).not.toBe(200);
  });

  it('believes no row that was given another end, another officer or another state', async () => {
    const denied = await requests.ask(desk, number);
    await requests.decide(denied, false);
    const later = new Date(Date.now() + 86_400_000).toISOString();
    await requests.rows(`UPDATE identity_request SET state = 'granted', until_at = $1 WHERE id = $2`, [later, denied]);
    expect((await requests.look(desk, number, denied)).status).toBe(404);

    const id = await requests.granted(desk, number);
    await requests.rows(`UPDATE identity_request SET until_at = $1 WHERE id = $2`, [later, id]);
    await requests.rows(`UPDATE key_grant SET until_at = $1 WHERE reader = $2`, [later, `request:${id}`]);
    expect((await requests.look(desk, number, id)).status).toBe(500);
    const otherId = `(SELECT id FROM officer WHERE username = 'other')`;
    await requests.rows(`UPDATE identity_request SET asked_by = ${otherId} WHERE id = $1`, [id]);
    expect((await requests.look(other, number, id)).status).not.toBe(200);
  });

  it('lets nobody grant her own request, nor who works on the case', async () => {
    const id = await requests.ask(desk, number);
    for (const asker of [desk, other]) expect((await requests.decide(id, true, asker)).status).toBe(403);
    const worker = `(SELECT id FROM officer WHERE username = 'keeper')`;
    await requests.rows(`UPDATE case_file SET investigator = ${worker} WHERE number = $1`, [number]);
    expect((await requests.decide(id, true)).status).toBe(403);
    await requests.rows(`UPDATE identity_request SET asked_by = ${worker} WHERE id = $1`, [id]);
    await requests.rows('UPDATE case_file SET investigator = NULL WHERE number = $1', [number]);
    expect((await requests.decide(id, true)).status).toBe(403);
  });

  it('opens to no direct call of the vault: not the custodian’s side alone, nor every role at once', async () => {
    const id = await requests.ask(desk, number);
    const officer = (await house.server.app.get(OfficersService).find('keeper')) as Officer;
    const vault = house.server.app.get(Vault);
    const { ref, item } = await requests.sealedOf(number);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const handover = { requestId: id, kind: 'identity', officerId: officer.id, until } as const;
    const sides: (readonly Role[])[] = [['custodian'], ROLES];
    for (const roles of sides) {
      const looker = { ...lookerOf(officer, [], '', newKeyPair()), roles };
      await expect(vault.read(looker, ref, [item])).rejects.toThrow(NotFound);
      await expect(vault.readIdentity(looker, ref, handover, [item])).rejects.toThrow(NotFound);
    }
  });
});
