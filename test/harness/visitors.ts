import type { Test } from 'supertest';
import request from 'supertest';
import { OfficersService } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import type { Desk } from './desk';

const PASSPHRASE = 'blue kettle on stilts';

/** Officers with sessions, who knock at the doors of some rooms: JSON under /api, forms elsewhere. */
export class Visitors {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly desk: Desk) {}

  /** The user name is the role. */
  async signIn(...roles: readonly Role[]): Promise<this> {
    for (const role of roles) {
      const username = role;
      await this.desk.get(OfficersService).add({ username, name: role, roles: [role], password: PASSPHRASE });
      const answer = await this.http().post('/api/v1/sessions').send({ username, password: PASSPHRASE });
      this.cookies.set(role, String(answer.headers['set-cookie']).split(';')[0] ?? '');
    }
    return this;
  }

  get(role: Role, path: string): Test {
    return this.as(role, this.http().get(path));
  }

  post(role: Role, path: string, body: object): Test {
    return this.as(role, this.http().post(path)).send(body);
  }

  patch(role: Role, path: string, body: object): Test {
    return this.as(role, this.http().patch(path)).send(body);
  }

  submit(role: Role, path: string, fields: object): Test {
    return this.as(role, this.http().post(path)).type('form').send(fields);
  }

  private as(role: Role, test: Test): Test {
    return test.set('Cookie', `${this.cookies.get(role) ?? ''}; lang=en`).set('Accept-Language', 'en');
  }

  private http() {
    return request(this.desk.rooms.app.getHttpServer());
  }
}
