import type { PipeTransform } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { readNumber } from './case-number.rules';
import { CaseNotFound } from './errors';

/** Reads `NWT-2569-4829137` and นธ ๒๕๖๙/๔๘๒๙๑๓๗ alike; what is no number of this province is a case that is not there. */
@Injectable()
export class CaseNumberPipe implements PipeTransform<string, string> {
  constructor(private readonly province: Province) {}

  transform(text: string): string {
    const number = readNumber({ code: this.province.code, short: this.province.profile.numberPrefix }, text);
    if (number === null) throw new CaseNotFound();
    return number;
  }
}
