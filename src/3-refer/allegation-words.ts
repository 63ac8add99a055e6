import type { AllegationPart } from '../cases/allegation-words';
import { allegationParts } from '../cases/allegation-words';

/** The parts of a complaint as a letter names them. Whom else the reporter told is left out: it may say who spoke. */
const NAMES: Readonly<Partial<Record<AllegationPart, string>>> = {
  what: 'ข้อเท็จจริง',
  where: 'สถานที่',
  when: 'เวลา',
  who: 'ผู้เกี่ยวข้อง',
  proof: 'พยานหลักฐาน',
  want: 'ความประสงค์',
};

/** A sealed allegation as an agency reads it; an account without parts stands without a heading. */
export function allegationText(sealed: string): string {
  const parts = allegationParts(sealed);
  if (parts[0]?.text === sealed) return sealed;
  return parts.flatMap(({ part, text }) => (NAMES[part] ? [`${NAMES[part]}: ${text}`] : [])).join('\n');
}
