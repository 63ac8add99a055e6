import { OfficersService, lookerOf } from '../../src/access/officers.service';
import type { Looker } from '../../src/access/looker';
import { Officer } from '../../src/access/officer.entity';
import { ROLES } from '../../src/access/roles';
import { hkdf, hmac } from '../../src/platform/crypto/kdf';
import { newKeyPair, open as openEnvelope, openKey, publicKeyOf } from '../../src/platform/crypto/sealing';
import type { Subkey } from '../../src/platform/crypto/server-secret';
import { ServerSecret } from '../../src/platform/crypto/server-secret';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { ReporterKeyRow } from '../../src/reporters/reporter-key.entity';
import { wordGrams } from '../../src/search/grams.rules';
import { GramIndex } from '../../src/vault/gram-index';
import { IndexBlock } from '../../src/vault/index.entities';
import { IndexRing } from '../../src/vault/index-keys';
import { HANDLERS } from '../../src/vault/units';
import { grantContext, itemContext, trialContext } from '../../src/vault/binding';
import { SealedFile } from '../../src/vault/sealed-file.entity';
import { SealedFiles } from '../../src/vault/sealed-files';
import { UnitKeys } from '../../src/vault/unit-keys';
import { Vault } from '../../src/vault/vault';
import { Compartment, KeyGrant, SealedItem } from '../../src/vault/vault.entities';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { Canaries } from './canaries';
import { hireWithUnits } from './ceremony';
import { Life } from './life';
import { hireAll } from './people';
import { foundIn } from './shapes';
import { stolenFrom } from './thief';

const SUBKEYS: readonly Subkey[] = [
  'receipt',
  'member',
  'directory',
  'session',
  'wall',
  'audit',
  'address',
  'evidence',
  'trial',
  'check',
];

/**
 * Attack 2: everything is stolen, the server secret with it, but no passphrase, no receipt and no cookie. The thief runs
 * our own program over it, as every officer with every role, with trial mode switched on.
 */
eachHouse((_home, open) => {
  const canaries = new Canaries();
  let house: House;
  const get = <T>(type: abstract new (...all: never[]) => T): T => house.server.app.get<T>(type);
  const em = () => get(Database).reader;
  const subkeys = (): readonly Buffer[] => SUBKEYS.map((label) => get(ServerSecret).subkey(label));

  /** As every officer, without a keyring and with one of the thief's own making. */
  const lookers = async (): Promise<readonly Looker[]> =>
    (await get(OfficersService).active()).flatMap((officer) =>
      [null, newKeyPair()].map((pair) => ({
        ...lookerOf(officer, [], '', pair),
        roles: ROLES,
        agencyCode: 'NWT-LAND',
      })),
    );
  const compartments = async (): Promise<ReadonlyMap<string, Compartment>> =>
    new Map((await em().find(Compartment)).map((one) => [one.id, one]));
  const opened = async (tries: readonly (() => unknown)[]): Promise<number> => {
    let count = 0;
    for (const one of tries) {
      try {
        await one();
        count++;
      } catch {
        continue;
      }
    }
    return count;
  };

  /** How many texts and files our own program opens to them. */
  const openedByProgram = async (): Promise<number> => {
    (house.settings as { trialMode: boolean }).trialMode = true;
    const of = await compartments();
    const [items, files] = [await em().find(SealedItem), await em().find(SealedFile)];
    const ref = (id: string) => ({ id: of.get(id)?.caseId ?? '', province: 'NWT' });
    const tries = (await lookers()).flatMap((looker) => [
      ...items.map((item) => () => get(Vault).read(looker, ref(item.compartmentId), [item.id])),
      ...files.map((file) => () => get(SealedFiles).read(looker, ref(file.compartmentId), file.id)),
    ]);
    expect(items.length).toBeGreaterThan(40);
    expect(files.length).toBeGreaterThan(1);
    return opened(tries);
  };

  describe('with units of their own', () => {
    let since = 0;
    beforeAll(async () => {
      since = Date.now();
      house = await open({ NODE_ENV: 'production' });
      await new Life(house, await hireWithUnits(house), canaries.plant).live();
    }, 300_000);
    afterAll(() => house?.close());

    it('opens no text and no file, whoever the thief says he is', async () => {
      expect(await openedByProgram()).toBe(0);
    });

    it('holds no unit key that the server could open', async () => {
      expect((await get(UnitKeys).ofServer('NWT')).size).toBe(0);
      expect(await sql(em(), 'SELECT unit FROM unit_key WHERE trial_private IS NOT NULL')).toEqual([]);
    });

    it('seals nothing to a key that comes from the secret', async () => {
      const of = await compartments();
      const [grants, items] = [await em().find(KeyGrant), await em().find(SealedItem)];
      const boxes = [
        ...grants.map(({ compartmentId, reader, part, sealed }) => ({
          context: grantContext(of.get(compartmentId) as Compartment, reader, part),
          sealed,
        })),
        ...items.map(({ compartmentId, id, field, itemKey }) => ({
          context: itemContext(of.get(compartmentId) as Compartment, id, field),
          sealed: itemKey,
        })),
      ];
      const tries = subkeys().flatMap((privateKey) => {
        const pair = { privateKey, publicKey: publicKeyOf(privateKey) };
        return boxes.map(
          ({ context, sealed }) =>
            () =>
              openKey(pair, context, Buffer.from(sealed, 'base64')),
        );
      });
      expect(await opened(tries)).toBe(0);
    });

    it('wraps no reporter’s key and no unit’s key under a key that comes from the secret', async () => {
      const wrapped = (await em().find(ReporterKeyRow)).map(({ province, caseId, publicKey, wrapped: envelope }) => ({
        context: `${province}|${caseId}|${publicKey}`,
        envelope,
      }));
      const members = await sql<{ unit: string; epoch: number; sealed: string }>(em(), 'SELECT * FROM unit_member');
      const held = members.map(({ unit, epoch, sealed }) => ({
        context: trialContext('NWT', unit, epoch),
        envelope: sealed,
      }));
      expect(Math.min(wrapped.length, held.length)).toBeGreaterThan(3);
      const tries = subkeys().flatMap((key) =>
        [...wrapped, ...held].map(
          ({ context, envelope }) =>
            () =>
              openEnvelope(key, context, Buffer.from(envelope, 'base64')),
        ),
      );
      expect(await opened(tries)).toBe(0);
    });

    it('confirms no word by a dictionary: no stored code is made of words', async () => {
      const stolen = await stolenFrom(house, since);
      const cases = await sql<{ id: string }>(em(), 'SELECT id FROM case_file');
      const about = ['', ...cases.map(({ id }) => `${id}|`)];
      const guesses = canaries.words.flatMap((word) =>
        subkeys().flatMap((key) => about.flatMap((before) => codesOf(key, `${before}${word}`))),
      );
      const standing = new Set(stolen.toString('latin1').match(/[A-Za-z0-9+/=]{43,64}/g));
      expect(guesses.filter((guess) => standing.has(guess))).toEqual([]);
      expect(foundIn(stolen, canaries.words)).toEqual([]);
    });

    it('confirms no word in the search index: its labels and blocks are under the units’ own keys', async () => {
      const labels = new Set((await em().find(IndexBlock)).map(({ label }) => label));
      expect(labels.size).toBeGreaterThan(canaries.words.length);
      const grams = canaries.words.flatMap((word) => wordGrams(word));
      expect(await ringsOfAll()).toEqual([]);
      expect(guessed(labels, secretRings(), grams)).toBe(0);
      const plain = grams.flatMap((gram) => subkeys().flatMap((key) => [...codesOf(key, `0|${gram}`), gram]));
      expect(plain.filter((guess) => labels.has(guess))).toEqual([]);
    });
  });

  /** What our own program opens of the index to them; a key that is not theirs is refused. */
  const ringsOfAll = async (): Promise<readonly IndexRing[]> => {
    const rings: IndexRing[] = [];
    for (const looker of await lookers()) {
      rings.push(
        ...(await get(GramIndex)
          .rings(looker)
          .catch(() => [])),
      );
    }
    return rings;
  };
  /** Made as the units' are, from whatever comes out of the secret. */
  const secretRings = (): readonly IndexRing[] =>
    HANDLERS.flatMap((unit) =>
      subkeys().flatMap((key) =>
        [key, hkdf(key, `phitak/v1/index|unit|NWT|${unit}|1`), hkdf(key, `phitak/v1/index|unit|NWT|${unit}|2`)].map(
          (secret) => new IndexRing('NWT', unit, 1, true, secret),
        ),
      ),
    );
  /** How many guesses at words are confirmed by a stored label. */
  const guessed = (labels: ReadonlySet<string>, rings: readonly IndexRing[], grams: readonly string[]): number =>
    rings.reduce((sum, ring) => sum + grams.filter((gram) => labels.has(ring.label(gram, 0))).length, 0);

  it('would open everything if the server still held the units’ keys, as it does in trial mode', async () => {
    house = await open({ RATE_LIMITS: 'off' });
    await new Life(house, await hireAll(house), canaries.plant).live();
    expect(await openedByProgram()).toBeGreaterThan(100);
    expect((await em().find(Officer)).length).toBeGreaterThan(3);
    const labels = new Set((await em().find(IndexBlock)).map(({ label }) => label));
    const rings = await ringsOfAll();
    expect(
      guessed(
        labels,
        rings,
        canaries.words.flatMap((word) => wordGrams(word)),
      ),
    ).toBeGreaterThan(100);
    await house.close();
  });
});

const codesOf = (key: Buffer, text: string): readonly string[] => {
  const mac = hmac(key, text);
  return [mac.toString('base64'), mac.toString('hex')];
};
