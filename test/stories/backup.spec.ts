import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Commands } from '../../src/cli/commands';
import { restore } from '../../src/cli/restore';
import { ENTITIES } from '../../src/entities';
import { photograph } from '../../src/evidence/testing/fixtures';
import { SetClock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import { ServerSecretError } from '../../src/platform/crypto/server-secret';
import { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { sql } from '../../src/platform/database/sql';
import { BackupRefused } from '../../src/records/errors';
import type { Row } from '../../src/records/tables';
import { portableTables, rowsOf } from '../../src/records/tables';
import { startServer } from '../../src/server';
import { writeServerShare } from '../../src/vault/recovery-sheet.rules';
import { Program } from '../bench/program';
import { environmentOf } from '../drills/programs';
import { Asker, House } from '../harness/app';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { enclose } from '../harness/enclosed';
import { TriggerAtHand } from '../harness/triggers';

const CANARY = {
  allegation: 'กาลเวลาอันแปลกประหลาด canary-allegation',
  name: 'canary-name-zz',
  officer: 'canary-officer',
};
/** What goes on after the snapshot. */
const GOES_ON: readonly string[] = ['audit_row', 'audit_head', 'notice', 'notice_cursor', 'counter'];

let onSqlite: ((env?: Record<string, string>) => Promise<Place>) | null = null;

eachHome((home, place) => {
  if (home === 'SQLite') onSqlite = place;
  const disk = mkdtempSync(join(tmpdir(), 'phitak-backup-'));
  const opened: Place[] = [];
  let house: House;
  let receipt: string;
  let sheets: string;
  let serverLines: readonly string[] = [];
  let count = 0;

  const fileName = (): string => join(disk, `backup-${++count}.phitak`);
  const secretOf = (settings: Settings): string => readFileSync(settings.serverSecretFile, 'utf8').trim();
  const run = (words: object, at = house) => new Commands(at.server.app, () => Promise.resolve('')).run(words as never);

  async function newPlace(env: Record<string, string>, where = place): Promise<Settings> {
    const made = await where(env);
    opened.push(made);
    return made.settings;
  }
  const besides = (): Promise<Settings> => newPlace({ SERVER_SECRET: secretOf(house.settings), PORT: '0' });
  const bringBack = (settings: Settings, file: string, typed = sheets) =>
    restore(settings, file, () => Promise.resolve(typed));

  async function newHouse(where = place): Promise<House> {
    const at = await where({ PORT: '0', RATE_LIMITS: 'off' });
    const clock = new SetClock();
    return new House(await startServer(at.settings, clock), at.settings, clock, at);
  }

  async function fill(at: House): Promise<string> {
    await at.officer(CANARY.officer, ['desk_officer']);
    const told = { allegation: CANARY.allegation, identity: 'confidential', 'contact.name': CANARY.name };
    const photo = { name: 'a.jpg', bytes: await photograph() };
    const filed = await enclose<{ receipt: string }>(at.anyone, '/api/v1/complaints', told, [photo]);
    expect(filed.status).toBe(201);
    return filed.body.receipt;
  }

  /** The codes that stand on two sheets. */
  function printed(text: string): { readonly shares: readonly string[]; readonly server: readonly string[] } {
    const codes = [...text.matchAll(/^ {4}(\S+)$/gm)].map(([, code = '']) => code);
    const isServer = (code: string): boolean => code.startsWith('S-');
    return { shares: codes.filter((code) => !isServer(code)), server: codes.filter(isServer) };
  }

  async function keyOf(at: House): Promise<string> {
    const { text } = await run({ name: 'backup-key', replace: false }, at);
    const { shares, server } = printed(text);
    expect([shares.length, server.length]).toEqual([2, 2]);
    return shares.join('\n');
  }

  async function backUp(at = house): Promise<string> {
    const file = fileName();
    const { text, failed } = await run({ name: 'backup', file }, at);
    expect([failed, text]).toEqual([undefined, expect.stringMatching(/^rows \d{2,}\nfiles 2\nmissing 0\nhead \d+:/m)]);
    return file;
  }

  /** Every row of these settings' database, by table; null for a table that is not there. */
  async function rowsIn(settings: Settings): Promise<Record<string, readonly Row[]>> {
    const { database, close } = await openDatabase(settings, ENTITIES);
    try {
      return await contents(database);
    } finally {
      await close();
    }
  }
  async function contents(database: Database): Promise<Record<string, readonly Row[]>> {
    const all: Record<string, readonly Row[]> = {};
    for (const table of portableTables(database.writer.entityMetadatas)) {
      const rows: Row[] = [];
      try {
        for await (const row of rowsOf(database.reader, table)) rows.push(row);
      } catch (error) {
        if (!/no such table|does not exist/.test(String(error))) throw error;
      }
      all[table.name] = rows;
    }
    return all;
  }
  const still = (all: Record<string, readonly Row[]>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !GOES_ON.includes(name)));

  async function expectNothingIn(settings: Settings): Promise<void> {
    const all = await rowsIn(settings);
    expect(Object.entries(all).filter(([, rows]) => rows.length > 0)).toEqual([]);
    const shelf = join(settings.dataDir, 'evidence');
    const files = existsSync(shelf) ? readdirSync(shelf, { recursive: true, withFileTypes: true }) : [];
    expect(files.filter((one) => one.isFile())).toEqual([]);
  }

  beforeAll(async () => {
    house = await newHouse();
    receipt = await fill(house);
    sheets = await keyOf(house);
  });
  afterAll(async () => {
    await house.close();
    for (const one of opened) await one.remove();
    rmSync(disk, { recursive: true, force: true });
  });

  it('makes one key, and a second only when it is told to', async () => {
    await expect(run({ name: 'backup-key', replace: false })).rejects.toThrow(BackupRefused);
    const old = sheets;
    const before = await backUp();
    const { text } = await run({ name: 'backup-key', replace: true });
    sheets = printed(text).shares.join('\n');
    serverLines = printed(text).server;
    const settings = await besides();
    await expect(bringBack(settings, before)).rejects.toThrow(/It needs key 1/);
    expect(await bringBack(settings, before, old)).toContain('audit unbroken');
  });

  it('refuses a key that was put into the table from outside', async () => {
    const database = house.server.app.get(Database);
    const swap = (key: string) =>
      database.write((em) =>
        em.query(`UPDATE backup_key SET public_key = '${key}' WHERE epoch = (SELECT MAX(epoch) FROM backup_key)`),
      );
    const [row] = await sql<{ own: string }>(
      database.reader,
      'SELECT public_key AS own FROM backup_key WHERE epoch = (SELECT MAX(epoch) FROM backup_key)',
    );
    await swap(Buffer.alloc(32, 7).toString('base64'));
    await expect(backUp()).rejects.toThrow('does not belong');
    await swap(row?.own ?? '');
  });

  it('brings everything back on an empty machine, where the receipt and the officer open what was filed', async () => {
    const file = await backUp();
    const there = still(await contents(house.server.app.get(Database)));
    const settings = await besides();
    const printed = await bringBack(settings, file);
    expect(printed).toMatch(/cases 1\n/);
    expect(printed).toMatch(/officers 1: .*\n {2}units \d+: .*\n {2}claim codes 0: .*\n {2}agency codes 0:/);
    expect(still(await rowsIn(settings))).toEqual(there);

    const server = await startServer(settings, new SetClock());
    try {
      const origin = `http://127.0.0.1:${server.port}`;
      const status = await new Asker(origin).post('/api/v1/status', { receipt });
      expect(status.status).toBe(200);
      const password = `${CANARY.officer}: a passphrase for the test`;
      const officer = await new Asker(origin, { username: CANARY.officer, password }).signIn();
      const [number] = (there.case_file ?? []).map((row) => row.find((value) => /^NWT-/.test(String(value))));
      expect((await officer.get(`/api/v1/cases/${String(number)}/evidence/1/copy`)).status).toBe(200);
      expect((await officer.get(`/cases/${String(number)}`)).text).toContain('canary-allegation');
      const verified = await new Commands(server.app, () => Promise.resolve('')).run({
        name: 'audit verify',
        head: undefined,
      });
      expect(verified.text).toMatch(/unbroken/);
      const writer = server.app.get(Database).writer;
      await expect(writer.query(`UPDATE audit_row SET act = 'x'`)).rejects.toThrow(/append-only/);
      await expect(writer.query('DELETE FROM case_event')).rejects.toThrow();
    } finally {
      await server.stop();
    }
  });

  it('holds one moment while people go on filing', async () => {
    const file = fileName();
    const settings = await besides();
    let over = false;
    const filing = (async () => {
      let filed = 0;
      for (; !over; filed++) await house.anyone.post('/api/v1/complaints', { allegation: CANARY.allegation });
      return filed;
    })();
    await run({ name: 'backup', file }).finally(() => (over = true));
    expect(await filing).toBeGreaterThan(0);
    expect(await bringBack(settings, file)).toContain('audit unbroken');
    const { case_file: cases, fact_case: facts, case_number: numbers } = await rowsIn(settings);
    expect([facts?.length, numbers?.length]).toEqual([cases?.length, cases?.length]);
  });

  it('holds no canary, no secret and no share in any byte, and is for its owner alone', async () => {
    const file = await backUp();
    const bytes = readFileSync(file);
    const secret = secretOf(house.settings);
    const codes = [...sheets.split('\n'), ...serverLines];
    const words = [...Object.values(CANARY), receipt, secret, ...codes, 'case_file', 'sealed_item'];
    for (const word of words) {
      const plain = Buffer.from(word);
      const wide = Buffer.from(word, 'utf16le');
      const base64 = [0, 1, 2].map((pad) =>
        Buffer.concat([Buffer.alloc(pad), plain])
          .toString('base64')
          .slice(4, -4),
      );
      for (const shape of [plain, wide, plain.toString('hex'), ...base64]) expect(bytes.includes(shape)).toBe(false);
    }
    expect(bytes.includes(Buffer.from(secret, 'hex'))).toBe(false);
    await expect(run({ name: 'backup', file })).rejects.toThrow('is there already');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('takes nothing from a file that is cut, changed, lengthened, mixed or foreign', async () => {
    const whole = readFileSync(await backUp());
    const other = readFileSync(await backUp());
    const settings = await besides();
    const changedAt = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
      return bytes;
    };
    const streamAt = whole.length - Math.floor(whole.length / 65_553) * 65_553;
    const swapped = Buffer.concat([
      whole.subarray(0, streamAt),
      whole.subarray(streamAt + 65_553, streamAt + 2 * 65_553),
      whole.subarray(streamAt, streamAt + 65_553),
      whole.subarray(streamAt + 2 * 65_553),
    ]);
    const bad: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      foreign: Buffer.from('PK\x03\x04 this is something else altogether'),
      'cut in the head': whole.subarray(0, 100),
      'cut in a piece': whole.subarray(0, whole.length - 5),
      'cut between pieces': whole.subarray(0, whole.length - 65_553),
      'nothing but a head': whole.subarray(0, streamAt),
      lengthened: Buffer.concat([whole, Buffer.alloc(1)]),
      'lengthened by a piece': Buffer.concat([whole, whole.subarray(-65_553)]),
      'changed magic': changedAt(3),
      'changed length': changedAt(17),
      'changed head': changedAt(40),
      'changed head mac': changedAt(streamAt - 1),
      'changed first piece': changedAt(streamAt + 9),
      'changed in the middle': changedAt(Math.floor(whole.length / 2)),
      'changed last byte': changedAt(whole.length - 1),
      'pieces exchanged': swapped,
      'head of another': Buffer.concat([whole.subarray(0, streamAt), other.subarray(streamAt)]),
    };
    for (const [how, bytes] of Object.entries(bad)) {
      const file = fileName();
      writeFileSync(file, bytes);
      const outcome = await bringBack(settings, file).then(
        () => 'restored',
        (error: Error) => error,
      );
      expect([how, outcome]).toEqual([how, expect.any(BackupRefused)]);
    }
    await expectNothingIn(settings);
    expect(await bringBack(settings, await backUp())).toContain('audit unbroken');
  });

  it('needs both sheets, the old secret, the same province and an empty place', async () => {
    const file = await backUp();
    const settings = await besides();
    const [first = '', second = ''] = sheets.split('\n');
    for (const typed of ['', first, second, `${first}\n${first}`, `${first}\n${second}\n${second}`]) {
      await expect(bringBack(settings, file, typed)).rejects.toThrow(BackupRefused);
    }
    const mistyped = `${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}\n${second}`;
    await expect(bringBack(settings, file, mistyped)).rejects.toThrow(/mistyped/);
    const wrong = await newPlace({ SERVER_SECRET: 'ab'.repeat(32) });
    await expect(bringBack(wrong, file)).rejects.toThrow(/is not the one of the machine/);
    const none = await newPlace({});
    await expect(bringBack(none, file)).rejects.toThrow(ServerSecretError);
    expect(existsSync(none.serverSecretFile)).toBe(false);
    const elsewhere = await newPlace({ SERVER_SECRET: secretOf(house.settings), PROVINCE: 'udon-thani' });
    await expect(bringBack(elsewhere, file)).rejects.toThrow(/PROVINCE is/);
    for (const place of [settings, wrong, elsewhere]) await expectNothingIn(place);

    expect(await bringBack(settings, file, `${second.toLowerCase()}\r\n\n ${first.replaceAll('-', ' ')}\n`)).toContain(
      'audit unbroken',
    );
    const there = await rowsIn(settings);
    await expect(bringBack(settings, file)).rejects.toThrow(/not empty/);
    expect(await rowsIn(settings)).toEqual(there);
  });

  it('makes the server secret anew from both sheets where there is none, and from no wrong ones', async () => {
    const file = await backUp();
    const own = sheets;
    const next = printed((await run({ name: 'backup-key', replace: true })).text);
    const { server: others } = next;
    sheets = next.shares.join('\n');
    const strange = Array.from({ length: 2 }, () => writeServerShare(randomBytes(32)));
    const [first = '', second = ''] = serverLines;
    const settings = await newPlace({ PORT: '0' });
    const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
      [/begin with S are needed/, [first]],
      [/begin with S are needed/, [first, first]],
      [/begin with S are needed/, [first, `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`]],
      [/begin with S are needed/, [first, second, first]],
      [/is not the one of the machine/, [first, others[1] ?? '']],
      [/is not the one of the machine/, strange],
    ];
    for (const [why, lines] of wrong) {
      await expect(bringBack(settings, file, [own, ...lines].join('\n'))).rejects.toThrow(why);
      expect([lines, existsSync(settings.serverSecretFile)]).toEqual([lines, false]);
    }
    await expectNothingIn(settings);

    const cut = fileName();
    writeFileSync(cut, readFileSync(file).subarray(0, -5));
    const all = [second.toLowerCase(), own, first.replaceAll('-', ' ')].join('\n');
    await expect(bringBack(settings, cut, all)).rejects.toThrow(BackupRefused);
    expect(existsSync(settings.serverSecretFile)).toBe(false);

    expect(await bringBack(settings, file, all)).toContain('audit unbroken');
    expect(secretOf(settings)).toBe(secretOf(house.settings));
    expect(statSync(settings.serverSecretFile).mode & 0o777).toBe(0o600);
    const server = await startServer(settings, new SetClock());
    try {
      const status = await new Asker(`http://127.0.0.1:${server.port}`).post('/api/v1/status', { receipt });
      expect(status.status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  it('leaves no file under its name and nothing readable when it is killed', async () => {
    const env = environmentOf(house.settings);
    const before = readdirSync(house.settings.dataDir).filter((name) => !/-(wal|shm|journal)$/.test(name));
    const folder = mkdtempSync(join(disk, 'killed-'));
    for (let at = 0; at < 3; at++) {
      const file = join(folder, `${at}.phitak`);
      const program = new Program(['-r', './test/drills/sources.cjs', 'src/cli.ts', 'backup', file], env);
      let over = false;
      void program.ended.then(() => (over = true));
      while (!over && readdirSync(folder).length === at) await wait(1);
      await wait(at);
      await program.kill();
      const { code, stderr } = await program.ended;
      expect([code, stderr]).toEqual([null, '']);
      expect(existsSync(file)).toBe(false);
    }
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const word of Object.values(CANARY)) expect(bytes.includes(word)).toBe(false);
    }
    const after = readdirSync(house.settings.dataDir).filter((name) => !/-(wal|shm|journal)$/.test(name));
    expect(after).toEqual(before);
    const late = join(folder, 'whole.phitak');
    const { code, stdout } = await new Program(['-r', './test/drills/sources.cjs', 'src/cli.ts', 'backup', late], env)
      .ended;
    expect([code, stdout]).toEqual([0, expect.stringContaining('missing 0')]);
    expect(await bringBack(await besides(), late)).toContain('audit unbroken');
  }, 300_000);

  if (home === 'PostgreSQL') {
    it('takes what SQLite gave', async () => {
      if (!onSqlite) throw new Error('no SQLite');
      const small = await newHouse(onSqlite);
      try {
        await fill(small);
        const typed = await keyOf(small);
        const file = await backUp(small);
        const there = still(await contents(small.server.app.get(Database)));
        const settings = await newPlace({ SERVER_SECRET: secretOf(small.settings), PORT: '0' });
        expect(await bringBack(settings, file, typed)).toContain('audit unbroken');
        expect(still(await rowsIn(settings))).toEqual(there);
        const back = await newPlace({ SERVER_SECRET: secretOf(house.settings) }, onSqlite);
        expect(await bringBack(back, await backUp())).toContain('audit unbroken');
      } finally {
        await small.close();
      }
    });
  }

  it('refuses a backup whose audit trail does not hold, and takes back what it had begun', async () => {
    const writer = house.server.app.get(Database).writer;
    const trigger = new TriggerAtHand(house.server.app.get(Database), 'audit_row_no_update', 'audit_row');
    await trigger.away();
    await writer.query(`UPDATE audit_row SET act = 'case.nothing' WHERE no = 3`);
    await trigger.back();
    const settings = await besides();
    await expect(bringBack(settings, await backUp())).rejects.toThrow(/broken at row 3/);
    await expectNothingIn(settings);
  });
});
