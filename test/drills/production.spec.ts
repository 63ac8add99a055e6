import { Client } from '../bench/client';
import type { Env } from '../bench/program';
import { Program } from '../bench/program';
import { RunningServer } from '../bench/running-server';
import type { Place } from '../harness/databases';
import { eachHome } from '../harness/databases';
import { CLI, DEMO, SERVER, WORKER, environmentOf } from './programs';

const PATIENCE_MS = 240_000;
const PRODUCTION = { NODE_ENV: 'production', RATE_LIMITS: 'on' };

/** The real programs in production, on the first morning: nobody has an account and no unit holds a key. */
eachHome((home, open) => {
  let place: Place;
  let server: RunningServer;
  let client: Client;

  const environment = (more: Env = {}): Env => ({ ...environmentOf(place.settings), ...PRODUCTION, ...more });
  const text = async (path: string): Promise<string> => {
    const { status, body } = await client.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body.toString();
  };

  beforeAll(async () => {
    place = await open();
    server = await RunningServer.start(SERVER, environment());
    client = new Client(server.origin, { cookie: 'lang=en' });
  }, PATIENCE_MS);

  afterAll(async () => {
    client?.close();
    await server?.kill();
    await place?.remove();
  });

  it('answers without a word of a trial, with a kind page instead of the form', async () => {
    expect(await text('/')).not.toContain('class="trial"');
    expect(await text('/safety')).not.toContain('This is a trial');
    const closed = await text('/complaints/new');
    expect(closed).toContain('takes no reports yet');
    expect(closed).not.toContain('name="allegation"');
    const refused = await client.post('/api/v1/complaints', { allegation: 'ก' });
    expect([refused.status, refused.body.toString()]).toEqual([503, expect.stringContaining('NotYetOpen')]);
  });

  it('prints a link for the first administrator, and her session’s cookie is for https alone', async () => {
    const [line = '', path = ''] = await server.program.says(
      /First administrator: http:\/\/localhost:\d+(\/setup\/\S+)/,
    );
    expect(line).not.toContain('trial');
    expect(await text(path)).toContain('name="username"');
    const password = 'a lantern under the old bridge';
    const made = await client.form(path, { username: 'somchai', name: 'สมชาย', passphrase: 'own', password });
    expect(made.status).toBe(201);
    expect((await client.get(path)).status).toBeGreaterThanOrEqual(400);
    const { status, headers } = await client.post('/api/v1/sessions', { username: 'somchai', password });
    expect(status).toBe(201);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; /),
    ]);
  });

  it(
    'lets the command line work, and neither the demo nor a switch that weakens it',
    async () => {
      const verified = await new Program([...CLI, 'audit', 'verify'], environment()).ended;
      expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('unbroken')]);
      const refusals = [
        new Program(DEMO, environment({ PORT: '0' })),
        new Program(SERVER, environment({ PORT: '0', TWO_FACTOR: 'off' })),
        new Program(SERVER, environment({ PORT: '0', RATE_LIMITS: 'off' })),
      ];
      const ends = await Promise.all(refusals.map(({ ended }) => ended));
      expect(ends.map(({ code, stdout, stderr }) => [code, stdout, stderr.trim().split('\n').length])).toEqual([
        [1, '', 1],
        [1, '', 1],
        [1, '', 1],
      ]);
    },
    PATIENCE_MS,
  );

  if (home === 'PostgreSQL') {
    it(
      'starts a worker beside it',
      async () => {
        const worker = new Program(WORKER, environment());
        await worker.says(/Phitak worker: /);
        await worker.kill();
      },
      PATIENCE_MS,
    );
  }
});
