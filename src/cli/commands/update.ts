import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { ListUpdate } from '../../app/index.ts';
import type { Context, WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { showUpdate } from '../terminal/update-line.ts';
import { VERSION } from '../version.ts';

interface Options {
  readonly due?: boolean;
  readonly addresses?: string;
  readonly timeout?: string;
  readonly force?: string;
  readonly by?: string;
}

/** `entente update`: what changed at the publishers, fetched, kept and loaded. */
export function updateCommand(root: Command, withContext: WithContext): void {
  root
    .command('update')
    .description('fetch what changed from the publishers, keep the files, and load them as observed now')
    .argument('[list...]', 'the lists, as "entente lists" names them (default: all)')
    .option('--due', 'only lists that are due by "entente lists": for a timer')
    .option('--addresses <file>', 'a JSON file of addresses of your own (a mirror), by list')
    .option('--timeout <seconds>', 'the most time for one file, repetitions included (default: 900)')
    .option(
      '--force <why>',
      'load although a list shrank or would be held; the reason is kept with your name',
    )
    .option('--by <name>', 'who forces it (default: the user name)')
    .addHelpText(
      'after',
      `
A list that fails leaves its record as it was; the others load, and the exit code is 1.

Examples:
  $ entente update
  $ entente update un-sc us-ofac-sdn
  $ entente update --due --json`,
    )
    .action(async (names: readonly string[], options: Options, command: Command) => {
      const context = withContext(command);
      if (options.force !== undefined && names.length === 0)
        throw cliError('ENT_USAGE', {
          why: '--force needs the lists that it is for: entente update <list> --force <why>',
        });
      const updates = await update(context, names, options);
      for (const { list, notes } of updates) {
        for (const note of notes.slice(0, MOST_NOTES)) context.note(`${list}: ${note}`);
        if (notes.length > MOST_NOTES)
          context.note(`${list}: … and ${notes.length - MOST_NOTES} more notes (all with --json)`);
      }
      const asked = new Set(names);
      const missed = updates.filter(
        ({ list, outcome }) => outcome === 'failed' || (outcome === 'by-hand' && asked.has(list)),
      );
      context.answer({ lists: updates }, () => describe(context, updates, missed.length));
      if (missed.length > 0) context.fail();
    });
}

async function update(
  context: Context,
  names: readonly string[],
  { due = false, timeout, force, by, ...options }: Options,
): Promise<readonly ListUpdate[]> {
  const { io } = context;
  const addresses = options.addresses ?? io.env.ENTENTE_LIST_ADDRESSES;
  const app = await import('../../app/index.ts');
  const own = addresses === undefined ? new Map() : app.readAddresses(await textOf(addresses));
  const wanted = app.toUpdate(names, own);
  const caps = timeout === undefined ? {} : { wholeMs: secondsOf(timeout) * 1000 };
  const fetcher = app.fetcherOf(io.env, VERSION, caps);
  const line = showUpdate(io);
  try {
    return await context.withStore(
      async (store) => {
        const rows = app.listRows(await store.lists(), io.now(), await store.files.latest());
        const fresh = new Set(due ? rows.filter((row) => !row.due).map(({ id }) => id) : []);
        const lists = wanted.filter(({ list }) => !fresh.has(list));
        return app.updateLists(store, fetcher, lists, {
          now: io.now,
          env: io.env,
          onProgress: line.update,
          ...(force === undefined ? {} : { force: { by: by ?? userInfo().username, note: force } }),
        });
      },
      { create: true },
    );
  } finally {
    line.end();
    await fetcher.close();
  }
}

const MOST_NOTES = 3;

function describe({ style }: Context, updates: readonly ListUpdate[], missed: number): string {
  if (updates.length === 0) return 'No list is due.\n';
  const width = Math.max(...updates.map(({ list }) => list.length));
  const lines = updates.flatMap((done) => {
    const head = style.strong(done.list.padEnd(width));
    return [
      `${head}  ${said(done, style)}\n`,
      ...after(done).map((text) => `${' '.repeat(width)}  ${text}\n`),
    ];
  });
  const closing =
    missed === 0
      ? ''
      : `\n${missed} of ${updates.length} could not be updated; what was held of them stands as it was\n`;
  return lines.join('') + closing;
}

function said(done: ListUpdate, style: Context['style']): string {
  const { outcome, observed, published, parts, error } = done;
  const dated = published === null ? '' : `, published ${published}`;
  switch (outcome) {
    case 'loaded':
      return `${style.good('loaded')}: ${parts.map(partText).join('; ')}${dated}`;
    case 'unchanged':
      return `unchanged since ${observed}${dated}`;
    case 'held':
      return `${style.warn('held in quarantine')}, observed ${observed}${dated}: ${done.reason}`;
    case 'rejected':
      return `${style.warn('unchanged, and rejected')} as observed ${observed}; it shows nowhere`;
    case 'failed':
      return `${style.bad('failed')}: ${style.foreign(error?.reason ?? '')} [${error?.code}]`;
    case 'by-hand':
      return `by hand only: entente load ${done.list} <file> --observed <date>`;
  }
}

/** What to do next. */
function after({ list, outcome, observed, hint, error }: ListUpdate): readonly string[] {
  const next = [
    ...(outcome === 'held'
      ? [
          `look at it, then: entente accept ${list} ${observed} --note <why>`,
          `              or: entente reject ${list} ${observed} --note <why>`,
        ]
      : []),
    ...(outcome === 'rejected'
      ? [`to take it after all: entente accept ${list} ${observed} --note <why>`]
      : []),
    ...(error?.code === 'ENT_SNAPSHOT_SHRUNK'
      ? [`if the list really shrank: entente update ${list} --force <why>`]
      : []),
    ...(hint === null ? [] : [hint]),
  ];
  return next;
}

function partText({ part, records, differing }: ListUpdate['parts'][number]): string {
  const name = part === 'main' ? '' : `${part} `;
  return `${name}${records.toLocaleString('en')} records, ${differing.toLocaleString('en')} differing`;
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  throw cliError('ENT_USAGE', { why: `--timeout: "${text}" is not a number of seconds above 0` });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw cliError('ENT_INPUT_UNREADABLE', { why: `--addresses: ${why}` }, { cause });
  }
}
