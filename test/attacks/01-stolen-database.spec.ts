import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Notices } from '../../src/notices/notices';
import { Sweep } from '../../src/deadlines/sweep';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { Canaries } from './canaries';
import type { Lived } from './life';
import { Life } from './life';
import { hireAll } from './people';
import { foundIn } from './shapes';
import { stolenFrom } from './thief';

const AGED = 2_000;

/** Attack 1: database with its WAL, evidence, temporary files and Redis are stolen, the server secret is not. */
eachHouse((home, open) => {
  const canaries = new Canaries();
  let house: House;
  let lived: Lived;
  let stolen: Buffer;
  beforeAll(async () => {
    const since = Date.now() - AGED;
    house = await open({ RATE_LIMITS: 'off' });
    lived = await new Life(house, await hireAll(house), canaries.plant).live();
    await house.server.app.get(Notices).read();
    await house.server.app.get(Sweep).run();
    stolen = await stolenFrom(house, since);
  });
  afterAll(() => house?.close());

  it('was a whole life: every field that takes a text was filled, and the loot is whole', () => {
    expect(canaries.words.length).toBeGreaterThanOrEqual(50);
    for (const number of lived.numbers) expect(stolen.includes(number)).toBe(true);
    expect(existsSync(join(house.settings.dataDir, 'evidence'))).toBe(true);
    if (home === 'SQLite') expect(foundIn(stolen, ['SQLite format 3', '-wal'])).toHaveLength(2);
    else if (house.settings.redisUrl) expect(stolen.includes(house.settings.redisPrefix)).toBe(true);
  });

  it('holds no text of any field in any shape', () => {
    expect(canaries.fieldsOf(foundIn(stolen, canaries.words))).toEqual([]);
  });

  it('holds no receipt, claim code, submission key or reporter’s cookie', () => {
    expect(lived.secrets.length).toBeGreaterThan(6);
    expect(foundIn(stolen, lived.secrets)).toEqual([]);
  });

  it('would be caught with a word in any shape', () => {
    const [word = ''] = canaries.words;
    for (const hidden of shapesToHide(word))
      expect(foundIn(Buffer.concat([Buffer.from('x'), hidden]), [word])).toEqual([word]);
  });
});

const shapesToHide = (word: string): readonly Buffer[] => {
  const thai = new Map([...word].map((c) => [c, c.charCodeAt(0) - 0x0e01 + 0xa1]));
  return [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
    Buffer.from([...word].map((c) => thai.get(c) ?? 0)),
    ...['', '.', '..'].map((before) => Buffer.from(Buffer.from(`${before}${word}..`).toString('base64'))),
    Buffer.from(Buffer.from(word).toString('hex')),
  ];
};
