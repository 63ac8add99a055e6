import 'reflect-metadata';
import { Setup } from './access/setup';
import { readSettings } from './platform/config/settings';
import { LifeSign, watchOver } from './platform/jobs/life-sign';
import { clockworkIsDead, runProgram } from './platform/program';
import { startServer } from './server';

/** The web server: `npm start`. */
runProgram(async () => {
  const settings = readSettings(process.env);
  if (settings.production) {
    throw new Error(
      'This version runs in trial mode only (the README says what is missing). Start it without NODE_ENV=production.',
    );
  }
  const server = await startServer(settings);
  console.log(`Phitak listens on http://localhost:${server.port} (trial mode: no real cases, no real names)`);
  const link = await server.app.get(Setup).link(server.port);
  if (link) console.log(`First administrator: ${link}`);
  watchOver(server.app.get(LifeSign), settings.deadAfter, clockworkIsDead);
  return server.stop;
});
