import type { BrowserContext, Request } from 'playwright-core';

interface Fetched {
  readonly url: string;
  /** Bytes on the wire: head and body, as they came. */
  readonly bytes: number;
}

/** Everything a tab asks for and everything it complains about. */
export class Watch {
  private readonly asked: string[] = [];
  private readonly sizes: Promise<Fetched | null>[] = [];
  private readonly heard: string[] = [];

  constructor(
    context: BrowserContext,
    private readonly origin: string,
  ) {
    context.on('request', (request) => this.asked.push(request.url()));
    context.on('requestfinished', (request) => this.sizes.push(sizeOf(request)));
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== LEFT) this.heard.push(`failed: ${request.url()} ${why}`);
    });
    context.on('weberror', (error) => this.heard.push(String(error.error())));
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isOwnAnswer(message.text()))
        this.heard.push(message.text());
    });
  }

  /** Addresses outside the house; `data:` goes nowhere. */
  get strangers(): readonly string[] {
    return this.asked.filter((url) => !url.startsWith(`${this.origin}/`) && !url.startsWith('data:'));
  }

  /** Errors, warnings and violations of the content security policy. */
  get complaints(): readonly string[] {
    return this.heard;
  }

  async fetched(): Promise<readonly Fetched[]> {
    const sizes = await Promise.all(this.sizes);
    return sizes.filter((one) => one !== null).filter(({ url }) => !url.startsWith('data:'));
  }
}

/** The tab went on before an icon or a style came: the browser let go of it, nothing was refused. */
const LEFT = 'net::ERR_ABORTED';

/** A form that is answered 400 with the form again is how pages say "not yet"; the browser writes a line about it. */
const isOwnAnswer = (text: string): boolean => text.startsWith('Failed to load resource: the server responded with');

/** Null when the tab was closed before anybody asked. */
async function sizeOf(request: Request): Promise<Fetched | null> {
  const sizes = await request.sizes().catch(() => null);
  return sizes && { url: request.url(), bytes: sizes.responseBodySize + sizes.responseHeadersSize };
}
