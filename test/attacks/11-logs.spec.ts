import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { sql } from '../../src/platform/database/sql';
import { errorLine } from '../../src/platform/log';
import { projectRoot } from '../../src/platform/root';
import { forgetKeys } from '../bench/redis';
import type { Answer, Asker } from '../harness/app';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { enclose } from '../harness/enclosed';
import { redisAnswers } from '../harness/parts';
import { Canaries } from './canaries';
import { RealHouse } from './real-house';
import { foundIn } from './shapes';

const PATIENCE_MS = 120_000;
/** Stands for the reporter's: behind a proxy that says where she is. */
const ADDRESS = '203.0.113.77';
const AGENT = 'KanariBrowserOfTheReporter';
const PUBLIC_PAGES = ['/', '/complaints/new', '/status', '/status/lost', '/claims', '/channels', '/safety'];

/** Attack 11: what errors and the loudest log tell. The tables go away under the running program. */
eachHome((home, open) => {
  const canaries = new Canaries();
  const prefix = `phitak-attack-${process.pid}`;
  const answers: Answer[] = [];
  const secrets: string[] = [];
  let place: Place;
  let log = '';

  const behind = { 'x-forwarded-for': ADDRESS, 'user-agent': AGENT, referer: `http://phitak/${'x'.repeat(9)}` };
  const rename = async (from: string, to: string): Promise<void> => {
    const source = await new DataSource(dataSourceOptions(place.settings, [], 'default')).initialize();
    await sql(source.manager, `ALTER TABLE ${from} RENAME TO ${to}`);
    await source.destroy();
  };
  const complaint = () => ({
    allegation: canaries.plant('allegation'),
    contact: { name: canaries.plant('name'), phone: canaries.plant('phone') },
  });

  /** Each door that takes a text or a code, while the table behind it is away. */
  const knock = async (house: RealHouse, officer: Asker, number: string, receipt: string): Promise<void> => {
    const file = { name: `${canaries.plant('file name')}.txt`, bytes: Buffer.from(canaries.plant('file')) };
    const sorting = { outcome: 'accept', type: 'general', corruptionAlleged: 'no' };
    const at = `/api/v1/cases/${number}`;
    answers.push(
      await house.anyone.post('/api/v1/complaints', complaint(), behind),
      await enclose(house.anyone, '/complaints/new', { allegation: canaries.plant('page') }, [file], behind),
      await house.anyone.post('/api/v1/status', { receipt }, behind),
      await house.anyone.post('/api/v1/reporter/sessions', { receipt }, behind),
      await house.anyone.post('/api/v1/claims', { claimCode: secrets[1] }, behind),
      await officer.post(`${at}/comments`, { text: canaries.plant('comment') }),
      await officer.post(`${at}/words`, { text: canaries.plant('words') }),
      await officer.post(`${at}/sorting`, { ...sorting, reasons: canaries.plant('sorting') }),
      await house.anyone.raw('POST', '/api/v1/complaints', `{"allegation": "${canaries.plant('broken JSON')}`, {
        'content-type': 'application/json',
        ...behind,
      }),
      await house.anyone.get(`/${encodeURIComponent(canaries.plant('path'))}?x=${receipt}`, behind),
    );
  };

  beforeAll(async () => {
    const queue = { REDIS_URL: 'redis://127.0.0.1:6379', REDIS_PREFIX: prefix };
    place = await open(home === 'PostgreSQL' && redisAnswers() ? queue : {});
    const house = await RealHouse.start(
      place,
      { officer: 'desk_officer' },
      { LOG_LEVEL: 'debug', TRUST_PROXY: 'loopback' },
    );
    const officer = await house.officer('officer');
    const { body } = await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', complaint());
    const desk = { channel: 'telephone', receivedAt: '2026-01-02', allegation: canaries.plant('desk') };
    const entered = await officer.post<{ claimCode: string }>('/api/v1/desk/complaints', desk);
    secrets.push(body.receipt, entered.body.claimCode);
    for (const table of ['sealed_item', 'reporter_key', 'case_event', 'notice']) {
      await rename(table, 'away');
      await knock(house, officer, body.number, body.receipt);
      await rename('away', table);
    }
    const { stdout, stderr } = await house.server.program.stop();
    log = stdout + stderr;
  }, PATIENCE_MS);
  afterAll(async () => {
    await place?.remove();
    if (place?.settings.redisUrl) await forgetKeys(place.settings.redisUrl, prefix);
  });

  it('was made to fail, at the doors and in the jobs, and wrote it down', () => {
    expect(answers.filter(({ status }) => status === 500).length).toBeGreaterThan(8);
    expect(log).toContain('request failed');
    expect(log).toContain('job failed');
  });

  it('logs no text, name, receipt, code, address, browser or path', () => {
    const bytes = Buffer.from(log);
    expect(canaries.fieldsOf(foundIn(bytes, canaries.words))).toEqual([]);
    expect(foundIn(bytes, [...secrets, ADDRESS, AGENT, '127.0.0.1', 'INSERT INTO', 'SELECT '])).toEqual([]);
  });

  it('says an id to the outside, and no table, statement, stack or text', () => {
    for (const { text } of answers.filter(({ status }) => status === 500)) {
      expect(text).not.toMatch(/sealed_item|reporter_key|case_event|SQLITE|relation|\bat \/|node_modules/);
      expect(foundIn(Buffer.from(text), [...canaries.words, ...secrets])).toEqual([]);
    }
  });
});

describe('what an error says', () => {
  it('is not logged, not even when it looks like lines of a stack', () => {
    const word = new Canaries().plant('message');
    const error = new Error(`duplicate key\n    at ${word} (${word})\nDetail: ${word}`);
    expect(JSON.stringify(errorLine(error))).not.toContain(word);
    expect(errorLine(error).at[0]).toContain('11-logs.spec');
  });
});

/** Addresses stand in histories, logs of others and referrers: nothing that matters may stand in one. */
eachHome((home, open) => {
  if (home !== 'SQLite') return; // addresses do not know the database
  it('asks for nothing that matters by an address, and lets the browser tell nobody where it came from', async () => {
    const place = await open();
    const house = await RealHouse.start(place, {}, {});
    for (const path of PUBLIC_PAGES) {
      const { status, text, headers } = await house.anyone.get(path);
      expect([path, status, headers.get('referrer-policy')]).toEqual([path, 200, 'no-referrer']);
      const forms = text.match(/<form[^]*?<\/form>/g) ?? [];
      const byAddress = forms.filter((form) => !/^<form[^>]*method="post"/i.test(form));
      expect([path, byAddress.filter((form) => /<textarea|name="(receipt|claimCode|message)"/.test(form))]).toEqual([
        path,
        [],
      ]);
    }
    const filed = await house.anyone.form('/complaints/new', { allegation: 'ก' });
    const receipt = /name="receipt" value="(\d{20})"/.exec(filed.text)?.[1] ?? '';
    const inside = await house.anyone.form('/status', { receipt });
    expect([receipt.length, inside.status, inside.headers.get('location')]).toEqual([20, 303, '/my-report']);
    await house.server.stop();
    await place.remove();
  });
});

describe('the sample for nginx', () => {
  const sample = readFileSync(join(projectRoot, 'docs/nginx.sample.conf'), 'utf8').replace(/#.*$/gm, '');

  it('logs nothing, keeps no body on disk and passes no referrer on', () => {
    expect(sample.match(/access_log\s+[^;]+;/g)).toEqual(['access_log off;', 'access_log off;']);
    expect(sample.match(/error_log\s+[^;]+;/g)).toEqual(['error_log /dev/null crit;', 'error_log /dev/null crit;']);
    expect(sample).not.toMatch(/log_format|\$request|\$uri|\$args|\$query/);
    for (const line of ['proxy_request_buffering off;', 'proxy_buffering off;', 'proxy_set_header Referer "";']) {
      expect(sample).toContain(line);
    }
  });
});
