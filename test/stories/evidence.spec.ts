import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Evidence } from '../../src/evidence/evidence';
import { HandingOut } from '../../src/evidence/handing-out';
import { Exhibits } from '../../src/evidence/exhibits';
import { CANARY, filmOf, letter, photograph, wordDocument } from '../../src/evidence/testing/fixtures';
import { holds } from '../../src/evidence/testing/seeking';
import { Cases } from '../../src/cases/cases';
import { Receipts } from '../../src/reporters/receipts';
import { Settings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { newId } from '../../src/platform/ids';
import { startServer } from '../../src/server';
import { SealedFiles } from '../../src/vault/sealed-files';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { FakeClamd } from '../harness/clamd';
import type { Enclosure } from '../harness/enclosed';
import { enclose } from '../harness/enclosed';

interface Filed {
  readonly number: string;
  readonly receipt: string;
  readonly files?: number;
  readonly leftOut?: readonly string[];
}
interface Listed {
  readonly exhibits: readonly {
    readonly no: number;
    readonly name: string;
    readonly sha256: string;
    readonly scanned: boolean;
    readonly copy: string | null;
    readonly custody: readonly { readonly act: string; readonly by: string }[];
  }[];
}

const TOLD = { allegation: 'มีการเรียกเงินที่สำนักงาน' };
const MB = 1024 * 1024;

eachHouse((home, open) => {
  let house: House;
  const clamd = new FakeClamd();
  let officer: Asker;
  let investigator: Asker;
  let photo: Enclosure;
  let first: Filed;

  beforeAll(async () => {
    house = await open({ CLAMD_SOCKET: await clamd.start(), RATE_LIMITS: 'off' });
    officer = await house.officer('officer', ['desk_officer']);
    investigator = await house.officer('investigator', ['investigator']);
    photo = { name: `${CANARY.fileName}.exe`, bytes: await photograph(), type: 'text/html' };
    first = (
      await enclose<Filed>(house.anyone, '/api/v1/complaints', TOLD, [
        photo,
        { name: 'จดหมาย.pdf', bytes: await letter() },
        { name: 'film.mp4', bytes: filmOf('isom') },
      ])
    ).body;
  });
  afterAll(async () => {
    await house.close();
    await clamd.stop();
  });

  const database = () => house.server.app.get(Database);
  const rows = <T extends object>(text: string, values: readonly string[] = []) =>
    database().write((em) => sql<T>(em, text, values));
  const at = ({ number }: Pick<Filed, 'number'>, rest = '') => `/api/v1/cases/${number}/evidence${rest}`;
  const list = async (filed: Pick<Filed, 'number'>) => (await officer.get<Listed>(at(filed))).body.exhibits;
  const fetched = async (path: string): Promise<Response> => {
    const cookie = (officer as unknown as { cookie: string }).cookie;
    return fetch(house.origin + path, { headers: { cookie } });
  };
  const shelf = (): string => join(house.settings.dataDir, 'evidence');
  const onShelf = (): readonly string[] =>
    existsSync(shelf())
      ? readdirSync(shelf(), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [];
  const file = async (files: readonly Enclosure[] = []) =>
    (await enclose<Filed>(house.anyone, '/api/v1/complaints', TOLD, files)).body;
  const fileOf = async ({ number }: Pick<Filed, 'number'>, no: number, column = 'clean_file') =>
    (
      await rows<{ id: string }>(
        `SELECT e.${column} AS id FROM exhibit e JOIN case_file f ON f.id = e.case_id WHERE f.number = $1 AND e.no = ${no}`,
        [number],
      )
    )[0]?.id ?? '';
  const pathOf = (id: string): string => join(shelf(), id.slice(-2), id);

  it('takes what the reporter encloses, and shows name, hash and chain to who handles the case', async () => {
    expect(first).toMatchObject({ files: 3, leftOut: [] });
    const exhibits = await list(first);
    expect(exhibits.map(({ no, copy }) => [no, copy])).toEqual([
      [1, 'jpeg'],
      [2, 'pdf'],
      [3, null],
    ]);
    expect(exhibits[0]).toMatchObject({
      name: photo.name,
      sha256: createHash('sha256').update(photo.bytes).digest('hex'),
      scanned: true,
      custody: [
        { act: 'received', by: 'reporter' },
        { act: 'scanned', by: 'reporter' },
        { act: 'cleaned', by: 'reporter' },
      ],
    });
    const { text, status } = await officer.get(`/cases/${first.number}/evidence`);
    expect(status).toBe(200);
    expect(text).toContain('มีเฉพาะต้นฉบับ');
  });

  it('takes them from a plain form without script, and says so on the slip', async () => {
    const { status, text } = await enclose(house.anyone, '/complaints/new', TOLD, [photo]);
    expect(status).toBe(201);
    expect(text).toContain('รับไฟล์ของท่านไว้แล้ว ๑ ไฟล์');
    expect((await enclose(house.anyone, '/complaints/new', TOLD, [{ name: '', bytes: Buffer.of() }])).status).toBe(201);
  });

  it('hands out cleaned copies alone, named after the case and nothing else', async () => {
    for (const [no, ending, type] of [
      [1, 'jpg', 'image/jpeg'],
      [2, 'pdf', 'application/pdf'],
    ] as const) {
      const answer = await fetched(`/cases/${first.number}/evidence/${no}/copy`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      for (const word of Object.values(CANARY)) expect([word, await holds(bytes, word)]).toEqual([word, false]);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${first.number}-${no}.${ending}"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
      });
    }
    const picture = await fetched(`/cases/${first.number}/evidence/1/picture`);
    expect(picture.headers.get('content-disposition')).toMatch(/^inline; filename="NWT-\d{4}-\d{7}-1\.jpg"$/);
    const refused = ['2/picture', '3/copy', '3/picture', '4/copy', '0/copy', 'x/copy', '1e0/copy'];
    for (const path of refused) {
      expect([path, (await fetched(`/cases/${first.number}/evidence/${path}`)).status]).toEqual([path, 404]);
    }
    const [exhibit] = await list(first);
    expect(exhibit?.custody.map(({ act }) => act)).toEqual([
      'received',
      'scanned',
      'cleaned',
      'handed_out',
      'handed_out',
    ]);
    const audited = await rows<{ act: string }>(`SELECT act FROM audit_row WHERE act LIKE 'exhibit.handed%'`);
    expect(audited).toHaveLength(3);
  });

  it('leaves no canary in any byte of the data folder or the database', async () => {
    await file([{ name: 'a.docx', bytes: await wordDocument() }]);
    const stored = onShelf().map((path) => [path, readFileSync(path)] as const);
    if (home === 'SQLite') {
      const { dataDir } = house.settings;
      for (const name of readdirSync(dataDir).filter((one) => statSync(join(dataDir, one)).isFile())) {
        stored.push([name, readFileSync(join(dataDir, name))]);
      }
    } else {
      for (const table of ['exhibit', 'sealed_file', 'sealed_item', 'case_event', 'custody_entry', 'audit_row']) {
        stored.push([table, Buffer.from(JSON.stringify(await rows(`SELECT * FROM ${table}`)))]);
      }
    }
    expect(stored.length).toBeGreaterThan(5);
    const hash = createHash('sha256').update(photo.bytes).digest();
    const secrets = [...Object.values(CANARY), hash.toString('hex'), hash.toString('base64'), 'What the letter says'];
    for (const [name, bytes] of stored) {
      for (const word of secrets) if (await holds(bytes, word)) throw new Error(`${word} stands in ${name}`);
    }
    for (const [path] of stored.filter(([name]) => name.startsWith(shelf()))) {
      expect(path).toMatch(/\/([0-9a-z]{2})\/[0-9a-z]{24}\1$/);
      expect((statSync(path).size - 26) % (65_536 + 17)).toBe(0);
    }
  });

  it('is the desk’s and the assigned investigator’s; to others the case is not there', async () => {
    const land = await house.officer('land', ['agency_contact'], 'NWT-LAND');
    const others = [land, await house.officer('executive', ['executive']), await house.officer('head', ['desk_head'])];
    const statuses = [];
    for (const asker of [investigator, ...others]) {
      const post = await enclose(asker, at(first), {}, [photo]);
      statuses.push([(await asker.get(at(first))).status, (await asker.get(at(first, '/1/copy'))).status, post.status]);
    }
    expect(statuses).toEqual([
      [404, 404, 404],
      [403, 403, 403],
      [403, 403, 403],
      [200, 200, 201],
    ]);
    expect((await house.anyone.get(at(first, '/1/copy'))).status).toBe(401);
    const hers = await file();
    await rows('UPDATE case_file SET investigator = (SELECT id FROM officer WHERE username = $1) WHERE number = $2', [
      'investigator',
      hers.number,
    ]);
    expect((await enclose(investigator, at(hers), {}, [photo])).status).toBe(201);
    expect((await investigator.get(at(hers, '/1/copy'))).status).toBe(200);
  });

  it('gives no original to anybody, and seals what the office brings away from the reporter', async () => {
    const hers = await file([photo]);
    expect((await enclose(officer, at(hers), {}, [photo])).status).toBe(201);
    const grants = await rows<{ field: string; reader: string; part: string; kind: string; no: number }>(
      `SELECT s.field, c.kind, g.reader, g.part, e.no FROM exhibit e JOIN case_file f ON f.id = e.case_id
       JOIN sealed_file s ON s.id IN (e.original_file, e.clean_file) JOIN compartment c ON c.id = s.compartment_id
       JOIN key_grant g ON g.compartment_id = c.id WHERE f.number = $1`,
      [hers.number],
    );
    const told = (field: string, no: number) =>
      [
        ...new Set(
          grants
            .filter((one) => one.field === field && one.no === no)
            .map((g) => `${g.reader.split(':')[0]} ${g.part} ${g.kind}`),
        ),
      ].sort();
    expect(told('original', 1)).toEqual(['unit custodian_half original', 'unit handler_half original']);
    expect(told('original', 2)).toEqual(told('original', 1));
    expect(told('clean', 1)).toEqual(['reporter whole dialogue', 'unit whole dialogue']);
    expect(told('clean', 2)).toEqual(['unit whole work']);
    const looker = { province: 'NWT', roles: ['desk_officer', 'custodian'], officerId: newId(), hidden: [] } as never;
    const [row] = await rows<{ id: string }>('SELECT id FROM case_file WHERE number = $1', [hers.number]);
    const original = await fileOf(hers, 1, 'original_file');
    const ref = { id: row?.id ?? '', province: 'NWT' };
    await expect(house.server.app.get(SealedFiles).read(looker, ref, original)).rejects.toThrow('Not found.');
    await rows('UPDATE exhibit SET clean_file = original_file WHERE original_file = $1', [original]);
    expect((await officer.get(at(hers, '/1/copy'))).status).toBe(404);
  });

  it('keeps the hash so that only the opened original is confirmed', async () => {
    const exhibits = house.server.app.get(Exhibits);
    const [row] = await rows<{ id: string }>('SELECT id FROM case_file WHERE number = $1', [first.number]);
    const exhibit = await exhibits.find(row?.id ?? '', 1);
    if (!exhibit) throw new Error('no exhibit');
    expect(exhibits.isOriginal(exhibit, photo.bytes)).toBe(true);
    expect(exhibits.isOriginal(exhibit, Buffer.concat([photo.bytes, Buffer.of(0)]))).toBe(false);
    expect(exhibit.hashCheck).not.toBe(createHash('sha256').update(photo.bytes).digest('base64'));
  });

  it('takes later files from the reporter’s own side, and gives her back what is hers', async () => {
    const hers = await file();
    const [row] = await rows<{ id: string }>('SELECT id FROM case_file WHERE number = $1', [hers.number]);
    const reporter = { kind: 'reporter', id: null } as const;
    const { app } = house.server;
    const brought = await app.get(Evidence).add(row?.id ?? '', [photo], 'reporter', reporter);
    await enclose(officer, at(hers), {}, [photo]);
    expect(brought.exhibits.map(({ no, source }) => [no, source])).toEqual([[1, 'reporter']]);
    const told = await rows<{ by_kind: string }>(
      `SELECT by_kind FROM case_event WHERE kind = 'exhibitAdded' AND case_id = $1 ORDER BY seq`,
      [row?.id ?? ''],
    );
    expect(told.map((line) => line.by_kind)).toEqual(['reporter', 'officer']);
    const receipts = app.get(Receipts);
    const opened = await receipts.find('receipt', await receipts.derive('receipt', hers.receipt, 'filing'));
    const caseFile = await app.get(Cases).byId(row?.id ?? '');
    if (!opened) throw new Error('the receipt opens nothing');
    const copy = await app.get(HandingOut).handToReporter(opened.key, caseFile, '1');
    expect([copy.name, await holds(copy.bytes, CANARY.author)]).toEqual([`${hers.number}-1.jpg`, false]);
    await expect(app.get(HandingOut).handToReporter(opened.key, caseFile, '2')).rejects.toThrow('Not found.');
  });

  describe('refuses', () => {
    it.each([
      ['a page called .jpg', 'a.jpg', '<!doctype html><script>1</script>', 'หน้าเว็บ', 'web page'],
      ['SVG', 'b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG', 'SVG'],
      ['a program', 'c.pdf', 'MZ\0\0', 'ไม่ใช่ชนิดที่รับได้', 'of no kind we take'],
    ])(
      '%s, naming file and reason in both languages, and writes nothing',
      async (_what, name, words, thai, english) => {
        const before = onShelf().length;
        const cases = await rows('SELECT id FROM case_file');
        const enclosed = [photo, { name, bytes: Buffer.from(words) }];
        const th = await enclose<{ fields: { field: string; message: string }[] }>(
          house.anyone,
          '/api/v1/complaints',
          TOLD,
          enclosed,
        );
        expect(th.status).toBe(400);
        expect(th.body.fields).toHaveLength(1);
        expect(th.body.fields[0]).toMatchObject({ field: 'files' });
        expect(th.body.fields[0]?.message).toContain(name);
        expect(th.body.fields[0]?.message).toContain(thai);
        const en = await enclose(officer, at(first), {}, enclosed, { 'accept-language': 'en' });
        expect([en.status, en.text.includes(english)]).toEqual([400, true]);
        const page = await enclose(house.anyone, '/complaints/new', TOLD, enclosed);
        expect([page.status, page.text.includes(name), page.text.includes(TOLD.allegation)]).toEqual([400, true, true]);
        expect(onShelf()).toHaveLength(before);
        expect(await rows('SELECT id FROM case_file')).toHaveLength(cases.length);
      },
    );

    it('a file over 10 MB, a sixth file and a form over all bounds', async () => {
      const large = { name: 'large.txt', bytes: Buffer.alloc(10 * MB + 1, 97) };
      const page = await enclose(house.anyone, '/complaints/new', TOLD, [large]);
      expect([page.status, page.text.includes('large.txt'), page.text.includes(TOLD.allegation)]).toEqual([
        413,
        true,
        true,
      ]);
      expect((await enclose(officer, at(first), {}, [large])).status).toBe(413);
      const six = Array.from({ length: 6 }, () => ({ name: 'a.txt', bytes: Buffer.from('a') }));
      expect((await enclose(house.anyone, '/api/v1/complaints', TOLD, six)).status).toBe(400);
      const flood = Array.from({ length: 6 }, () => ({ name: 'a.txt', bytes: Buffer.alloc(9 * MB, 97) }));
      expect((await enclose(house.anyone, '/api/v1/complaints', TOLD, flood)).status).toBe(413);
      expect((await enclose(house.anyone, '/api/v1/complaints', { allegation: 'ก'.repeat(120_000) }, [])).status).toBe(
        413,
      );
    });

    it('more than 50 MB in one case, and leaves nothing half-written', async () => {
      const hers = await file();
      const nine = { name: 'a.txt', bytes: Buffer.alloc(9 * MB, 97) };
      for (let count = 0; count < 5; count++) expect((await enclose(officer, at(hers), {}, [nine])).status).toBe(201);
      const before = onShelf().length;
      expect((await enclose(officer, at(hers), {}, [nine])).status).toBe(413);
      expect(onShelf()).toHaveLength(before);
      expect(await list(hers)).toHaveLength(5);
    });

    it('files in another field, broken forms, nothing at all, and other sites', async () => {
      const broken = { 'content-type': 'multipart/form-data; boundary=x' };
      const body = new Uint8Array(
        Buffer.from('--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nab'),
      );
      const answers = [
        await house.anyone.raw('POST', '/api/v1/complaints', body, broken),
        await house.anyone.raw('POST', '/api/v1/complaints', body, { 'content-type': 'multipart/form-data' }),
        await enclose(officer, at(first), {}, []),
        await officer.raw('POST', `/cases/${first.number}/evidence`, undefined, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
      expect((await enclose(officer, at(first), {}, [photo], { origin: 'https://elsewhere.example' })).status).toBe(
        403,
      );
      expect((await enclose(house.anyone, at(first), {}, [photo])).status).toBe(401);
    });
  });

  describe('with a scanner', () => {
    const bad = { name: 'bad.txt', bytes: Buffer.from(`hello ${FakeClamd.BAD}`) };

    it('takes the office’s file from a plain form, and shows the case’s page again', async () => {
      const page = `/cases/${first.number}/evidence`;
      const taken = await enclose(officer, page, {}, [photo]);
      expect([taken.status, taken.headers.get('location')]).toEqual([303, page]);
      const refused = await enclose(officer, page, {}, [bad]);
      expect([refused.status, refused.text.includes('bad.txt')]).toEqual([400, true]);
    });

    it('streams the very bytes, and refuses what it finds to staff', async () => {
      const hers = await file();
      const { status, text } = await enclose(officer, at(hers), {}, [bad]);
      expect([status, text.includes('bad.txt')]).toEqual([400, true]);
      expect(clamd.seen.at(-1)?.equals(bad.bytes)).toBe(true);
      expect(clamd.seen.some((bytes) => bytes.equals(photo.bytes))).toBe(true);
    });

    it('takes a reporter’s complaint without the file, and says so', async () => {
      const taken = await file([photo, bad]);
      expect(taken).toMatchObject({ files: 1, leftOut: ['bad.txt'] });
      expect(await list(taken)).toHaveLength(1);
      const { status, text } = await enclose(house.anyone, '/complaints/new', TOLD, [bad]);
      expect([status, text.includes('ไม่ได้รับไฟล์ “bad.txt”')]).toEqual([201, true]);
    });

    it('takes files when none answers, and marks them', async () => {
      const settings = house.settings as { clamdSocket: string | null };
      const { clamdSocket } = settings;
      settings.clamdSocket = '127.0.0.1:1';
      const taken = await file([bad]).finally(() => (settings.clamdSocket = clamdSocket));
      expect((await list(taken))[0]).toMatchObject({ scanned: false });
      expect((await officer.get(`/cases/${taken.number}/evidence`)).text).toContain('ยังไม่ได้ตรวจไวรัส');
    });
  });

  describe('against somebody at the disk and the database', () => {
    const copy = (filed: Filed, no = 1) => officer.get(at(filed, `/${no}/copy`));
    const alarms = async () => (await rows(`SELECT no FROM audit_row WHERE act = 'seal.broken'`)).length;

    it('opens no file that was cut short, changed, swapped or taken away', async () => {
      const large = { name: 'a.txt', bytes: Buffer.alloc(200_000, 97) };
      const hers = await file([large, large]);
      const [one, two] = [pathOf(await fileOf(hers, 1)), pathOf(await fileOf(hers, 2))];
      const whole = readFileSync(one);
      const before = await alarms();
      const tampered: (() => void)[] = [
        () => truncateSync(one, whole.length - (65_536 + 17)),
        () => truncateSync(one, whole.length - 1),
        () => writeFileSync(one, Buffer.concat([whole.subarray(0, -1), Buffer.of(1)])),
        () => writeFileSync(one, readFileSync(two)),
        () => rmSync(one),
      ];
      for (const change of tampered) {
        change();
        expect((await copy(hers)).status).toBe(500);
        writeFileSync(one, whole);
      }
      expect(await alarms()).toBe(before + tampered.length);
      expect((await copy(hers)).status).toBe(200);
    });

    it('lets nobody change or shorten the chain', async () => {
      await expect(rows(`UPDATE custody_entry SET act = 'opened'`)).rejects.toThrow('append-only');
      await expect(rows('DELETE FROM custody_entry')).rejects.toThrow('append-only');
    });
  });

  describe('when the power goes', () => {
    it('takes the bytes away with a write that was rolled back', async () => {
      const before = onShelf().length;
      const [row] = await rows<{ id: string; province: string }>(
        'SELECT id, province FROM case_file WHERE number = $1',
        [first.number],
      );
      const files = house.server.app.get(SealedFiles);
      if (!row) throw new Error('no case');
      const failing = database().write(async () => {
        await files.seal(row, 'dialogue', 'clean', Buffer.from('a'));
        expect(onShelf()).toHaveLength(before + 1);
        throw new Error('the power');
      });
      await expect(failing).rejects.toThrow('the power');
      expect(onShelf()).toHaveLength(before);
    });

    it('leaves no orphan after the next start, and keeps what has a row', async () => {
      const kept = onShelf();
      const folder = join(shelf(), (kept[0] ?? '').slice(-2));
      const orphans = [newId(), `${newId()}.part`].map((name) => join(folder, name));
      for (const path of orphans) {
        writeFileSync(path, 'sealed bytes without a row');
        if (home === 'PostgreSQL') utimesSync(path, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
      }
      await house.server.stop();
      const settings = new Settings({ ...house.settings, redisUrl: null });
      Object.assign(house, { server: await startServer(settings, house.clock) });
      expect([...onShelf()].sort()).toEqual([...kept].sort());
      expect(house.server.app.get(Evidence)).toBeDefined();
    });
  });
});
