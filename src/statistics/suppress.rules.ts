/** A table of crossings: `cells[row][column]`. Its row, column and grand totals are always printed, and exact. */
export type Cells = readonly (readonly number[])[];
/** As `Cells`, null where a figure is hidden. */
export type HiddenCells = readonly (readonly (number | null)[])[];

/** DOMAIN §6: crossings below this may point to one person. */
export const SMALLEST_SHOWN = 3;

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Hides crossings of one or two, and as many others as it takes that no subtraction from the printed totals brings
 * them back: each hidden crossing keeps a rectangle of hidden cells around which one complaint could be moved without
 * any total or shown figure changing. Where all complaints stand in a single row or column the totals alone already
 * say everything; such a table is no crossing and is shown.
 */
export function suppress(cells: Cells): HiddenCells {
  const hidden = cells.map((row) => row.map(isSmall));
  for (const place of smallOnes(cells)) {
    const around = bestRectangle(cells, hidden, place);
    if (around) for (const corner of around) hide(hidden, corner);
  }
  return cells.map((row, r) => row.map((n, c) => (hidden[r]?.[c] && !isAlone(cells) ? null : n)));
}

/** Whether the table can be shown as it is. */
export const needsHiding = (cells: Cells): boolean => suppress(cells).some((row) => row.includes(null));

const isSmall = (n: number): boolean => n > 0 && n < SMALLEST_SHOWN;

function smallOnes(cells: Cells): Place[] {
  return cells.flatMap((row, r) => row.flatMap((n, c) => (isSmall(n) ? [{ row: r, column: c }] : [])));
}

/** The corners that hide the fewest more, then the smallest; null when no rectangle lets a complaint move. */
function bestRectangle(cells: Cells, hidden: readonly (readonly boolean[])[], place: Place): readonly Place[] | null {
  let best: { readonly corners: readonly Place[]; readonly cost: number } | null = null;
  for (let row = 0; row < cells.length; row++) {
    for (let column = 0; column < (cells[row]?.length ?? 0); column++) {
      if (row === place.row || column === place.column || !canMove(cells, place, { row, column })) continue;
      const corners = [
        { row, column },
        { row: place.row, column },
        { row, column: place.column },
      ];
      const cost = corners.reduce((sum, corner) => sum + costOf(cells, hidden, corner), 0);
      if (!best || cost < best.cost) best = { corners, cost };
    }
  }
  return best?.corners ?? null;
}

/** One complaint less here and opposite, one more beside; or the other way round. */
function canMove(cells: Cells, place: Place, opposite: Place): boolean {
  const beside = [at(cells, { ...place, column: opposite.column }), at(cells, { ...opposite, column: place.column })];
  return at(cells, opposite) > 0 || beside.every((n) => n > 0);
}

const ONE_MORE_HIDDEN = 1_000_000;

const costOf = (cells: Cells, hidden: readonly (readonly boolean[])[], place: Place): number =>
  hidden[place.row]?.[place.column] ? 0 : ONE_MORE_HIDDEN + at(cells, place);

const at = (cells: Cells, { row, column }: Place): number => cells[row]?.[column] ?? 0;

function hide(hidden: boolean[][], { row, column }: Place): void {
  const line = hidden[row];
  if (line) line[column] = true;
}

/** Every complaint stands in one row, or in one column: the printed totals are the crossings. */
function isAlone(cells: Cells): boolean {
  const rows = cells.filter((row) => row.some((n) => n > 0));
  const columns = new Set(rows.flatMap((row) => row.flatMap((n, column) => (n > 0 ? [column] : []))));
  return rows.length <= 1 || columns.size <= 1;
}
