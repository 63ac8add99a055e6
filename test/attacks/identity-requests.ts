import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Answer, Asker, House } from '../harness/app';
import { taken } from './people';

export const NAME = 'นางสมมติ ไม่มีตัวตน';
const WORDS = 'ต้องสอบถามวันเวลาที่เห็นเหตุการณ์ ไม่มีทางอื่นแล้ว';

/** A reporter who gave her name, and how the desk asks for it (KEYS K7). */
export class IdentityRequests {
  constructor(
    private readonly house: House,
    private readonly keeper: Asker,
  ) {}

  async file(): Promise<string> {
    const sent = { allegation: 'เรื่องหนึ่ง', identity: 'confidential', contact: { name: NAME } };
    return taken<{ number: string }>('filing', await this.house.anyone.post('/api/v1/complaints', sent)).number;
  }

  async ask(asker: Asker, number: string, hours = 4): Promise<string> {
    const sent = { reason: 'hear_witness', words: WORDS, hours };
    const answer = await asker.post(`/api/v1/cases/${number}/identity-requests`, sent);
    return taken<{ id: string }>('a request', answer).id;
  }

  decide(id: string, grant: boolean, by = this.keeper): Promise<Answer> {
    return by.post(`/api/v1/identity-requests/${id}/decision`, { grant, words: 'เหตุผลพอ' });
  }

  async granted(asker: Asker, number: string): Promise<string> {
    const id = await this.ask(asker, number);
    taken('a grant', await this.decide(id, true));
    return id;
  }

  look(asker: Asker, number: string, request: string): Promise<Answer> {
    return asker.post(`/api/v1/cases/${number}/identity-openings`, { request });
  }

  rows<T extends object>(text: string, values: readonly (string | number)[] = []): Promise<T[]> {
    return this.house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  }

  /** The case and its sealed identity, as the vault is asked for them. */
  async sealedOf(number: string): Promise<{ readonly ref: { id: string; province: string }; readonly item: string }> {
    const found = 'SELECT id, identity_item AS item FROM case_file WHERE number = $1';
    const [row] = await this.rows<{ id: string; item: string }>(found, [number]);
    if (!row) throw new Error(`no case ${number}`);
    return { ref: { id: row.id, province: 'NWT' }, item: row.item };
  }
}
