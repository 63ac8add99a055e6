import type { Role } from '../../src/access/roles';
import { filmOf } from '../../src/evidence/testing/fixtures';
import type { Answer, Asker, House } from '../harness/app';
import { enclose } from '../harness/enclosed';
import { ANSWER, LETTER, LONG, SUMMARY, WORD } from './texts';

export type Staff = Readonly<Record<Role, Asker>>;

/** The road of a case that goes all the way; each stop is a status. */
export const ROAD = [
  'received',
  'sorted',
  'referred',
  'verifying',
  'verified',
  'reported',
  'ordered',
  'recorded',
] as const;
export type Stop = (typeof ROAD)[number];

interface Referral {
  readonly id: string;
  readonly agencyCode: string | null;
}

/** What the people of a desk do, through the interface. Every act throws unless it is taken. */
export class Work {
  constructor(
    private readonly house: House,
    private readonly staff: Staff,
  ) {}

  async file(more: Record<string, unknown> = {}): Promise<{ number: string; receipt: string }> {
    const body = { allegation: LONG, type: 'corruption', district: '9601', anonymous: true, ...more };
    return taken('the public form', await this.house.anyone.post('/api/v1/complaints', body));
  }

  /** What a reporter adds, with her receipt. */
  async write(receipt: string, text: string): Promise<void> {
    const opened = await this.house.anyone.post('/api/v1/reporter/sessions', { receipt });
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    taken('the mailbox', await this.house.anyone.post('/api/v1/reporter/messages', { text }, { cookie }));
  }

  /** From one stop after receipt to another. */
  async walk(number: string, until: Stop): Promise<void> {
    for (const stop of ROAD.slice(1, ROAD.indexOf(until) + 1)) await this.steps[stop](number);
  }

  private readonly steps: Readonly<Record<Stop, (number: string) => Promise<unknown>>> = {
    received: () => Promise.resolve(),
    sorted: (number) => this.sort(number),
    referred: (number) => this.refer(number),
    verifying: (number) => this.verify(number),
    verified: (number) => this.ask('investigator', number, 'verification', { finding: 'founded', text: SUMMARY }),
    reported: (number) => this.ask('desk_officer', number, 'report', { summary: SUMMARY, proposal: LETTER }),
    ordered: (number) => this.ask('executive', number, 'report/order', { order: 'ordered', text: LETTER }),
    recorded: async (number) => {
      await this.propose(number);
      await this.ask('desk_head', number, 'approval', { decision: 'grant' });
    },
  };

  /** A note in a long name, and a film that has no cleaned copy. */
  async enclose(number: string): Promise<void> {
    const files = [
      { name: `${LONG.slice(0, 120)}.txt`, bytes: Buffer.from(LETTER) },
      { name: 'film.mp4', bytes: filmOf('isom') },
    ];
    taken('evidence', await enclose(this.staff.desk_officer, `/api/v1/cases/${number}/evidence`, {}, files));
  }

  async sort(number: string, more: Record<string, unknown> = {}): Promise<void> {
    await this.ask('desk_officer', number, 'sorting', {
      outcome: 'accept',
      type: 'corruption',
      corruptionAlleged: 'yes',
      accusedKind: 'state_official',
      agencyCode: 'NWT-TREAS',
      riskArea: 'title_deeds',
      severity: 3,
      urgentBecause: ['evidence_at_risk'],
      specificEnough: true,
      reasons: LONG,
      ...more,
    });
  }

  async propose(number: string): Promise<void> {
    await this.ask('desk_officer', number, 'record', {
      outcome: 'founded_discipline',
      improvement: true,
      improvementText: 'ติดประกาศอัตราและลำดับคิวไว้หน้าเคาน์เตอร์ทุกวัน',
      repeated: true,
      lessons: SUMMARY,
      answer: WORD,
    });
  }

  async referralOf(number: string, agency: string): Promise<string> {
    const { referrals } = await this.read<{ referrals: readonly Referral[] }>(`/cases/${number}/referrals`);
    return referrals.find(({ agencyCode }) => agencyCode === agency)?.id ?? '';
  }

  async read<T>(path: string): Promise<T> {
    return taken(path, await this.staff.desk_officer.get<T>(`/api/v1${path}`));
  }

  ask<T>(role: Role, number: string, path: string, body: object): Promise<T> {
    return this.send(role, 'POST', `/cases/${number}/${path}`, body);
  }

  async send<T>(role: Role, method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
    return taken(`${role} ${method} ${path}`, await this.staff[role].ask<T>(method, `/api/v1${path}`, body));
  }

  private async refer(number: string): Promise<void> {
    await this.ask('desk_officer', number, 'referrals', {
      to: [
        { agencyCode: 'NWT-LAND', purpose: 'act', lead: true },
        { agencyCode: 'NWT-PROVOFF', purpose: 'clarify' },
      ],
      message: LETTER,
      letterNo: 'นธ 0017.1/123',
      letterDate: '2026-02-02',
      signedAs: 'on_behalf',
    });
    await this.answer(number, { kind: 'accepted' });
    await this.answer(number, { kind: 'interim', text: ANSWER });
  }

  private async answer(number: string, answer: object): Promise<void> {
    const id = await this.referralOf(number, 'NWT-LAND');
    await this.ask('agency_contact', number, `referrals/${id}/answers`, answer);
  }

  private async verify(number: string): Promise<void> {
    await this.answer(number, { kind: 'final', text: SUMMARY });
    const other = await this.referralOf(number, 'NWT-PROVOFF');
    await this.ask('desk_officer', number, `referrals/${other}/withdrawal`, { reason: 'ได้คำชี้แจงจากทางอื่นแล้ว' });
    await this.ask('desk_head', number, 'verification', {
      mode: 'documents',
      reason: LONG,
      cover: 'ตรวจคิวทั้งหมดของเดือน ไม่ระบุรายใดรายหนึ่ง',
      investigator: 'investigator',
    });
    const visit = { mode: 'documents', date: '2026-03-24', text: ANSWER };
    await this.ask('investigator', number, 'verification/records', visit);
  }
}

function taken<T>(what: string, { status, body, text }: Answer<unknown>): T {
  if (status > 201) throw new Error(`${what}: ${status} ${text}`);
  return body as T;
}
