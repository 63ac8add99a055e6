import { Secret, TOTP } from 'otpauth';
import type { SetClock } from '../../src/platform/clock';
import type { Answer } from './app';
import { Asker } from './app';

/** Somebody who works here in production: a browser, a passphrase of her own and a telephone. */
export class Colleague extends Asker {
  private secret: string | null = null;

  constructor(
    origin: string,
    private readonly clock: SetClock,
    readonly username: string,
    private password: string,
  ) {
    super(origin);
  }

  /** By the page, with what the telephone shows. */
  async enter(): Promise<Answer> {
    const { username, password } = this;
    const answer = await this.form('/sign-in', { username, password, otp: this.code() });
    if (answer.headers.getSetCookie().length > 0) this.adopt(answer);
    return answer;
  }

  async choosePassphrase(password: string): Promise<Answer> {
    const answer = await this.form('/account/passphrase', { current: this.password, password });
    this.password = password;
    return this.adopt(answer) && answer;
  }

  /** Scans what the page shows and types the first code. */
  async enrol(): Promise<Answer> {
    const { body } = await this.post<{ secret: string; offer: string }>('/api/v1/account/second-factor/offers', {});
    this.secret = body.secret;
    return this.form('/account/second-factor', { offer: body.offer, code: this.code() });
  }

  /** Shows again who she is. */
  confirm(): Promise<Answer> {
    return this.post('/api/v1/session/confirmation', { password: this.password, otp: this.code() });
  }

  /** What the telephone shows now; a code is taken once. */
  private code(): string {
    if (this.secret === null) return '';
    this.later(60);
    const timestamp = this.clock.date().getTime();
    return new TOTP({ secret: Secret.fromBase32(this.secret) }).generate({ timestamp });
  }

  private later(seconds: number): void {
    this.clock.set(new Date(this.clock.date().getTime() + seconds * 1_000).toISOString());
  }
}
