import type { Province } from '../agencies/agencies';
import type { ErrorDetails } from '../platform/errors';
import { WrongFields, say } from '../platform/errors';

export type WrongField = NonNullable<ErrorDetails['fields']>[number];

interface Coded {
  readonly type?: string | undefined;
  readonly agencyCode?: string | undefined;
  readonly district?: string | undefined;
  readonly competentBody?: string | undefined;
}

const UNKNOWN = {
  type: say('ไม่มีประเภทเรื่องนี้', 'There is no such type.'),
  agencyCode: say('ไม่มีหน่วยงานนี้ในทะเบียนของจังหวัด', 'The province lists no such agency.'),
  district: say('ไม่มีอำเภอนี้', 'There is no such district.'),
  competentBody: say('ไม่มีหน่วยงานนี้ในทะเบียนของจังหวัด', 'The province lists no such body.'),
} as const;

/** Every code that the province's profile does not know, by field. */
export function unknownCodes(input: Coded, province: Province): readonly WrongField[] {
  const known = {
    type: (code: string) => province.type(code),
    agencyCode: (code: string) => province.agency(code),
    district: (code: string) => province.district(code),
    competentBody: (code: string) => province.agency(code),
  };
  return (['type', 'agencyCode', 'district', 'competentBody'] as const)
    .filter((field) => input[field] !== undefined && !known[field](input[field]))
    .map((field) => ({ field, say: UNKNOWN[field] }));
}

export const tooOpen: WrongField = {
  field: 'secrecy',
  say: say(
    'เรื่องนี้ต้องเป็นชั้นลับขึ้นไป (เรื่องกล่าวหา เรื่องที่ไม่บอกชื่อ หรือยังไม่คัดแยก)',
    'This must be held as secret or above: an accusation, an anonymous report, or not sorted yet.',
  ),
};

/** @throws WrongFields naming all of them; nothing when there are none. */
export function refuse(fields: readonly WrongField[]): void {
  if (fields.length > 0) throw new WrongFields(fields);
}
