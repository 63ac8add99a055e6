import type { PipeTransform } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { UnitNotFound } from './unit.errors';
import type { UnitCode } from './units';
import { isUnit } from './units';

/** @throws UnitNotFound for anything that is no unit's code. */
@Injectable()
export class UnitCodePipe implements PipeTransform<string, UnitCode> {
  transform(text: string): UnitCode {
    if (!isUnit(text)) throw new UnitNotFound();
    return text;
  }
}
