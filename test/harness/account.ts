import { Secret, TOTP } from 'otpauth';
import type { Response } from 'supertest';
import request from 'supertest';
import { AccessModule } from '../../src/access/access.module';
import { ACCESS_ENTITIES } from '../../src/access/access.entities';
import { OfficersService } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { AgenciesModule } from '../../src/agencies/agencies.module';
import { AUDIT_ENTITIES } from '../../src/audit/audit.entities';
import { AuditModule } from '../../src/audit/audit.module';
import { LayoutModule } from '../../src/layout/layout.module';
import { Database } from '../../src/platform/database/database';
import { PLATFORM_ENTITIES } from '../../src/platform/platform.entities';
import type { Place } from './databases';
import type { OpenRooms } from './rooms';
import { openRooms } from './rooms';

export const ISSUED = 'blue kettle on stilts';
export const OWN = 'seven lanterns under a green bridge';
const START = Date.parse('2026-11-20T03:00:00.000Z');

const MODULES = [LayoutModule, AuditModule, AgenciesModule, AccessModule];
const ENTITIES = [...PLATFORM_ENTITIES, ...AUDIT_ENTITIES, ...ACCESS_ENTITIES];

/** The access room alone behind the real edge, with officers who sign in, and telephones. */
export class Office {
  static async open(place: Place): Promise<Office> {
    const office = new Office(await openRooms(place, MODULES, ENTITIES));
    office.at(0);
    return office;
  }

  private constructor(readonly rooms: OpenRooms) {}

  get database(): Database {
    return this.rooms.app.get(Database);
  }

  get officers(): OfficersService {
    return this.rooms.app.get(OfficersService);
  }

  /** Puts the clock so many seconds after the start. */
  at(seconds: number): void {
    this.rooms.clock.set(new Date(START + seconds * 1000).toISOString());
  }

  /** What the officer's telephone shows. @param offset in seconds from now */
  code(secret: string, offset = 0): string {
    const timestamp = this.rooms.clock.date().getTime() + offset * 1000;
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  }

  add(username: string, roles: readonly Role[] = ['desk_officer']) {
    return this.officers.add({ username, name: `คุณ ${username}`, roles, password: ISSUED });
  }

  http() {
    return request(this.rooms.app.getHttpServer());
  }

  /** Signs in; the cookie stands in the answer. */
  enter(username: string, password: string, otp?: string, cookie = ''): Promise<Response> {
    const body = { username, password, ...(otp === undefined ? {} : { otp }) };
    return Promise.resolve(this.http().post('/api/v1/sessions').set('Cookie', cookie).send(body));
  }

  async signedIn(username: string, password = ISSUED, otp?: string): Promise<string> {
    const answer = await this.enter(username, password, otp);
    if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}`);
    return cookieOf(answer);
  }

  get(cookie: string, path: string) {
    return this.http().get(path).set('Cookie', cookie).set('Accept-Language', 'en');
  }

  post(cookie: string, path: string, body: object = {}) {
    return this.http().post(path).set('Cookie', cookie).set('Accept-Language', 'en').send(body);
  }

  submit(cookie: string, path: string, fields: object = {}) {
    return this.http().post(path).set('Cookie', `${cookie}; lang=en`).type('form').send(fields);
  }

  /** Enrols a telephone. @returns its secret and the recovery codes */
  async enrol(cookie: string): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
    const { body } = await this.post(cookie, '/api/v1/account/second-factor/offers');
    const { secret, offer } = body as { secret: string; offer: string };
    const answer = await this.post(cookie, '/api/v1/account/second-factor', { offer, code: this.code(secret) });
    if (answer.status !== 201) throw new Error(`enrolment answered ${answer.status}`);
    return { secret, recovery: (answer.body as { recoveryCodes: string[] }).recoveryCodes };
  }

  close(): Promise<void> {
    return this.rooms.close();
  }
}

export const cookieOf = (answer: Response): string =>
  String((answer.headers['set-cookie'] as unknown as string[] | undefined)?.[0] ?? '').split(';')[0] ?? '';
