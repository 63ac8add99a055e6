import type { Note } from './register-plan.rules';
import type { Imported } from './register-import';

/** The report of an import as lines: figures each alone on a line, rejected rows, then warnings. */
export function importLines({ accepted, rejected, warnings, alreadyThere }: Imported): readonly string[] {
  return [
    `accepted ${accepted}`,
    `rejected ${rejected.length}`,
    `warnings ${warnings.length}`,
    ...(alreadyThere > 0 ? [`already there ${alreadyThere}`] : []),
    ...rejected.map((note) => lineOf(note, 'rejected')),
    ...warnings.map((note) => lineOf(note, 'warning')),
  ];
}

const lineOf = ({ row, says }: Note, kind: string): string => `row ${row}: ${kind}, ${says.en} (${says.th})`;
