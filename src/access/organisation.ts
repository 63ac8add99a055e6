import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import type { Configuration } from 'openid-client';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import type { OidcSettings } from '../platform/config/settings';
import { hkdf } from '../platform/crypto/kdf';
import { open, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { NotFound } from '../platform/errors';
import { cookie } from '../platform/http/language';
import { errorLine, log } from '../platform/log';
import { OrganisationAway, OrganisationRefused } from './access.errors';
import { ORGANISATION_PATH } from './account-paths';
import { readUsername } from './officer.rules';

/** Under way to the provider and back (`asked`), or vouched for by it (`vouched`); both end after ten minutes. */
type Slip =
  | {
      readonly kind: 'asked';
      readonly verifier: string;
      readonly state: string;
      readonly nonce: string;
      readonly until: number;
    }
  | { readonly kind: 'vouched'; readonly username: string; readonly until: number };

const MINUTES = 10;
const CONTEXT = 'phitak/v1/organisation';

/**
 * Sign-in through the organisation's own OpenID Connect provider (KEYS K8), off by default: generic discovery, code flow
 * with PKCE. What comes of it is a sealed cookie that names somebody for ten minutes and opens nothing: the keyring still
 * needs its passphrase and its second factor. The server keeps nothing of it.
 */
@Injectable()
export class Organisation {
  private provider: Promise<Configuration> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
  ) {}

  get isAsked(): boolean {
    return this.settings.oidc !== null;
  }

  /** Sends the browser there. @throws NotFound OrganisationAway */
  async ask(response: Response): Promise<void> {
    const oidc = this.oidc;
    const client = await import('openid-client');
    const provider = await this.discovered(oidc);
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: backOf(oidc),
      scope: 'openid profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    this.hand(response, { kind: 'asked', verifier, state, nonce, until: this.until() });
    response.redirect(303, address.href);
  }

  /** The browser is back. @returns the username the provider vouches for @throws NotFound OrganisationRefused */
  async hear(request: Request, response: Response): Promise<string> {
    const oidc = this.oidc;
    const slip = this.slipOf(request);
    if (slip?.kind !== 'asked') throw new OrganisationRefused();
    const client = await import('openid-client');
    const provider = await this.discovered(oidc);
    const { search } = new URL(request.originalUrl, oidc.publicUrl);
    const checks = {
      pkceCodeVerifier: slip.verifier,
      expectedState: slip.state,
      expectedNonce: slip.nonce,
      idTokenExpected: true,
    };
    const tokens = await client
      .authorizationCodeGrant(provider, new URL(`${backOf(oidc)}${search}`), checks)
      .catch((error: unknown) => refused(error));
    const claimed = tokens.claims()?.[oidc.claim];
    const username = typeof claimed === 'string' ? readUsername(claimed) : '';
    if (username === '') throw new OrganisationRefused();
    this.hand(response, { kind: 'vouched', username, until: this.until() });
    return username;
  }

  /** Whom it vouched for in this browser within the last ten minutes. */
  vouchedFor(request: Request): string | null {
    if (!this.isAsked) return null;
    const slip = this.slipOf(request);
    return slip?.kind === 'vouched' ? slip.username : null;
  }

  forget(response: Response): void {
    if (this.isAsked) response.clearCookie(this.cookieName, this.cookieOptions);
  }

  private discovered(oidc: OidcSettings): Promise<Configuration> {
    this.provider ??= this.discover(oidc).catch((error: unknown) => {
      this.provider = null;
      log.warn(errorLine(error), 'the OpenID provider does not answer');
      throw new OrganisationAway();
    });
    return this.provider;
  }

  private async discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
    const client = await import('openid-client');
    const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret);
    const insecure = issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {};
    return client.discovery(new URL(issuer), clientId, undefined, authentication, { timeout: 10, ...insecure });
  }

  private hand(response: Response, slip: Slip): void {
    const sealed = seal(this.key, CONTEXT, Buffer.from(JSON.stringify(slip)));
    response.cookie(this.cookieName, sealed.toString('base64url'), this.cookieOptions);
  }

  private slipOf(request: Request): Slip | null {
    const value = cookie(request, this.cookieName);
    if (value === null) return null;
    try {
      const slip = JSON.parse(open(this.key, CONTEXT, Buffer.from(value, 'base64url')).toString('utf8')) as Slip;
      return slip.until > this.clock.date().getTime() ? slip : null;
    } catch {
      return null;
    }
  }

  private until(): number {
    return this.clock.date().getTime() + MINUTES * 60_000;
  }

  private get key(): Buffer {
    return hkdf(this.secret.subkey('session'), CONTEXT);
  }

  private get oidc(): OidcSettings {
    if (this.settings.oidc === null) throw new NotFound();
    return this.settings.oidc;
  }

  private get cookieName(): string {
    return this.settings.production ? '__Host-organisation' : 'organisation';
  }

  private get cookieOptions(): CookieOptions {
    return { httpOnly: true, secure: this.settings.production, sameSite: 'lax', path: '/' };
  }
}

const backOf = ({ publicUrl }: OidcSettings): string => `${publicUrl}${ORGANISATION_PATH}/back`;

/** What the provider says may name people and goes nowhere; its kind goes to the log. */
function refused(error: unknown): never {
  log.warn(errorLine(error), 'the OpenID provider did not vouch');
  throw new OrganisationRefused();
}
