import { randomInt } from 'node:crypto';
import { Routes } from '../../src/access/routes';
import { Notices } from '../../src/notices/notices';
import { Sending } from '../../src/notices/sending';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { log } from '../../src/platform/log';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { PostOffice, allPosted } from '../harness/post-office';
import type { People } from './people';
import { PEOPLE, hireAll } from './people';
import { foundIn } from './shapes';
import { stolenFrom } from './thief';

const AGED = 2_000;
/** Monday 10:00 in Bangkok. */
const START = '2026-03-09T03:00:00.000Z';
const HOURS = 3_600_000;

const word = (): string => Array.from({ length: 16 }, () => 'bcdfghjkmnpqrstvwz'[randomInt(18)]).join('');

/** Attacks 1, 10 and 11 upon what the server itself can open: a reporter's address for notices. */
eachHouse((_home, open) => {
  const office = new PostOffice();
  const canaries = Array.from({ length: 6 }, word);
  const [first = '', second = '', third = ''] = [0, 2, 4].map(
    (at) => `${canaries[at]}@${canaries[at + 1]}.example.net`,
  );
  const logged: string[] = [];
  const answers: string[] = [];
  let house: House;
  let people: People;
  let number = '';
  let stolen: Buffer;

  const reporter = async (receipt: string): Promise<string> => {
    const { headers } = await house.anyone.post('/api/v1/reporter/sessions', { receipt });
    return headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const turn = async (): Promise<void> => {
    await house.server.app.get(Notices).read();
    await house.server.app
      .get(Sending)
      .run()
      .catch((error: unknown) => log.error({ error: String(error).length }, 'x'));
  };
  const later = (ms: number) => house.clock.set(new Date(house.clock.date().getTime() + ms).toISOString());
  const rename = (from: string, to: string) =>
    house.server.app.get(Database).write((em) => sql(em, `ALTER TABLE ${from} RENAME TO ${to}`));

  beforeAll(async () => {
    for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const) {
      jest.spyOn(log, level).mockImplementation((...args: unknown[]) => void logged.push(JSON.stringify(args)));
    }
    for (const level of ['log', 'warn', 'error'] as const) {
      jest
        .spyOn(console, level)
        .mockImplementation((...args: unknown[]) => void logged.push(args.map(String).join(' ')));
    }
    const since = Date.now() - AGED;
    const SMTP_URL = await office.open();
    house = await open({ SMTP_URL, MAIL_FROM: 'notice@example.org', RATE_LIMITS: 'off' });
    house.clock.set(START);
    people = await hireAll(house);
    const body = { allegation: 'ก', noticeEmail: first };
    const filed = (await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', body)).body;
    number = filed.number;
    const cookie = await reporter(filed.receipt);
    const put = (email: string) => house.anyone.ask('PUT', '/api/v1/reporter/address', { email }, { cookie });
    const say = () => people.desk_officer.post(`/api/v1/cases/${number}/words`, { text: 'ข' });

    await say();
    await allPosted(house);
    later(4 * HOURS);
    await allPosted(house);
    await put(second);
    // A server that quotes whom it refuses, then none at all.
    office.refuses = (to) => ({ code: 550, says: `5.1.1 <${to}>: no mailbox for ${to}` });
    await say();
    await allPosted(house);
    later(HOURS);
    await allPosted(house);
    await office.close();
    later(HOURS / 2);
    await allPosted(house);
    // The tables go away under the running program.
    await rename('reporter_address', 'away');
    answers.push((await put(third)).text, (await house.anyone.get('/my-report', { cookie })).text);
    answers.push((await house.anyone.post('/api/v1/complaints', { allegation: 'ก', noticeEmail: third })).text);
    later(HOURS / 2);
    await turn();
    await rename('away', 'reporter_address');
    await put(third);
    answers.push((await house.anyone.get('/my-report', { cookie })).text);
    stolen = await stolenFrom(house, since);
  });
  afterAll(async () => {
    await house?.close();
    await office.close();
    jest.restoreAllMocks();
  });

  it('was real: written to, refused by name, and lost with its table', () => {
    expect(office.mails.map(({ to }) => to)).toEqual([first]);
    expect(foundIn(Buffer.from(office.mails.map(({ raw }) => raw).join()), canaries)).toEqual(canaries.slice(0, 2));
    expect(logged.join('\n')).toMatch(/not posted/);
    expect(logged.join('\n')).toMatch(/"550"/);
    expect(stolen.includes(number)).toBe(true);
  });

  it('stands in no byte of the database, its WAL, temporary files or Redis', () => {
    expect(foundIn(stolen, canaries)).toEqual([]);
  });

  it('stands in no log, at no level', () => {
    expect(foundIn(Buffer.from(logged.join('\n')), canaries)).toEqual([]);
  });

  it('stands in no answer to her or to anybody', async () => {
    expect(foundIn(Buffer.from(answers.join('\n')), canaries)).toEqual([]);
    const paths = house.server.app
      .get(Routes)
      .list()
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(':number', number).replace(':no', '1').replace(/:\w+/g, 'x'));
    for (const role of PEOPLE) {
      await people[role].signIn();
      for (const path of paths) answers.push((await people[role].get(path)).text);
    }
    expect(foundIn(Buffer.from(answers.join('\n')), canaries)).toEqual([]);
  });
});
