import type { Looker } from '../../src/access/looker';
import type { Officer } from '../../src/access/officer.entity';
import { OfficersService, lookerOf } from '../../src/access/officers.service';
import { Routes } from '../../src/access/routes';
import { ROLES } from '../../src/access/roles';
import { newKeyPair, openKey, sealKeyTo } from '../../src/platform/crypto/sealing';
import { Database } from '../../src/platform/database/database';
import { NotFound } from '../../src/platform/errors';
import { newId } from '../../src/platform/ids';
import { grantContext } from '../../src/vault/binding';
import type { Handover } from '../../src/vault/split-keys';
import { SplitKeys } from '../../src/vault/split-keys';
import { UnitKeys } from '../../src/vault/unit-keys';
import { readerKey } from '../../src/vault/units';
import { Vault } from '../../src/vault/vault';
import { Compartment, KeyGrant } from '../../src/vault/vault.entities';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { Canaries } from './canaries';
import { IdentityRequests } from './identity-requests';
import { taken } from './people';
import { foundIn } from './shapes';

const CONTACT = ['name', 'address', 'phone', 'email', 'line', 'safely', 'note'] as const;

/** Attack 3: a desk officer and a desk head, together, want to know who spoke; no custodian helps them. */
eachHouse((_home, open) => {
  const canaries = new Canaries();
  let house: House;
  let people: readonly (readonly [string, Asker])[];
  let requests: IdentityRequests;
  const numbers: string[] = [];
  const get = <T>(type: abstract new (...all: never[]) => T): T => house.server.app.get<T>(type);

  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    const officer = await house.officer('officer', ['desk_officer']);
    const head = await house.officer('head', ['desk_head']);
    people = [
      ['officer', officer],
      ['head', head],
    ];
    requests = new IdentityRequests(house, await house.officer('keeper', ['custodian']));
    const contact = Object.fromEntries(CONTACT.map((field) => [field, canaries.plant(`contact.${field}`)]));
    const filed = await house.anyone.post('/api/v1/complaints', {
      allegation: canaries.plant('allegation'),
      identity: 'confidential',
      contact,
    });
    numbers.push(taken<{ number: string }>('filing', filed).number);
    const entered = await officer.post('/api/v1/desk/complaints', {
      channel: 'telephone',
      receivedAt: '2026-01-02',
      identity: 'confidential',
      allegation: canaries.plant('desk.allegation'),
      contact: canaries.plant('desk.contact'),
    });
    numbers.push(taken<{ number: string }>('the telephone', entered).number);
  });
  afterAll(() => house?.close());

  const identityIn = (text: string): readonly string[] =>
    canaries.fieldsOf(foundIn(Buffer.from(text), canaries.words)).filter((field) => /contact/.test(field));
  /** The officer by name, with the desk's own keys and a pair of her own. */
  const lookers = async (): Promise<readonly (readonly [Looker, Officer])[]> => {
    const found: (readonly [Looker, Officer])[] = [];
    for (const [username] of people) {
      const officer = (await get(OfficersService).find(username)) as Officer;
      found.push([lookerOf(officer, [], '', newKeyPair()), officer]);
    }
    return found;
  };
  const handoverTo = (officer: Officer, requestId: string): Handover => ({
    requestId,
    kind: 'identity',
    officerId: officer.id,
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });

  it.each(['officer', 'head'])(
    'shows the %s nobody’s name behind any address, whatever is asked of it',
    async (who) => {
      const asker = people.find(([name]) => name === who)?.[1] as Asker;
      const request = await requests.ask(asker, numbers[0] ?? '');
      const answers: string[] = [];
      for (const { method, path } of get(Routes).list()) {
        for (const number of path.includes(':number') ? numbers : ['']) {
          const id = path.includes('identity') || path.includes('original') ? request : '0'.repeat(26);
          const url = path.replace(':number', number).replace(':id', id).replace(':no', '1').replace(/:\w+/g, 'x');
          const body = method === 'GET' || method === 'ALL' ? undefined : { request, grant: true, words: 'ให้เปิดได้เลย' };
          answers.push((await asker.ask(method === 'ALL' ? 'GET' : method, url, body)).text);
        }
      }
      const seen = answers.join('\n');
      expect(seen).toContain(canaries.plant('allegation'));
      expect(identityIn(seen)).toEqual([]);
      expect((await requests.decide(request, true, asker)).status).toBe(403);
      expect((await requests.look(asker, numbers[0] ?? '', request)).status).toBe(404);
    },
  );

  it('opens to no direct call of the vault with the desk’s own keys', async () => {
    for (const number of numbers) {
      const { ref, item } = await requests.sealedOf(number);
      for (const [looker, officer] of await lookers()) {
        expect((await get(UnitKeys).of(looker)).size).toBeGreaterThan(0);
        const handover = handoverTo(officer, newId());
        await expect(get(Vault).read(looker, ref, [item])).rejects.toThrow(NotFound);
        await expect(get(Vault).readIdentity(looker, ref, handover, [item])).rejects.toThrow(NotFound);
        await expect(get(SplitKeys).handOver(looker, ref, officer, handover)).rejects.toThrow(NotFound);
        await expect(get(Vault).read({ ...looker, roles: ROLES }, ref, [item])).rejects.toThrow(NotFound);
      }
    }
  });

  it('joins no half that the desk gave itself', async () => {
    const { ref, item } = await requests.sealedOf(numbers[0] ?? '');
    const em = get(Database).reader;
    const compartment = await em.findOneByOrFail(Compartment, { caseId: ref.id, kind: 'identity' });
    const [[looker, officer]] = (await lookers()) as [readonly [Looker, Officer]];
    const grants = await em.findBy(KeyGrant, { compartmentId: compartment.id, part: 'handler_half' });
    const keys = await get(UnitKeys).of(looker);
    const [own] = grants.flatMap(({ reader, readerEpoch, sealed }) => {
      const pair = keys.get(readerKey(reader, readerEpoch));
      const context = grantContext(compartment, reader, 'handler_half');
      return pair ? [openKey(pair, context, Buffer.from(sealed, 'base64'))] : [];
    });
    const halves = [own, Buffer.alloc(32), compartment.publicKey && Buffer.from(compartment.publicKey, 'base64')];
    for (const half of halves) {
      const handover = handoverTo(officer, newId());
      const { requestId, officerId, until } = handover;
      const context = grantContext(compartment, `request:${requestId}|${officerId}|${until}`, 'custodian_half');
      const forged: KeyGrant = {
        id: newId(),
        compartmentId: compartment.id,
        reader: `request:${requestId}`,
        readerEpoch: officer.keyEpoch,
        part: 'custodian_half',
        sealed: sealKeyTo(looker.keyring?.publicKey as Buffer, context, half as Buffer).toString('base64'),
        fromAt: new Date().toISOString(),
        untilAt: until,
      };
      await get(Database).write((writer) => writer.insert(KeyGrant, forged));
      await expect(get(Vault).readIdentity(looker, ref, handover, [item])).rejects.toThrow('seal');
    }
  });
});
