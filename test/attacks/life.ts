import type { House } from '../harness/app';
import { enclose } from '../harness/enclosed';
import type { People } from './people';
import { ASKED, newSubmissionKey, taken } from './people';

/** What a field is filled with. */
export type Plant = (field: string) => string;

interface Filed {
  readonly number: string;
  readonly receipt: string;
}
interface Sheet {
  readonly referrals: readonly { readonly id: string; readonly agencyCode: string | null }[];
}

/** What was handed out on paper, and must stand nowhere else. */
export interface Lived {
  readonly numbers: readonly string[];
  readonly secrets: readonly string[];
}

const ACCUSED = {
  type: 'corruption',
  corruptionAlleged: 'yes',
  accusedKind: 'state_official',
  agencyCode: 'NWT-TREAS',
};

/** Cases that go through every door which takes a text, each text by the name of its field. */
export class Life {
  private readonly numbers: string[] = [];
  private readonly secrets: string[] = [];

  constructor(
    private readonly house: House,
    private readonly people: People,
    private readonly plant: Plant,
  ) {}

  async live(): Promise<Lived> {
    const road = await this.file();
    await this.road(road.number);
    await this.identity(road.number);
    await this.records(road.number);
    await this.afterwards(road);
    await this.telephone();
    await this.letter();
    await this.endings();
    return { numbers: this.numbers, secrets: this.secrets };
  }

  private texts(room: string, ...fields: readonly string[]): Record<string, string> {
    return Object.fromEntries(fields.map((field) => [field, this.plant(`${room}.${field}`)]));
  }

  /** A public report with every field of the form, and a file. */
  private async file(): Promise<Filed> {
    const told = this.texts('complaint', 'allegation', 'where', 'when', 'who', 'proof', 'want', 'told');
    const contact = this.texts('contact', 'name', 'address', 'phone', 'email', 'line', 'safely', 'note');
    const body = { ...told, contact, type: 'corruption', identity: 'confidential', reprisalFeared: true };
    const filed = taken<Filed>('filing', await this.house.anyone.post('/api/v1/complaints', body));
    this.numbers.push(filed.number);
    this.secrets.push(filed.receipt);
    const { number } = await this.withFile();
    await this.ask('desk_officer', number, 'merger', { mainNumber: filed.number, ...this.texts('merger', 'reason') });
    return filed;
  }

  private async withFile(): Promise<Filed> {
    const file = {
      name: `${this.plant('exhibit.name')}.txt`,
      bytes: Buffer.from(`${this.plant('exhibit.content')} and more`),
    };
    const told = this.texts('second', 'allegation');
    const filed = taken<Filed>('a file', await enclose(this.house.anyone, '/api/v1/complaints', told, [file]));
    const { number, receipt } = filed;
    this.numbers.push(number);
    this.secrets.push(receipt);
    await this.enclose(number, file.bytes);
    return { number, receipt };
  }

  private async enclose(number: string, bytes: Buffer): Promise<void> {
    const path = `/api/v1/cases/${number}/evidence`;
    const name = `${this.plant('exhibit.by desk')}.txt`;
    taken('evidence', await enclose(this.people.desk_officer, path, {}, [{ name, bytes }]));
  }

  private async road(number: string): Promise<void> {
    await this.ask('desk_officer', number, 'words', { text: this.plant('words.text'), question: true });
    await this.ask('desk_officer', number, 'comments', { text: this.plant('comments.text') });
    const sorting = { ...ACCUSED, outcome: 'accept', ...this.texts('sorting', 'reasons') };
    await this.ask('desk_officer', number, 'sorting', sorting);
    const changed = { riskArea: 'title_deeds', ...this.texts('classification', 'reason') };
    await this.ask('desk_officer', number, 'classification', changed);
    await this.referrals(number);
    await this.clocks(number);
    await this.ask('desk_head', number, 'verification', {
      mode: 'documents',
      investigator: 'investigator',
      ...this.texts('verification', 'reason', 'cover'),
    });
    const visit = { mode: 'documents', date: '2026-03-02', ...this.texts('visit', 'text') };
    await this.ask('investigator', number, 'verification/records', visit);
    await this.ask('investigator', number, 'verification', { finding: 'founded', ...this.texts('finding', 'text') });
    await this.ask('desk_officer', number, 'report', this.texts('report', 'summary', 'proposal'));
    await this.ask('executive', number, 'report/order', { order: 'ordered', ...this.texts('order', 'text') });
    const record = this.texts('record', 'improvementText', 'lessons', 'answer');
    await this.ask('desk_officer', number, 'record', { outcome: 'founded_discipline', improvement: true, ...record });
    await this.ask('desk_head', number, 'approval', { decision: 'grant', ...this.texts('approval', 'reason') });
  }

  private async referrals(number: string): Promise<void> {
    await this.ask('desk_officer', number, 'referrals', {
      to: [
        { agencyCode: ASKED, purpose: 'act', lead: true },
        { kind: 'person', purpose: 'clarify', ...this.texts('recipient', 'name') },
      ],
      includeAllegation: true,
      ...this.texts('referral', 'message'),
    });
    const { referrals } = taken<Sheet>('the case', await this.people.desk_officer.get(`/api/v1/cases/${number}`));
    const [asked, person] = [
      referrals.find((one) => one.agencyCode === ASKED),
      referrals.find((one) => one.agencyCode !== ASKED),
    ];
    for (const kind of ['accepted', 'interim', 'final']) {
      await this.ask('agency_contact', number, `referrals/${asked?.id}/answers`, {
        kind,
        ...this.texts(`answer ${kind}`, 'text'),
      });
    }
    await this.ask('desk_officer', number, `referrals/${person?.id}/withdrawal`, this.texts('recall', 'reason'));
  }

  private async clocks(number: string): Promise<void> {
    const pause = { clock: 'verify', reason: 'waiting_reporter', ...this.texts('pause', 'why') };
    await this.ask('desk_officer', number, 'pauses', pause);
    const asked = { clock: 'verify', amount: 5, ...this.texts('extension', 'reason') };
    const { id } = (await this.ask('desk_officer', number, 'extensions', asked)) as { id?: string };
    const granted = { decision: 'grant', ...this.texts('extension approval', 'reason') };
    if (id) await this.ask('desk_head', number, `extensions/${id}/approval`, granted);
  }

  private async identity(number: string): Promise<void> {
    const asked = { reason: 'hear_witness', words: `${this.plant('identity request.words')} ต้องสอบถาม`, hours: 4 };
    const { id } = (await this.ask('desk_officer', number, 'identity-requests', asked)) as { id: string };
    const decision = { grant: true, ...this.texts('identity decision', 'words') };
    taken('a grant', await this.people.custodian.post(`/api/v1/identity-requests/${id}/decision`, decision));
    await this.ask('desk_officer', number, 'identity-openings', { request: id });
    const order = { authority: 'court', reference: '12/2569', orderedOn: '2026-01-05', tellFrom: this.tomorrow() };
    const words = { words: `${this.plant('disclosure.words')} ตามหมาย`, ...this.texts('disclosure', 'deferral') };
    const ordered = (await this.ask('desk_officer', number, 'disclosures', { ...order, ...words })) as {
      request: string;
    };
    const refusal = { grant: false, ...this.texts('disclosure decision', 'words') };
    const at = `/api/v1/identity-requests/${ordered.request}/decision`;
    taken('a refusal', await this.people.custodian.post(at, refusal));
  }

  private tomorrow(): string {
    return new Date(this.house.clock.date().getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
  }

  /** Held back from disposal and let go again; and a breach, which belongs to no case. */
  private async records(number: string): Promise<void> {
    const kind = 'court';
    await this.ask('desk_head', number, 'holds', { kind, ...this.texts('hold', 'reason') });
    await this.ask('desk_head', number, 'hold-liftings', { kind, ...this.texts('hold lifting', 'reason') });
    const known = { noticedOn: '2026-01-02', noticedTime: '10:00', kinds: ['integrity'], risk: 'low' };
    const breach = { ...known, ...this.texts('breach', 'words') };
    taken('a breach', await this.people.desk_head.post('/api/v1/records/breaches', breach));
  }

  /** What only the reporter can do, and what follows closing. */
  private async afterwards({ number, receipt }: Filed): Promise<void> {
    const opened = await this.house.anyone.post('/api/v1/reporter/sessions', { receipt });
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.secrets.push(cookie.split('=')[1] ?? '');
    const say = async (path: string, body: object): Promise<void> => {
      taken(path, await this.house.anyone.post(`/api/v1/reporter/${path}`, body, { cookie }));
    };
    for (const path of ['messages', 'reprisal', 'review']) await say(path, this.texts(path, 'text'));
    await say('rating', { score: 2, ...this.texts('rating', 'text') });
    const ruling = { body: 'NACC', reference: 'ปช 1/2', date: '2026-02-02', kind: 'discipline' };
    await this.ask('desk_officer', number, 'rulings', { ...ruling, ...this.texts('ruling', 'note') });
    const { rulings } = taken<{ rulings: { id: string }[] }>(
      'rulings',
      await this.people.desk_officer.get(`/api/v1/cases/${number}/rulings`),
    );
    const at = `rulings/${rulings[0]?.id}`;
    await this.ask('desk_head', number, `${at}/approval`, {
      decision: 'grant',
      ...this.texts('ruling approval', 'reason'),
    });
    const over = { reference: 'ปช 1/3', date: '2026-02-03', ...this.texts('overturning', 'reason') };
    await this.ask('desk_head', number, `${at}/overturning`, over);
    await this.ask('desk_head', number, 'reopening', this.texts('reopening', 'reason'));
  }

  private async telephone(): Promise<void> {
    const entered = taken<{ number: string; claimCode: string }>(
      'the telephone',
      await this.people.desk_officer.post('/api/v1/desk/complaints', {
        channel: 'telephone',
        receivedAt: '2026-01-02',
        identity: 'confidential',
        ...this.texts('desk', 'allegation', 'contact'),
      }),
    );
    this.numbers.push(entered.number);
    this.secrets.push(entered.claimCode);
  }

  /** A grievance that goes to an agency without an account, which answers with the code of its letter. */
  private async letter(): Promise<void> {
    const told = { ...this.texts('grievance', 'allegation'), type: 'general' };
    const filed = taken<Filed>('a grievance', await this.house.anyone.post('/api/v1/complaints', told));
    this.numbers.push(filed.number);
    this.secrets.push(filed.receipt);
    const sorting = {
      outcome: 'accept',
      type: 'general',
      corruptionAlleged: 'no',
      reasons: this.plant('grievance.reasons'),
    };
    await this.ask('desk_officer', filed.number, 'sorting', sorting);
    const sent = { agencyCode: 'NWT-PAO', withCode: true, ...this.texts('letter', 'message', 'signatory', 'order') };
    const { codes } = (await this.ask('desk_officer', filed.number, 'referrals', sent)) as {
      codes: { code: string }[];
    };
    const code = codes[0]?.code ?? '';
    const opened = await this.house.anyone.post('/api/v1/agency/sessions', { code });
    taken('the code', opened);
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.secrets.push(code, cookie.split('=')[1] ?? '');
    const answer = { kind: 'interim', ...this.texts('answer by code', 'text') };
    taken('its answer', await this.house.anyone.post('/api/v1/agency/referral/answers', answer, { cookie }));
  }

  private async endings(): Promise<void> {
    const file = async (name: string): Promise<Filed> => {
      const body = { ...this.texts(name, 'allegation'), type: 'service', submissionKey: newSubmissionKey() };
      const filed = taken<Filed>(name, await this.house.anyone.post('/api/v1/complaints', body));
      this.numbers.push(filed.number);
      this.secrets.push(filed.receipt, body.submissionKey);
      return filed;
    };
    const ended = await file('ended');
    await this.ask('desk_officer', ended.number, 'sorting', {
      outcome: 'end',
      type: 'service',
      corruptionAlleged: 'no',
      ground: 'outside_power',
      ...this.texts('ending', 'reasons', 'wordToReporter'),
    });
    await this.ask('desk_head', ended.number, 'approval', { decision: 'refuse', ...this.texts('refusal', 'reason') });
    const withdrawn = await file('withdrawn');
    const wish = { pressureAsked: true, ...this.texts('withdrawal', 'reason') };
    await this.ask('desk_officer', withdrawn.number, 'withdrawal', wish);
  }

  private async ask(who: keyof People, number: string, path: string, body: object): Promise<unknown> {
    return taken(`${who} ${path}`, await this.people[who].post(`/api/v1/cases/${number}/${path}`, body));
  }
}
