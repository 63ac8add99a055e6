import type { Province } from '../agencies/agencies';
import type { NewCase } from '../cases/new-case';
import type { Say } from '../platform/errors';
import { WrongFields, say } from '../platform/errors';
import { bangkokDay, instantAt, parseDay, parseInstant } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';
import type { ComplaintInput, DeskComplaintInput } from './complaint-input';

/** Everything about a complaint that is a code, a date or a number; the texts are sealed apart. */
export type Opening = NewCase;

const EARLIEST = '1957-01-01'; // B.E. 2500: nothing older can still be a complaint (PROCESS §5)

class Faults {
  private readonly fields: { field: string; say: Say }[] = [];

  add(field: string, th: string, en: string): null {
    this.fields.push({ field, say: say(th, en) });
    return null;
  }

  throwIfAny(): void {
    if (this.fields.length > 0) throw new WrongFields(this.fields);
  }
}

/** From the public form, by website. @throws WrongFields naming every field that cannot be taken. */
export function openingFromPublic(input: ComplaintInput, province: Province, now: string): Opening {
  const faults = new Faults();
  const opening = { ...common(input, province, bangkokDay(now), faults), channel: 'website', receivedAt: now };
  faults.throwIfAny();
  return opening;
}

/** Typed by staff, by any channel; received and entered times stay apart. @throws WrongFields */
export function openingFromDesk(
  input: DeskComplaintInput,
  province: Province,
  now: string,
  enteredBy: string,
): Opening {
  const faults = new Faults();
  const channel = province.isChannel(input.channel)
    ? input.channel
    : (faults.add('channel', 'ไม่มีช่องทางนี้', 'There is no such channel.') ?? '');
  const receivedAt = receivedOf(input, now, faults);
  const opening: Opening = {
    ...common(input, province, bangkokDay(receivedAt), faults),
    channel,
    receivedAt,
    enteredBy,
    reporterKind: input.reporterKind ?? null,
    registryNo: input.registryNo ?? null,
    queueTicket: input.ticket ?? null,
  };
  faults.throwIfAny();
  return opening;
}

type Common = Omit<Opening, 'channel' | 'receivedAt'>;

function common(input: ComplaintInput, province: Province, latest: string, faults: Faults): Common {
  return {
    identityKind: identityOf(input, faults),
    type: typeOf(input.type, province, faults),
    agencyCode: agencyOf(input.agencyCode, province, faults),
    district: districtOf(input.district, province, faults),
    occurredOn: occurredOf(input.occurredOn, latest, faults),
    reprisalFeared: input.reprisalFeared ?? false,
    protectionAsked: input.protectionAsked ?? false,
  };
}

function identityOf(input: ComplaintInput, faults: Faults): Opening['identityKind'] {
  const { contact } = input;
  const kind = input.identity ?? (input.anonymous ? 'anonymous' : contact ? 'confidential' : 'anonymous');
  if (input.anonymous && kind !== 'anonymous') {
    faults.add('anonymous', 'เลือกไม่บอกชื่อ แต่ขอให้บอกชื่อด้วย กรุณาเลือกอย่างเดียว', 'Anonymous and named at once: choose one.');
  }
  if (kind === 'anonymous' && contact?.name) {
    faults.add(
      'contact.name',
      'เลือกไม่บอกชื่อไว้ กรุณาลบชื่อออก หรือเลือกขอให้ปกปิด',
      'You chose to stay anonymous: remove the name.',
    );
  }
  return kind;
}

function typeOf(code: string | undefined, province: Province, faults: Faults): string {
  if (code === undefined) return 'unsorted';
  if (province.type(code)) return code;
  return faults.add('type', 'ไม่มีประเภทนี้', 'There is no such type.') ?? 'unsorted';
}

function agencyOf(code: string | undefined, province: Province, faults: Faults): string | null {
  if (code === undefined) return null;
  return province.agency(code)?.code ?? faults.add('agencyCode', 'ไม่มีหน่วยงานนี้', 'There is no such agency.');
}

function districtOf(code: string | undefined, province: Province, faults: Faults): string {
  if (code === undefined) return 'unknown';
  const found = province.district(toArabic(code)) ?? province.findDistrict(code);
  return found?.code ?? faults.add('district', 'ไม่มีอำเภอนี้', 'There is no such district.') ?? 'unknown';
}

function occurredOf(text: string | undefined, latest: string, faults: Faults): string | null {
  if (text === undefined) return null;
  const day = parseDay(text) ?? dayOfInstant(text);
  if (day === null) return faults.add('occurredOn', 'อ่านวันที่ไม่ออก เช่น ๓ ธ.ค. ๖๗', 'This date cannot be read.');
  if (day > latest) return faults.add('occurredOn', 'วันเกิดเหตุอยู่หลังวันรับเรื่อง', 'This day is after the day of receipt.');
  if (day < EARLIEST) return faults.add('occurredOn', 'วันที่เก่าเกินไป กรุณาตรวจปี', 'Too long ago: check the year.');
  return day;
}

function receivedOf(input: DeskComplaintInput, now: string, faults: Faults): string {
  const at = receivedInstant(input, now);
  if (at === null) {
    faults.add('receivedAt', 'อ่านวันที่ไม่ออก เช่น ๓ ธ.ค. ๖๗', 'This date cannot be read.');
    return now;
  }
  if (at > now) faults.add('receivedAt', 'วันรับเรื่องยังมาไม่ถึง', 'This is in the future.');
  if (bangkokDay(at) < EARLIEST) faults.add('receivedAt', 'วันที่เก่าเกินไป กรุณาตรวจปี', 'Too long ago: check the year.');
  return at;
}

/** A bare day received today counts as received now, else from the start of its office hours. */
function receivedInstant(input: DeskComplaintInput, now: string): string | null {
  const day = parseDay(input.receivedAt);
  if (day === null) return parseInstant(input.receivedAt);
  if (input.receivedTime) return instantAt(day, toArabic(input.receivedTime).replace('.', ':').padStart(5, '0'));
  return day === bangkokDay(now) ? now : instantAt(day, '08:30');
}

const dayOfInstant = (text: string): string | null => {
  const at = parseInstant(text);
  return at === null ? null : bangkokDay(at);
};
