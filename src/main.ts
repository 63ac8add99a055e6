import 'reflect-metadata';
import { Setup } from './access/setup';
import { readSettings } from './platform/config/settings';
import { LifeSign, watchOver } from './platform/jobs/life-sign';
import { clockworkIsDead, runProgram } from './platform/program';
import { startServer } from './server';

/** The web server: `npm start`. */
runProgram(async () => {
  const settings = readSettings(process.env);
  const server = await startServer(settings);
  const trial = settings.trialMode ? ' (trial mode: no real cases, no real names)' : '';
  const link = await server.app.get(Setup).link(server.port);
  console.log(`Phitak listens on http://localhost:${server.port}${trial}`);
  if (link) console.log(`First administrator: ${link}`);
  watchOver(server.app.get(LifeSign), settings.deadAfter, clockworkIsDead);
  return server.stop;
});
