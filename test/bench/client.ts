import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire: still compressed if it was. */
  readonly body: Buffer;
  /** From the first byte sent to the last one read. */
  readonly ms: number;
}

type Headers = Readonly<Record<string, string>>;

const PATIENCE_MS = 30_000;

/** One who asks over one connection that stays open, one question after the other. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly origin: string,
    private readonly headers: Headers = {},
  ) {}

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('GET', path, headers);
  }

  /** JSON. */
  post(path: string, body: object): Promise<Answer> {
    return this.ask('POST', path, { 'content-type': 'application/json' }, JSON.stringify(body));
  }

  /** A form as a browser posts it. */
  form(path: string, fields: Headers): Promise<Answer> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask('POST', path, type, new URLSearchParams(fields).toString());
  }

  close(): void {
    this.agent.destroy();
  }

  /** @throws when the connection breaks before the whole answer was read. */
  private ask(method: string, path: string, headers: Headers, text = ''): Promise<Answer> {
    const body = Buffer.from(text);
    const length = body.length > 0 ? { 'content-length': String(body.length) } : {};
    const options = { method, agent: this.agent, timeout: PATIENCE_MS };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const asked = request(this.origin + path, { ...options, headers: { ...this.headers, ...headers, ...length } });
      asked.once('timeout', () => asked.destroy(new Error('no answer within 30 seconds')));
      asked.once('error', reject);
      asked.once('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', reject);
        response.once('aborted', () => reject(new Error('the answer broke off')));
        response.once('end', () => {
          const { statusCode = 0, headers: told } = response;
          resolve({ status: statusCode, headers: told, body: Buffer.concat(pieces), ms: performance.now() - begun });
        });
      });
      asked.end(body);
    });
  }
}

export const json = <T>({ body }: Answer): T => JSON.parse(body.toString()) as T;
