import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { DomainError, say } from '../platform/errors';
import { Memberships } from './memberships';
import { CORE, ENOUGH_MEMBERS } from './units';

/** 503: the units that have to read and to guard a complaint do not hold their keys yet. */
export class NotYetOpen extends DomainError {
  readonly status = 503;
  constructor() {
    super(
      say(
        'ระบบนี้ยังไม่เปิดรับเรื่อง กรุณาใช้ช่องทางอื่นของศูนย์รับเรื่องไปก่อน สิ่งที่ท่านพิมพ์ไม่ถูกบันทึกไว้',
        'This system does not take reports yet. Please use another way to reach the office. Nothing you typed was kept.',
      ),
    );
  }
}

/** In the counters of the province: 1 once intake has opened. */
const OPENED = 'intake.opened';

/**
 * Intake opens once desk, alternative and custodian units have two members each (KEYS K9). A holder who leaves later is
 * warned about and does not shut the door, as long as somebody in each unit can read; a trial is always open.
 */
@Injectable()
export class IntakeGate {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly memberships: Memberships,
  ) {}

  async isOpen(province: string): Promise<boolean> {
    if (this.settings.trialMode) return true;
    if (await this.opened(province)) return this.memberships.enough(province, CORE, 1);
    if (!(await this.memberships.enough(province, CORE, ENOUGH_MEMBERS))) return false;
    await this.note(province);
    return true;
  }

  /** @throws NotYetOpen */
  async mustBeOpen(province: string): Promise<void> {
    if (!(await this.isOpen(province))) throw new NotYetOpen();
  }

  private async opened(province: string): Promise<boolean> {
    const text = 'SELECT value FROM counter WHERE province = $1 AND name = $2';
    return (await sql(this.database.reader, text, [province, OPENED])).length > 0;
  }

  private async note(province: string): Promise<void> {
    const text =
      'INSERT INTO counter (province, name, value) VALUES ($1, $2, 1) ON CONFLICT (province, name) DO NOTHING';
    await this.database.write((em) => sql(em, text, [province, OPENED]));
  }
}
