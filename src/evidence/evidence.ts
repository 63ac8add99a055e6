import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Actor } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { FILES_FIELD } from '../platform/http/file-limits';
import type { ReceivedFile } from '../platform/http/multipart';
import type { Admission, WhenInfected } from './admissions';
import { Admissions } from './admissions';
import type { Exhibit, Source } from './exhibit.entity';
import { Exhibits } from './exhibits';

/** What came of files that were brought: the exhibits, and the names of those the scanner kept out. */
export interface Brought {
  readonly exhibits: readonly Exhibit[];
  readonly leftOut: readonly string[];
}

/**
 * Takes files into a case. First `admit`, outside any write: kind, scan, cleaning. Then `enter`, in the write that makes
 * or holds the case. `add` does both for a case that stands.
 */
@Injectable()
export class Evidence {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly admissions: Admissions,
    private readonly exhibits: Exhibits,
  ) {}

  /** Nothing is written. @throws WrongFields naming every file that is not taken, and why. */
  admit(files: readonly ReceivedFile[], infected: WhenInfected): Promise<Admission> {
    return this.admissions.admit(files, infected);
  }

  /** Inside a write, with the case locked or new. @throws FilesTooLarge */
  async enter(file: CaseFile, admission: Admission, source: Source, by: Actor): Promise<readonly Exhibit[]> {
    return admission.taken.length === 0 ? [] : this.exhibits.seal(file, admission.taken, source, by);
  }

  /** The desk's and the investigator's door. @throws CaseNotFound WrongFields FilesTooLarge */
  async bring(looker: Looker, number: string, files: readonly ReceivedFile[]): Promise<Brought> {
    await this.cases.find(looker, number);
    const admission = await this.admissions.admit(mustBeSome(files), 'refuse');
    const source = hasRole(looker, 'desk_officer', 'desk_head') ? 'desk' : 'investigator';
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      return this.tell(file, admission, source, officer(looker));
    });
  }

  /**
   * For rooms that hold the case by other means than a looker: the reporter's mailbox, an agency's answer. A reporter's
   * infected file is left out and named in the result; from anybody else it is refused.
   * @throws CaseNotFound WrongFields FilesTooLarge
   */
  async add(caseId: string, files: readonly ReceivedFile[], source: Source, by: Actor): Promise<Brought> {
    const infected = source === 'reporter' || source === 'filing' ? 'leave_out' : 'refuse';
    const admission = await this.admissions.admit(files, infected);
    return this.database.write(async () => this.tell(await this.cases.lockById(caseId), admission, source, by));
  }

  private async tell(file: CaseFile, admission: Admission, source: Source, by: Actor): Promise<Brought> {
    const exhibits = await this.enter(file, admission, source, by);
    if (exhibits.length > 0) {
      const data = { exhibits: exhibits.map(({ id }) => id), files: exhibits.length, source };
      await this.cases.tell(file, { kind: 'exhibitAdded', by, data });
    }
    return { exhibits, leftOut: admission.leftOut };
  }
}

function mustBeSome(files: readonly ReceivedFile[]): readonly ReceivedFile[] {
  if (files.length > 0) return files;
  throw WrongFields.one(FILES_FIELD, say('กรุณาเลือกไฟล์', 'Choose a file.'));
}
