import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A real OpenID provider, and somebody's browser before it. */
export class IdentityProvider {
  static async start(redirectUri: string): Promise<IdentityProvider> {
    const port = await freePort();
    const script = join(__dirname, 'provider-process.mjs');
    const child = spawn(process.execPath, ['--no-warnings', script, String(port), redirectUri], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    return new IdentityProvider(`http://127.0.0.1:${port}`, child);
  }

  private constructor(
    readonly issuer: string,
    private readonly child: ChildProcess,
  ) {}

  get env(): Record<string, string> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: 'phitak',
      OIDC_CLIENT_SECRET: 'a secret of the test, and of nothing else',
    };
  }

  /** Signs in there under a name and agrees. @returns the address the browser is sent back to */
  async signIn(address: string, name: string): Promise<string> {
    const jar = new Map<string, string>();
    let next = address;
    for (let hop = 0; hop < 12; hop++) {
      if (!next.startsWith(this.issuer)) return next;
      const form = /\/interaction\/[\w-]+$/.test(new URL(next).pathname) ? await this.formAt(next, jar) : null;
      const response = await this.go(form ? form.action : next, jar, form ? form.fields(name) : null);
      next = new URL(response.headers.get('location') ?? '', next).href;
    }
    throw new Error('the provider sends the browser in circles');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private async formAt(address: string, jar: Map<string, string>) {
    const html = await (await this.go(address, jar, null)).text();
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const action = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? address, address).href;
    const fields = (name: string): URLSearchParams =>
      new URLSearchParams(prompt === 'login' ? { prompt, login: name, password: 'x' } : { prompt });
    return { action, fields };
  }

  private async go(address: string, jar: Map<string, string>, body: URLSearchParams | null): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    return response;
  }
}
