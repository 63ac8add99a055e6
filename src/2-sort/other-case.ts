import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { Cases } from '../cases/cases';
import { CaseNotFound } from '../cases/errors';
import { WrongFields, say } from '../platform/errors';

/** Another case, by the number that an officer typed into a field. */
@Injectable()
export class OtherCase {
  constructor(
    private readonly cases: Cases,
    private readonly numbers: CaseNumberPipe,
  ) {}

  /** @throws WrongFields naming the field: unreadable, unknown, not this looker's, or the case itself. */
  async find(looker: Looker, field: string, text: string, not: CaseFile): Promise<CaseFile> {
    const other = await this.known(looker, field, text);
    if (other.id === not.id) {
      throw WrongFields.one(field, say('เลขนี้คือเรื่องเดียวกันนี้เอง', 'This is the number of the case itself.'));
    }
    return other;
  }

  private async known(looker: Looker, field: string, text: string): Promise<CaseFile> {
    try {
      return await this.cases.find(looker, this.numbers.transform(text));
    } catch (error) {
      if (error instanceof CaseNotFound) {
        throw WrongFields.one(field, say('ไม่พบเรื่องเลขนี้ กรุณาตรวจเลขเรื่อง', 'No case has this number. Check it.'));
      }
      throw error;
    }
  }
}
