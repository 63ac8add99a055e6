import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** The command line was used wrongly; exit code 2. */
export class WrongUse extends Error {}

export type Format = 'json' | 'csv';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'import-register'; readonly file: string; readonly map: string; readonly dryRun: boolean }
  | { readonly name: 'statistics'; readonly year: string | undefined; readonly all: boolean; readonly format: Format }
  | { readonly name: 'indicators'; readonly year: string | undefined; readonly format: Format }
  | {
      readonly name: 'user add';
      readonly username: string;
      readonly fullName: string;
      readonly roles: readonly string[];
      readonly agencyCode: string | null;
    }
  | { readonly name: 'audit verify'; readonly head: { readonly no: number; readonly mac: string } | undefined }
  | { readonly name: 'deadlines explain'; readonly number: string }
  | { readonly name: 'deadlines certificate'; readonly day: string | undefined }
  | { readonly name: 'backup-key'; readonly replace: boolean }
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'server-secret' };

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed = { readonly values: Readonly<Record<string, unknown>>; readonly words: readonly string[] };

const FIGURES: Options = { 'fiscal-year': { type: 'string' }, format: { type: 'string', default: 'json' } };

/** @throws WrongUse saying what is wrong. */
export function readCommand(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') return { name: 'help' };
  const [first, second] = args;
  if (first === undefined) throw new WrongUse('A command is missing.');
  if (first === 'import-register') return importRegister(args.slice(1));
  if (first === 'statistics') return statistics(args.slice(1));
  if (first === 'indicators') return indicators(args.slice(1));
  if (first === 'user' && second === 'add') return addUser(args.slice(2));
  if (first === 'audit' && second === 'verify') return verifyAudit(args.slice(2));
  if (first === 'deadlines' && second === 'explain') return explain(args.slice(2));
  if (first === 'deadlines' && second === 'certificate') {
    return {
      name: 'deadlines certificate',
      day: optional(parsed(args.slice(2), { date: { type: 'string' } }).values, 'date'),
    };
  }
  if (first === 'backup-key') return backupKey(args.slice(1));
  if (first === 'server-secret') return serverSecret(args.slice(1));
  if (first === 'backup' || first === 'restore') return carry(first, args.slice(1));
  throw new WrongUse(
    `There is no command "${[first, second].filter((word) => word && !word.startsWith('-')).join(' ')}".`,
  );
}

function importRegister(args: readonly string[]): Command {
  const { values, words } = parsed(args, { map: { type: 'string' }, 'dry-run': { type: 'boolean' } }, 1);
  const [file] = words;
  if (file === undefined) throw new WrongUse('import-register needs the FILE of the register.');
  return { name: 'import-register', file, map: text(values, 'map'), dryRun: values['dry-run'] === true };
}

function statistics(args: readonly string[]): Command {
  const { values } = parsed(args, { ...FIGURES, 'all-years': { type: 'boolean' } });
  const year = optional(values, 'fiscal-year');
  const all = values['all-years'] === true;
  if (all && year !== undefined) throw new WrongUse('Give --fiscal-year or --all-years, not both.');
  return { name: 'statistics', year, all, format: formatOf(values) };
}

function indicators(args: readonly string[]): Command {
  const { values } = parsed(args, FIGURES);
  return { name: 'indicators', year: optional(values, 'fiscal-year'), format: formatOf(values) };
}

function addUser(args: readonly string[]): Command {
  const { values } = parsed(args, {
    username: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    agency: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  });
  if (values['password-stdin'] !== true) {
    throw new WrongUse('user add needs --password-stdin: a passphrase on the command line would be seen by others.');
  }
  const roles = (values.role as readonly string[] | undefined) ?? [];
  if (roles.length === 0) throw new WrongUse('--role is missing.');
  return {
    name: 'user add',
    username: text(values, 'username'),
    fullName: text(values, 'name'),
    roles,
    agencyCode: optional(values, 'agency') ?? null,
  };
}

function verifyAudit(args: readonly string[]): Command {
  const { values } = parsed(args, { head: { type: 'string' } });
  const head = optional(values, 'head');
  if (head === undefined) return { name: 'audit verify', head: undefined };
  const [, no, mac] = /^(\d+):([0-9a-f]{64})$/i.exec(head) ?? [];
  if (!no || !mac) throw new WrongUse('--head is NO:MAC, as "audit verify" printed it.');
  return { name: 'audit verify', head: { no: Number(no), mac: mac.toLowerCase() } };
}

function explain(args: readonly string[]): Command {
  const [number] = parsed(args, {}, 1).words;
  if (number === undefined) throw new WrongUse('deadlines explain needs the NUMBER of a case.');
  return { name: 'deadlines explain', number };
}

function backupKey(args: readonly string[]): Command {
  return { name: 'backup-key', replace: parsed(args, { replace: { type: 'boolean' } }).values.replace === true };
}

function serverSecret(args: readonly string[]): Command {
  parsed(args, {});
  return { name: 'server-secret' };
}

function carry(name: 'backup' | 'restore', args: readonly string[]): Command {
  const [file] = parsed(args, {}, 1).words;
  if (file === undefined) throw new WrongUse(`${name} needs the FILE.`);
  return { name, file };
}

function parsed(args: readonly string[], options: Options, words = 0): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const extra = positionals[words];
    if (extra !== undefined) throw new WrongUse(`"${extra}" is one word too many.`);
    return { values, words: positionals };
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    throw code?.startsWith('ERR_PARSE_ARGS') ? new WrongUse(message) : error;
  }
}

function text(values: Parsed['values'], name: string): string {
  const value = optional(values, name);
  if (value === undefined || value.trim() === '') throw new WrongUse(`--${name} is missing.`);
  return value;
}

const optional = (values: Parsed['values'], name: string): string | undefined => values[name] as string | undefined;

function formatOf({ format }: Parsed['values']): Format {
  if (format === 'json' || format === 'csv') return format;
  throw new WrongUse(`--format is json or csv, not "${String(format)}".`);
}
