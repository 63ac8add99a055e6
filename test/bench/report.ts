import type { ClockFigures } from './clocks';
import { clockRatios, clockRows } from './clock-rows';
import type { DeskFigures } from './desk';
import { mib, ms, number, thousands } from './figures-as-text';
import type { measureIntake } from './intake';
import type { Options } from './options';
import type { PageWeight } from './pages';

export interface HomeFigures {
  readonly name: string;
  readonly firstStartedIn: number;
  readonly intake: Awaited<ReturnType<typeof measureIntake>>;
  /** Rising numbers of cases. */
  readonly sizes: readonly DeskFigures[];
  readonly clocks: ClockFigures;
}

export interface Measured {
  readonly machine: {
    readonly processors: number;
    readonly model: string;
    readonly memoryGiB: number;
    readonly node: string;
    readonly loadAverage: number;
  };
  readonly options: Options;
  readonly homes: readonly HomeFigures[];
  readonly leftOut: readonly string[];
  readonly pages: readonly PageWeight[];
}

type Line = readonly [string, ...string[]];

/** Plain tables in Markdown: ratios first, for they move less from machine to machine. */
export function report({ machine, options, homes, leftOut, pages }: Measured): string {
  const { processors, model, memoryGiB, node, loadAverage } = machine;
  const names = homes.map(({ name }) => name);
  const over = (rows: readonly Row[]): Line[] => rows.map(([what, of]) => [what, ...homes.map(of)]);
  return [
    `${processors} × ${model}, ${memoryGiB} GiB, Node ${node}; load average of 15 minutes ${number(loadAverage, 1)}.`,
    `Medians of ${options.rounds} round(s). The clients ran on the same machine as the server.`,
    ...leftOut.map((home) => `Left out: ${home}.`),
    '',
    ...table(['ratios', ...names], over([...RATIOS, ...growths(options), ...clockRatios(options)])),
    '',
    ...table(['absolute', ...names], over([...INTAKE, ...reads(options), ...clockRows(options), ...STARTS])),
    '',
    ...table(['public page', 'HTML', 'HTML as sent', 'requests', 'all as sent'], pages.map(weight)),
  ].join('\n');
}

/** What, and how much of it on a home. */
export type Row = readonly [string, (home: HomeFigures) => string];

const RATIOS: readonly Row[] = [
  ['one submission ÷ (its key derivation + one durable commit)', ({ intake }) => number(intake.submissionToFloor, 2)],
  ['one status check ÷ its key derivation', ({ intake }) => number(intake.statusToFloor, 2)],
];

const INTAKE: readonly Row[] = [
  ['submissions, 8 clients', ({ intake }) => `${number(intake.submissionsPerSecond, 1)}/s`],
  ['— p50 · p95', ({ intake }) => `${ms(intake.submissionP50)} · ${ms(intake.submissionP95)}`],
  ['— errors', ({ intake }) => String(intake.submissionErrors)],
  ['status checks, 8 clients', ({ intake }) => `${number(intake.statusPerSecond, 1)}/s`],
  ['— p50 · p95', ({ intake }) => `${ms(intake.statusP50)} · ${ms(intake.statusP95)}`],
  ['— errors', ({ intake }) => String(intake.statusErrors)],
  ['one submission alone', ({ intake }) => ms(intake.submissionAlone)],
  ['one status check alone', ({ intake }) => ms(intake.statusAlone)],
  ['key derivation alone (Argon2id 19 MiB, t=2)', ({ intake }) => ms(intake.derivation)],
  ['durable commit alone', ({ intake }) => ms(intake.commit)],
];

const STARTS: readonly Row[] = [
  ['start, no database yet', ({ firstStartedIn }) => ms(firstStartedIn)],
  [
    'start on the most cases',
    ({ sizes }) => `${ms(sizes.at(-1)?.startedIn ?? NaN)} (${thousands(sizes.at(-1)?.cases ?? 0)})`,
  ],
  ['memory after the start', ({ intake }) => mib(intake.memoryAtStart)],
  ['memory after the load', ({ intake }) => mib(intake.memoryAfterLoad)],
];

/** How much longer a page takes over many cases than over the fewest. */
function growths({ sizes }: Options): readonly Row[] {
  const [few = 0, ...more] = sizes;
  return more.flatMap((many): Row[] => {
    const against = `${thousands(many)} cases ÷ ${thousands(few)}`;
    const growth =
      (of: (at: DeskFigures) => number) =>
      (home: HomeFigures): string =>
        number(at(home, many, of) / at(home, few, of), 2);
    return [
      [`worklist p95, ${against}`, growth(({ worklistP95 }) => worklistP95)],
      [`statistics page p95, ${against}`, growth(({ statisticsP95 }) => statisticsP95)],
    ];
  });
}

const reads = ({ sizes }: Options): readonly Row[] =>
  sizes.flatMap((cases): Row[] => {
    const pair =
      (p50: 'worklistP50' | 'statisticsP50', p95: 'worklistP95' | 'statisticsP95') =>
      (home: HomeFigures): string =>
        `${ms(at(home, cases, (figures) => figures[p50]))} · ${ms(at(home, cases, (figures) => figures[p95]))}`;
    return [
      [`worklist, ${thousands(cases)} cases, p50 · p95`, pair('worklistP50', 'worklistP95')],
      [`statistics page, ${thousands(cases)} cases, p50 · p95`, pair('statisticsP50', 'statisticsP95')],
    ];
  });

function at({ sizes }: HomeFigures, cases: number, of: (figures: DeskFigures) => number): number {
  const figures = sizes.find((size) => size.cases === cases);
  return figures ? of(figures) : NaN;
}

const weight = ({ page, html, htmlSent, requests, sent }: PageWeight): Line => [
  page,
  `${thousands(html)} B`,
  `${thousands(htmlSent)} B`,
  String(requests),
  `${thousands(sent)} B`,
];

function table(head: Line, lines: readonly Line[]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const padded = (line: Line): string => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [padded(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(padded)];
}
