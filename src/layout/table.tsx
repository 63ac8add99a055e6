import type { ComponentChildren } from 'preact';
import { useWords } from './language';

export interface Column {
  readonly head: ComponentChildren;
  /** What stands beside the value when rows become cards; the head when it is text. */
  readonly short?: string;
  readonly align?: 'text' | 'number';
}

export interface Row {
  readonly cells: readonly ComponentChildren[];
  /** sum: part of the way (a quarter) · total: the end of the table */
  readonly kind?: 'sum' | 'total';
}

export interface TableProps {
  /** Names the table on its page; letters and dashes. */
  readonly id: string;
  /** Running number on the page, ตารางที่ n. */
  readonly number?: number;
  readonly title: string;
  /** Top right: หน่วย: เรื่อง. */
  readonly unit?: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly Row[];
  /** Under the table: as of when, source, notes. */
  readonly notes?: readonly ComponentChildren[];
  /** On a telephone: figures scroll in their own frame, lists turn into cards. */
  readonly narrow?: 'scroll' | 'cards';
  readonly empty?: string;
  readonly hideTitle?: boolean;
}

/** A table as officials expect it (WORDING §4): number and title above, unit at the top right, notes below. */
export function Table(props: TableProps) {
  const { figures } = useWords();
  const { id, number, title, unit, notes = [], narrow = 'scroll', empty } = props;
  const captionId = `${id}-title`;
  return (
    <div class="figure" id={id}>
      <div class="table-top">
        <p class={props.hideTitle ? 'sr' : 'table-title'} id={captionId}>
          {number ? <b>{figures.table(number)} </b> : null}
          {title}
        </p>
        {unit ? <p class="unit">{figures.unit(unit)}</p> : null}
      </div>
      {props.rows.length === 0 ? (
        <p class="empty">{empty ?? figures.none}</p>
      ) : (
        <div
          class={narrow}
          {...(narrow === 'scroll' ? { role: 'region', 'aria-labelledby': captionId, tabIndex: 0 } : {})}
        >
          <Grid columns={props.columns} rows={props.rows} captionId={captionId} />
        </div>
      )}
      {notes.length > 0 ? (
        <ul class="notes">
          {notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Roles are written out because cards take the table's own display away, and with it its meaning. */
function Grid({ columns, rows, captionId }: Pick<TableProps, 'columns' | 'rows'> & { readonly captionId: string }) {
  return (
    <table role="table" aria-labelledby={captionId}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, align }, index) => (
            <th key={index} role="columnheader" scope="col" class={align}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={index} role="row" class={row.kind}>
            {row.cells.map((cell, at) => (
              <Cell key={at} column={columns[at]} first={at === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly column: Column | undefined;
  readonly first: boolean;
  readonly children: ComponentChildren;
}

function Cell({ column, first, children }: CellProps) {
  const label = column?.short ?? (typeof column?.head === 'string' ? column.head : undefined);
  if (first) {
    return (
      <th role="rowheader" scope="row" class={column?.align}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" class={column?.align} data-label={label}>
      {children}
    </td>
  );
}
