import type { ComplaintInput } from '../../1-receive/complaint-input';
import { addDays, bangkokDay } from '../../platform/thai/dates';
import { inventedName } from '../people';
import type { Tale } from '../tale';

const SEEN = ['เห็นด้วยตัวเอง', 'มีคนในหมู่บ้านเห็นหลายคน แต่ไม่อยากเปิดเผยชื่อ', 'มีรูปถ่ายในโทรศัพท์', 'มีใบเสร็จและเอกสารเก็บไว้'];
const TOLD = ['ยังไม่เคยแจ้งที่ไหน', 'เคยแจ้งผู้ใหญ่บ้านแล้ว', 'เคยโทรแจ้งหน่วยงานแล้ว แต่ไม่มีความคืบหน้า'];

/** What the reporter says, as far as she says it. */
export function complaintOf(tale: Tale): ComplaintInput {
  const { plan, random } = tale;
  const { topic, place, arrival, identity, agency } = plan;
  const received = bangkokDay(arrival.receivedAt);
  return {
    allegation: tale.tell(topic.tells),
    ...(random.chance(0.7) ? { where: place.words } : {}),
    ...(random.chance(0.6) ? { want: tale.tell(topic.wants) } : {}),
    ...(random.chance(0.3) ? { proof: random.one(SEEN) } : {}),
    ...(random.chance(0.3) ? { told: random.one(TOLD) } : {}),
    ...(random.chance(0.75) ? { type: topic.type } : {}),
    ...(random.chance(0.6) ? { agencyCode: agency.code } : {}),
    ...(random.chance(0.92) ? { district: place.district } : {}),
    ...(random.chance(0.5) ? { occurredOn: addDays(received, -random.whole(1, 60)) } : {}),
    identity,
    ...(identity === 'anonymous' ? {} : { contact: contactOf(plan.no, random.chance(0.7)) }),
    ...(random.chance(identity === 'open' ? 0.01 : 0.06) ? { reprisalFeared: true, protectionAsked: true } : {}),
  };
}

/** Plainly invented, and no number that rings anywhere. */
const contactOf = (no: number, phone: boolean) => ({
  name: inventedName(no * 7),
  ...(phone ? { phone: '00-0000-0000' } : { safely: 'สะดวกให้ติดต่อผ่านกล่องข้อความเท่านั้น' }),
});
