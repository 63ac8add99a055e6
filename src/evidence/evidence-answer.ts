import type { ActorKind } from '../cases/story-line';
import type { CustodyAct } from './custody-entry.entity';
import type { Exhibit, Source } from './exhibit.entity';
import type { CaseEvidence } from './handing-out';
import type { FileKind, Uncleaned } from './kinds.rules';

/** An exhibit as the interface tells of it. */
export interface ExhibitAnswer {
  readonly no: number;
  readonly source: Source;
  readonly kind: FileKind;
  /** Of the original, in bytes. */
  readonly size: number;
  readonly receivedAt: string;
  readonly scanned: boolean;
  /** Under this ending the cleaned copy is handed out; null: there is none, and `uncleaned` says why. */
  readonly copy: string | null;
  readonly uncleaned: Uncleaned | null;
}

export interface EvidenceAnswer {
  readonly number: string;
  readonly exhibits: readonly (ExhibitAnswer & {
    readonly name: string;
    readonly sha256: string;
    readonly custody: readonly { readonly act: CustodyAct; readonly at: string; readonly by: ActorKind }[];
  })[];
}

export const exhibitOf = (exhibit: Exhibit): ExhibitAnswer => ({
  no: exhibit.no,
  source: exhibit.source,
  kind: exhibit.kind,
  size: exhibit.size,
  receivedAt: exhibit.receivedAt,
  scanned: exhibit.scanned,
  copy: exhibit.cleanKind,
  uncleaned: exhibit.uncleaned,
});

export const answerOf = ({ file, exhibits }: CaseEvidence): EvidenceAnswer => ({
  number: file.number,
  exhibits: exhibits.map(({ exhibit, details, chain }) => ({
    ...exhibitOf(exhibit),
    ...details,
    custody: chain.map(({ act, at, byKind }) => ({ act, at, by: byKind })),
  })),
});
