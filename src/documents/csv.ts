export type Cell = string | number | null;

/**
 * A CSV file for office programs: UTF-8 with BOM, CRLF. Numbers stay numbers; a text that a spreadsheet would run as a
 * formula (= + - @ tab) gets an apostrophe before it; null is an empty cell, zero is 0.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('');
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
