import 'reflect-metadata';
import { cpus, loadavg, totalmem } from 'node:os';
import { measureClocks } from './clocks';
import { measureDesk } from './desk';
import type { Home } from './homes';
import { findHomes, removeAll } from './homes';
import { measureIntake } from './intake';
import type { Options } from './options';
import { readOptions } from './options';
import { weighPages } from './pages';
import { report } from './report';
import type { HomeFigures, Measured } from './report';
import { firstStart } from './starts';

/** Whoever measures also wants to see that something is happening; the figures alone are on stdout. */
const tell = (what: string): void => console.error(`… ${what}`);

/** `npm run bench -- [--quick] [--large] [--json]`: the compiled server, measured from outside on both homes. */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { homes, leftOut } = await findHomes();
  const measured: HomeFigures[] = [];
  for (const home of homes) {
    await measureHome(home, options).then(
      (figures) => measured.push(figures),
      (error: unknown) => leftOut.push(brokenOff(home, error)),
    );
  }
  tell('pages');
  const pages = homes[0] ? await weighPages(homes[0]) : [];
  const all: Measured = { machine: machine(), options, homes: measured, leftOut, pages };
  console.log(options.json ? JSON.stringify(all, null, 2) : report(all));
}

async function measureHome(home: Home, options: Options): Promise<HomeFigures> {
  const { name } = home;
  tell(`${name}: starts`);
  const firstStartedIn = await firstStart(home, options.starts);
  const place = await home.place();
  const desk = await home.place();
  const hour = await home.place();
  try {
    tell(`${name}: submissions and status checks`);
    const intake = await measureIntake(place, options);
    const sizes = await measureDesk(desk, options, (what) => tell(`${name}: ${what}`));
    const clocks = await measureClocks(hour, options, (what) => tell(`${name}: ${what}`));
    return { name, firstStartedIn, intake, sizes, clocks };
  } finally {
    await place.remove();
    await desk.remove();
    await hour.remove();
  }
}

/** What was measured before is still told. */
function brokenOff({ name }: Home, error: unknown): string {
  process.exitCode = 1;
  return `${name}: broken off (${error instanceof Error ? error.message : String(error)})`;
}

const machine = () => ({
  processors: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  /** Of the last fifteen minutes: well above the number of processors, others were at work too. */
  loadAverage: loadavg()[2] ?? NaN,
});

const breakOff = (): void => void removeAll().finally(() => process.exit(1));
process.once('SIGINT', breakOff).once('SIGTERM', breakOff);

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
