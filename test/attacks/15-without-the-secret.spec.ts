import { randomBytes } from 'node:crypto';
import { Province } from '../../src/agencies/agencies';
import { Keyrings } from '../../src/access/keyrings';
import { Officer } from '../../src/access/officer.entity';
import { PASSPHRASE_WORDS } from '../../src/access/passphrase-words';
import { issuePassphrase } from '../../src/access/passphrase.rules';
import { newRecoveryCodes } from '../../src/access/second-factor.rules';
import { newTicketCookie } from '../../src/access/ticket';
import { Clock } from '../../src/platform/clock';
import { ArgonQueue } from '../../src/platform/crypto/argon';
import { newClaimDigits, newReceiptDigits } from '../../src/platform/crypto/codes';
import { ServerSecret } from '../../src/platform/crypto/server-secret';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { CodeUnknown } from '../../src/reporters/errors';
import { Receipts } from '../../src/reporters/receipts';
import { Directory } from '../../src/vault/directory';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';

const MINIMUM_BITS = 64;
const DAY = 86_400_000;
const PASSPHRASE = 'malee: a passphrase for the test';

/** Attack 15: the right passphrase, receipt or claim code in the hands of who has the database and not the server secret. */
eachHouse((_home, open) => {
  let house: House;
  let receipt = '';
  let claimCode = '';
  const get = <T>(type: abstract new (...all: never[]) => T): T => house.server.app.get<T>(type);
  const right = (): ServerSecret => get(ServerSecret);
  const wrong = (): ServerSecret => new ServerSecret(randomBytes(32));
  const receipts = (secret: ServerSecret): Receipts =>
    new Receipts(
      get(Database),
      get(ArgonQueue),
      secret,
      get(Clock as never),
      get(Province),
      new Directory(get(Database), secret, get(Clock as never), house.settings),
    );
  const keyring = async (secret: ServerSecret) => {
    const officer = await get(Database).reader.findOneByOrFail(Officer, { username: 'malee' });
    return new Keyrings(get(ArgonQueue), secret, get(Database)).open(officer, 'malee', PASSPHRASE);
  };
  const claim = async (secret: ServerSecret) =>
    receipts(secret).find('claim', await receipts(secret).derive('claim', claimCode, 'lookup'));

  beforeAll(async () => {
    house = await open();
    const malee = await house.officer('malee', ['desk_officer']);
    const filed = await house.anyone.post<{ receipt: string }>('/api/v1/complaints', { allegation: 'ก' });
    const entered = await malee.post<{ claimCode: string }>('/api/v1/desk/complaints', {
      allegation: 'ก',
      channel: 'telephone',
      receivedAt: '2026-01-02',
    });
    ({ receipt } = filed.body);
    ({ claimCode } = entered.body);
  });
  afterAll(() => house?.close());

  it('opens nothing with the right receipt', async () => {
    await expect(receipts(wrong()).open(receipt)).rejects.toThrow(CodeUnknown);
    expect((await receipts(right()).open(receipt)).caseId).toMatch(/^\w{26}$/);
  });

  it('opens nothing with the right claim code', async () => {
    expect(await claim(wrong())).toBeNull();
    expect(await claim(right())).not.toBeNull();
  });

  it('opens no keyring with the right passphrase', async () => {
    expect(await keyring(wrong())).toBeNull();
    expect(await keyring(right())).not.toBeNull();
  });

  it('issues no secret under 64 bits that lives long; a claim code ends in thirty days', async () => {
    const bits: Readonly<Record<string, number>> = {
      receipt: digitsIn(newReceiptDigits()) * Math.log2(10),
      passphrase: issuePassphrase().split(' ').length * Math.log2(new Set(PASSPHRASE_WORDS).size),
      cookie: newTicketCookie().length * 6,
      recovery: (newRecoveryCodes()[0] ?? '').replace(/\W/g, '').length * 5,
    };
    expect(Object.entries(bits).filter(([, many]) => many < MINIMUM_BITS)).toEqual([]);
    expect((digitsIn(newClaimDigits()) - 1) * Math.log2(10)).toBeLessThan(MINIMUM_BITS);
    const [row] = await sql<{ until: string }>(
      get(Database).reader,
      `SELECT until FROM reporter_key WHERE purpose = 'claim'`,
    );
    const ends = Date.parse(row?.until ?? '') - Date.now();
    expect(ends).toBeGreaterThan(0);
    expect(ends).toBeLessThanOrEqual(30 * DAY);
  });

  it('draws receipts and codes without a digit that comes more often', () => {
    const drawn = Array.from({ length: 5_000 }, () => newReceiptDigits()).join('');
    const expected = drawn.length / 10;
    const chi = [...'0123456789'].reduce((sum, digit) => {
      const seen = drawn.split(digit).length - 1;
      return sum + (seen - expected) ** 2 / expected;
    }, 0);
    expect(chi).toBeLessThan(39); // nine degrees of freedom: exceeded once in a hundred thousand runs
  });
});

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
