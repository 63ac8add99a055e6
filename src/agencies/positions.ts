/** JSON with the line of every value, because a wrong profile must say where (JSON.parse does not). */

export class JsonError extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

export type Path = readonly (string | number)[];

export interface LocatedJson {
  readonly value: unknown;
  /** Line of a value, or of the nearest thing around it when it is not there. */
  lineOf(path: Path): number;
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** @throws JsonError on text that is not JSON, and on a field written twice in one object. */
export function readLocatedJson(text: string): LocatedJson {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  return { value: reader.read(), lineOf: (path) => reader.lineOf(path) };
}

class Reader {
  private at = 0;
  private readonly starts = new Map<string, number>();

  constructor(private readonly text: string) {}

  read(): unknown {
    const value = this.value([]);
    if (this.at < this.text.length) this.fail('there is something after the end');
    return value;
  }

  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const start = this.starts.get(keyOf(path.slice(0, length)));
      if (start !== undefined) return this.lineAt(start);
    }
    return 1;
  }

  private value(path: Path): unknown {
    this.skipBlank();
    this.starts.set(keyOf(path), this.at);
    const value = this.take('{') ? this.object(path) : this.take('[') ? this.array(path) : this.scalar();
    this.skipBlank();
    return value;
  }

  private object(path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    this.list('}', () => {
      const key = JSON.parse(this.token(STRING, 'a field name in double quotes is missing')) as string;
      if (entries.has(key)) this.fail(`the field "${key}" stands twice`);
      this.skipBlank();
      if (!this.take(':')) this.fail(`":" is missing after "${key}"`);
      entries.set(key, this.value([...path, key]));
    });
    return Object.fromEntries(entries);
  }

  private array(path: Path): unknown[] {
    const items: unknown[] = [];
    this.list(']', () => items.push(this.value([...path, items.length])));
    return items;
  }

  private list(end: string, item: () => void): void {
    this.skipBlank();
    if (this.take(end)) return;
    do {
      this.skipBlank();
      item();
    } while (this.take(','));
    if (!this.take(end)) this.fail(`"," or "${end}" is missing`);
  }

  private scalar(): unknown {
    const token = this.text[this.at] === '"' ? STRING : NUMBER_OR_WORD;
    return JSON.parse(this.token(token, 'a value is missing or badly written'));
  }

  private token(pattern: RegExp, reason: string): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) this.fail(reason);
    this.at += found.length;
    return found;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private skipBlank(): void {
    BLANK.lastIndex = this.at;
    this.at += BLANK.exec(this.text)?.[0].length ?? 0;
  }

  private lineAt(position: number): number {
    return this.text.slice(0, position).split('\n').length;
  }

  private fail(reason: string): never {
    throw new JsonError(this.lineAt(this.at), reason);
  }
}

const keyOf = (path: Path): string => path.map((step) => JSON.stringify(step)).join('.');
