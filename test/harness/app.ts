import { Secret, TOTP } from 'otpauth';
import { OfficersService } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { SetClock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Server } from '../../src/server';
import { startServer } from '../../src/server';
import type { Home, Place } from './databases';
import { eachHome } from './databases';
import { redisAnswers } from './parts';

/** What came back: status, parsed JSON or text, headers. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody who asks: nobody in particular, or an officer with a session. */
export class Asker {
  private cookie: string | null = null;

  /** @param credentials signs in again when the clock has moved past the session's end. */
  constructor(
    private readonly origin: string,
    private readonly credentials: { readonly username: string; readonly password: string } | null = null,
  ) {}

  /** @throws when the passphrase is not taken. */
  async signIn(): Promise<this> {
    const answer = await this.send('POST', '/api/v1/sessions', JSON.stringify(this.credentials), {
      'content-type': 'application/json',
    });
    if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}`);
    return this.adopt(answer);
  }

  /** Keeps the cookies of an answer, as a browser does. */
  adopt({ headers }: Answer<unknown>): this {
    this.cookie = headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    return this;
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.ask<T>('GET', path, undefined, headers);
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.ask<T>('POST', path, body, headers);
  }

  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.ask<T>('PUT', path, body);
  }

  /** A form as a browser posts it. */
  async form(path: string, fields: Record<string, string>): Promise<Answer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.raw('POST', path, new URLSearchParams(fields).toString(), headers);
  }

  ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.raw<T>(method, path, text, { ...json, ...headers });
  }

  async raw<T = Record<string, unknown>>(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const answer = await this.send<T>(method, path, body, headers);
    if (answer.status !== 401 || !this.credentials) return answer;
    await this.signIn();
    return this.send<T>(method, path, body, headers);
  }

  private async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) as T, text, headers: response.headers };
  }
}

/** A whole house on a free port, with a clock that can be set and an officer for every role. */
export class House {
  readonly anyone: Asker;
  readonly origin: string;

  constructor(
    readonly server: Server,
    readonly settings: Settings,
    readonly clock: SetClock,
    private readonly place: Place,
  ) {
    this.origin = `http://127.0.0.1:${server.port}`;
    this.anyone = new Asker(this.origin);
  }

  /** Adds an officer and signs her in. */
  async officer(username: string, roles: readonly Role[], agencyCode?: string): Promise<Asker> {
    const password = `${username}: a passphrase for the test`;
    await this.server.app
      .get(OfficersService)
      .add({ username, name: username, roles, password, ...(agencyCode ? { agencyCode } : {}) });
    const asker = await this.signIn(username, password);
    if (this.settings.production) await this.finish(asker, password);
    return asker;
  }

  /** What production demands of an account before it opens anything: a passphrase and a telephone of her own. */
  private async finish(asker: Asker, current: string): Promise<void> {
    const own = { current, password: `${current}, and her own now` };
    const chosen = await asker.post('/api/v1/account/passphrase', own);
    asker.adopt(chosen);
    const answers = [chosen];
    const offered = await asker.post<{ secret: string; offer: string }>('/api/v1/account/second-factor/offers', {});
    const { secret, offer } = offered.body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: this.clock.date().getTime() });
    answers.push(await asker.post('/api/v1/account/second-factor', { offer, code }));
    const wrong = answers.find(({ status }) => status >= 300);
    if (wrong) throw new Error(`the account was not finished: ${wrong.status} ${wrong.text}`);
  }

  signIn(username: string, password: string): Promise<Asker> {
    return new Asker(this.origin, { username, password }).signIn();
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.place.remove();
  }
}

/** SQLite with the embedded driver, PostgreSQL with BullMQ where both answer. */
export function eachHouse(suite: (home: Home, open: (env?: Record<string, string>) => Promise<House>) => void): void {
  eachHome((home, place) =>
    suite(home, async (env = {}) => {
      const redis = home === 'PostgreSQL' && redisAnswers();
      const prefix = `phitak-test-${process.pid}-${Date.now()}`;
      const queue = redis ? { REDIS_URL: 'redis://127.0.0.1:6379', REDIS_PREFIX: prefix } : {};
      const at = await place({ PORT: '0', ...queue, ...env } as Record<string, string>);
      const clock = new SetClock();
      return new House(await startServer(at.settings, clock), at.settings, clock, at);
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
