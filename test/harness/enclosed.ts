import type { Answer, Asker } from './app';

export interface Enclosure {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the sender says it is; the house does not ask. */
  readonly type?: string;
}

/** A form with files, as a browser posts it. */
export async function enclose<T = Record<string, unknown>>(
  asker: Asker,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: readonly Enclosure[],
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes, type = '' } of files)
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return asker.raw<T>('POST', path, body, { 'content-type': encoded.headers.get('content-type') ?? '', ...headers });
}
