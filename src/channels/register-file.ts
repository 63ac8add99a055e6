import { parse } from 'csv-parse/sync';
import { normaliseThai } from '../platform/thai/normalise';

export const ENCODINGS = ['auto', 'utf-8', 'windows-874'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A register as it lies in its file: what the columns are called, and its data rows in order. */
export interface RegisterFile {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** 1 = first row after the header; empty lines are not counted. */
  readonly no: number;
  readonly cells: readonly string[];
  /** Quotes that never close, or that stand where none may. */
  readonly torn: boolean;
}

/**
 * Text of a file. `auto`: UTF-8, with or without BOM, when the bytes are valid UTF-8, else windows-874 (what Thai
 * spreadsheets write). A declared UTF-8 shows what cannot be read as �.
 */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'windows-874') return new TextDecoder('windows-874').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: encoding === 'auto' }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}

/** One torn row costs itself and no other: reading goes on at the next line. */
export function readRegister(text: string): RegisterFile {
  const [header, ...rest] = recordsOf(Buffer.from(text));
  return {
    columns: (header?.cells ?? []).map(cleanCell),
    rows: rest.map((record, at) => ({ ...record, no: at + 1 })),
  };
}

/** A cell as it is compared: normalised, single spaces. */
export const cleanCell = (text: string): string => normaliseThai(text).replace(/\s+/g, ' ').trim();

type Row = Omit<RawRow, 'no'>;

function recordsOf(bytes: Buffer): Row[] {
  const records: Row[] = [];
  for (let from = 0; from < bytes.length;) {
    const whole = untilTorn(bytes.subarray(from), records[0]?.cells.length ?? null);
    records.push(...whole.cells.map((cells) => ({ cells, torn: false })));
    from += whole.length;
    if (!whole.torn) return records;
    const line = lineAt(bytes, from);
    const cells = loosely(line);
    if (cells) records.push({ cells, torn: cells.length !== records[0]?.cells.length });
    from += line.length;
  }
  return records;
}

interface Whole {
  readonly cells: string[][];
  /** Bytes read, up to the end of the last whole record. */
  readonly length: number;
  readonly torn: boolean;
}

/** Records up to the first that is no CSV, or that runs over several lines and has the wrong number of cells. */
function untilTorn(bytes: Buffer, width: number | null): Whole {
  const cells: string[][] = [];
  let length = 0;
  let torn = false;
  const options = { relax_column_count: true, skip_empty_lines: true };
  try {
    parse(bytes, {
      ...options,
      on_record: (record: string[], { bytes: end }: { bytes: number }) => {
        torn ||= record.length !== (width ?? cells[0]?.length ?? record.length) && spansLines(bytes, length, end);
        if (torn) throw new Error('torn');
        cells.push(record);
        length = end;
        return null;
      },
    });
  } catch {
    torn = true;
  }
  return { cells, length, torn };
}

const spansLines = (bytes: Buffer, from: number, to: number): boolean =>
  /[\r\n]/.test(bytes.toString('utf8', from, to).trim());

/** A single line with its quotes taken as they stand; null when nothing is in it. */
function loosely(line: Buffer): string[] | null {
  const options = { relax_column_count: true, skip_empty_lines: true } as const;
  const text = line.toString('utf8');
  try {
    return parse(text, { ...options, relax_quotes: true })[0] ?? null;
  } catch {
    return parse(text, { ...options, quote: null })[0] ?? null;
  }
}

function lineAt(bytes: Buffer, from: number): Buffer {
  const lineFeed = bytes.indexOf(0x0a, from);
  const end = lineFeed >= 0 ? lineFeed : bytes.indexOf(0x0d, from);
  return bytes.subarray(from, end < 0 ? bytes.length : end + 1);
}
