import { median } from './figures';
import type { Home } from './homes';
import type { Env } from './program';
import { RunningServer } from './running-server';
import { SERVER } from './server-program';

/** From spawn to `/health/ready`, median of so many starts where data already lies; ms. */
export async function startOn(env: Env, count: number): Promise<number> {
  const taken: number[] = [];
  for (let start = 0; start < count; start++) {
    const server = await RunningServer.start(SERVER, env);
    taken.push(server.startedIn);
    await server.stop();
  }
  return median(taken);
}

/** The same where nothing lies yet: the server makes its database first. */
export async function firstStart(home: Home, count: number): Promise<number> {
  const taken: number[] = [];
  for (let start = 0; start < count; start++) {
    const place = await home.place();
    taken.push(await startOn(place.env, 1).finally(() => place.remove()));
  }
  return median(taken);
}
