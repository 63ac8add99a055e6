/** What an exhibit may be, told by its bytes alone. */
export const FILE_KINDS = [
  'jpeg',
  'png',
  'webp',
  'heic',
  'pdf',
  'docx',
  'xlsx',
  'text',
  'mp3',
  'm4a',
  'wav',
  'mp4',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** How a cleaned copy is handed out: the ending of its name, and its type. */
export const HANDED_AS = {
  jpeg: { ending: 'jpg', type: 'image/jpeg' },
  png: { ending: 'png', type: 'image/png' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
  docx: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  text: { ending: 'txt', type: 'text/plain; charset=utf-8' },
  wav: { ending: 'wav', type: 'audio/wav' },
} as const satisfies Readonly<Partial<Record<FileKind, { readonly ending: string; readonly type: string }>>>;
export type CleanKind = keyof typeof HANDED_AS;

export const isPicture = (kind: CleanKind | null): kind is 'jpeg' | 'png' => kind === 'jpeg' || kind === 'png';

/** Why a file is not taken at all. */
export const REFUSALS = [
  'unknown',
  'empty',
  'markup',
  'macro',
  'encrypted',
  'polyglot',
  'broken',
  'too_big_inside',
  'old_office',
  'infected',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The file is not taken; the reason is a code, the file is named by whoever catches this. */
export class FileRefused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

/** Why there is no cleaned copy: nothing here cleans this kind surely · this one holds what cannot be cleaned. */
export type Uncleaned = 'kind' | 'inside';

/** The file is taken, and its original is opened by custody alone. */
export class CannotClean extends Error {
  constructor(readonly why: Uncleaned) {
    super(why);
  }
}
