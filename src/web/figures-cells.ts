import type { Column } from '../layout/table';
import { count } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { CrossTable } from '../statistics/tables.rules';
import { figuresPageWords } from './figures-words';

/** In a table that scrolls the head stands above: no cell has to carry it. */
export const number = (head: string): Column => ({ head, short: '', align: 'number' });
export const carried = (head: string): Column => ({ head, align: 'number' });

export type Cells = readonly (number | null)[];

export const shown = (lang: Lang, cells: Cells): readonly string[] =>
  cells.map((n) => (n === null ? figuresPageWords(lang).hidden : count(lang, n)));

export const hiddenNote = (table: CrossTable, lang: Lang, sentence: string): readonly string[] =>
  table.rows.some(({ cells }) => cells.includes(null)) ? [`${figuresPageWords(lang).hidden} ${sentence}`] : [];
