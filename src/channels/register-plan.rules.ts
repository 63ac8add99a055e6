import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { normaliseThai } from '../platform/thai/normalise';
import type { RawRow, RegisterFile } from './register-file';
import { cleanCell } from './register-file';
import type { Cells, ReadingRules, RegisterEntry } from './register-row.rules';
import { readRow } from './register-row.rules';

/** Something said about a data row; 1 = the first after the header. */
export interface Note {
  readonly row: number;
  readonly says: Say;
}

/** What an import would do; a dry run stops here. */
export interface Plan {
  readonly entries: readonly RegisterEntry[];
  readonly rejected: readonly Note[];
  readonly warnings: readonly Note[];
  readonly alreadyThere: number;
}

/** @param present keys of this register that earlier imports brought in; those rows are left alone and unremarked. */
export function planImport(file: RegisterFile, rules: ReadingRules, present: ReadonlySet<string>): Plan {
  const plan = { entries: [] as RegisterEntry[], rejected: [] as Note[], warnings: [] as Note[], alreadyThere: 0 };
  const rowOfKey = new Map<string, number>();
  const cellsOf = reader(file.columns);
  for (const row of file.rows) {
    const reject = (says: Say): number => plan.rejected.push({ row: row.no, says });
    const fault = faultOf(row, file.columns.length);
    const reading = fault ? { rejected: fault } : readRow(cellsOf(row), rules);
    if ('rejected' in reading) {
      reject(reading.rejected);
      continue;
    }
    const { entry, warnings } = reading;
    const first = rowOfKey.get(entry.key);
    if (first !== undefined) {
      reject(sameKey(first));
      continue;
    }
    rowOfKey.set(entry.key, row.no);
    if (present.has(entry.key)) plan.alreadyThere += 1;
    else {
      plan.entries.push(entry);
      plan.warnings.push(...warnings.map((says) => ({ row: row.no, says })));
    }
  }
  return plan;
}

/** Empty cells too many at the end are how spreadsheets write; any other number of cells means that columns slipped. */
function faultOf({ cells, torn }: RawRow, width: number): Say | null {
  if (torn) return TORN;
  if (cells.every((cell) => cell.trim() === '')) return EMPTY;
  const fits = cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
  return fits ? null : wrongWidth(cells.length, width);
}

function reader(columns: readonly string[]): (row: RawRow) => Cells {
  const places = new Map(columns.map((name, at) => [name, at]));
  return ({ cells }) =>
    (column) =>
      column === undefined ? '' : normaliseThai(cells[places.get(cleanCell(column)) ?? -1] ?? '').trim();
}

const TORN = say('อ่านแถวนี้ไม่ได้ เครื่องหมายคำพูดไม่ครบคู่', 'unreadable: its quotes do not close');
const EMPTY = say('แถวว่าง', 'unreadable: the row is empty');

const wrongWidth = (cells: number, width: number): Say =>
  say(`อ่านแถวนี้ไม่ได้ มี ${cells} ช่อง ควรมี ${width} ช่อง`, `unreadable: ${cells} cells where there should be ${width}`);

const sameKey = (row: number): Say =>
  say(`เลขลำดับซ้ำกับแถว ${row}`, `its key stands in this file already, at row ${row}`);
