import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { NotFound, say } from '../platform/errors';
import type { ReporterKey } from '../vault/compartments';
import { SealedFiles } from '../vault/sealed-files';
import { Vault } from '../vault/vault';
import { Custody } from './custody';
import type { CustodyEntry } from './custody-entry.entity';
import type { Exhibit } from './exhibit.entity';
import type { ExhibitDetails } from './exhibits';
import { Exhibits } from './exhibits';
import type { CleanKind } from './kinds.rules';
import { HANDED_AS } from './kinds.rules';

/** 404: this exhibit has no cleaned copy; its original is opened by custody alone. */
export class NoCleanCopy extends NotFound {
  constructor() {
    super(
      say('ไฟล์นี้มีเฉพาะต้นฉบับ ต้องขอเปิดผ่านผู้เก็บรักษาข้อมูล', 'Only the original of this file exists: it is opened by custody.'),
    );
  }
}

export interface HandedCopy {
  readonly bytes: Buffer;
  readonly kind: CleanKind;
  /** `NWT-2569-1234567-3.pdf`: made from numbers, never from what the sender called it. */
  readonly name: string;
}

export interface SeenExhibit {
  readonly exhibit: Exhibit;
  readonly details: ExhibitDetails;
  readonly chain: readonly CustodyEntry[];
}

export interface CaseEvidence {
  readonly file: CaseFile;
  readonly exhibits: readonly SeenExhibit[];
}

/** A file as the reporter who brought it sees it. */
export interface OwnFile {
  readonly no: number;
  readonly name: string;
  readonly receivedAt: string;
  readonly hasCopy: boolean;
}

/** Shows what a case holds, and hands out cleaned copies; never an original. */
@Injectable()
export class HandingOut {
  constructor(
    private readonly cases: Cases,
    private readonly exhibits: Exhibits,
    private readonly files: SealedFiles,
    private readonly vault: Vault,
    private readonly custody: Custody,
  ) {}

  /** Names and hashes are opened, which stands in the audit trail. @throws CaseNotFound */
  async see(looker: Looker, number: string): Promise<CaseEvidence> {
    const file = await this.cases.find(looker, number);
    const exhibits = await this.exhibits.of(file.id);
    const opened = await this.vault.read(
      looker,
      file,
      exhibits.map(({ detailsItem }) => detailsItem),
    );
    const chains = await this.custody.of(exhibits.map(({ id }) => id));
    return {
      file,
      exhibits: exhibits.map((exhibit) => ({
        exhibit,
        details: JSON.parse(opened.get(exhibit.detailsItem) ?? '{}') as ExhibitDetails,
        chain: chains.get(exhibit.id) ?? [],
      })),
    };
  }

  /**
   * @param only which kinds of copy this door hands out; all when left out.
   * @throws CaseNotFound NoCleanCopy SealBroken
   */
  async handOut(
    looker: Looker,
    number: string,
    no: string,
    only: (kind: CleanKind | null) => boolean = () => true,
  ): Promise<HandedCopy> {
    const file = await this.cases.find(looker, number);
    const exhibit = await this.find(file, no);
    if (!only(exhibit.cleanKind)) throw new NotFound();
    const bytes = await this.files.read(looker, file, copyOf(exhibit));
    await this.custody.note(exhibit, officer(looker), 'handed_out');
    return handed(file, exhibit, bytes);
  }

  /** What the reporter brought herself, in order. */
  async broughtBy(key: ReporterKey, file: CaseFile): Promise<readonly OwnFile[]> {
    const own = (await this.exhibits.of(file.id)).filter(isHers);
    const details = await this.vault.readAsReporter(
      key,
      file,
      own.map(({ detailsItem }) => detailsItem),
    );
    return own.map(({ no, detailsItem, receivedAt, cleanFile }) => ({
      no,
      name: (JSON.parse(details.get(detailsItem) ?? '{}') as Partial<ExhibitDetails>).name ?? '',
      receivedAt,
      hasCopy: cleanFile !== null,
    }));
  }

  /** For the reporter, of what she brought herself. @throws NoCleanCopy SealBroken */
  async handToReporter(key: ReporterKey, file: CaseFile, no: string): Promise<HandedCopy> {
    const exhibit = await this.find(file, no);
    if (!isHers(exhibit)) throw new NotFound();
    const bytes = await this.files.readAsReporter(key, file, copyOf(exhibit));
    await this.custody.note(exhibit, { kind: 'reporter', id: null }, 'handed_out');
    return handed(file, exhibit, bytes);
  }

  private async find(file: CaseFile, no: string): Promise<Exhibit> {
    const exhibit = /^[1-9]\d{0,5}$/.test(no) ? await this.exhibits.find(file.id, Number(no)) : null;
    if (!exhibit) throw new NotFound();
    return exhibit;
  }
}

const isHers = ({ source }: Exhibit): boolean => source === 'filing' || source === 'reporter';

function copyOf({ cleanFile }: Exhibit): string {
  if (cleanFile === null) throw new NoCleanCopy();
  return cleanFile;
}

function handed({ number }: CaseFile, { no, cleanKind }: Exhibit, bytes: Buffer): HandedCopy {
  if (cleanKind === null) throw new NoCleanCopy();
  return { bytes, kind: cleanKind, name: `${number}-${no}.${HANDED_AS[cleanKind].ending}` };
}
