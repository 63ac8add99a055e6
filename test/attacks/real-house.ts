import { OfficersService } from '../../src/access/officers.service';
import type { Role } from '../../src/access/roles';
import { startServer } from '../../src/server';
import type { Env } from '../bench/program';
import { RunningServer } from '../bench/running-server';
import { SERVER, environmentOf } from '../drills/programs';
import { Asker } from '../harness/app';
import type { Place } from '../harness/databases';
import { asShipped } from '../harness/light-keys';

asShipped();

const passphraseOf = (username: string): string => `${username}: a passphrase for the test`;

/** The real program in a process of its own, on a database where somebody was hired before. */
export class RealHouse {
  static async start(place: Place, staff: Readonly<Record<string, Role>>, env: Env): Promise<RealHouse> {
    const quiet = { ...place.settings, redisUrl: null, port: 0 };
    const server = await startServer(quiet);
    for (const [username, role] of Object.entries(staff)) {
      const officer = { username, name: username, roles: [role], password: passphraseOf(username) };
      await server.app.get(OfficersService).add(officer);
    }
    await server.stop();
    return new RealHouse(await RunningServer.start(SERVER, { ...environmentOf(place.settings), ...env }));
  }

  readonly anyone: Asker;

  private constructor(readonly server: RunningServer) {
    this.anyone = new Asker(server.origin);
  }

  officer(username: string): Promise<Asker> {
    return new Asker(this.server.origin, { username, password: passphraseOf(username) }).signIn();
  }
}
