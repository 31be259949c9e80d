import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { SCHEMAS, tryParseDate } from '../../kernel/index.ts';
import type { BatchInput, WatchReport } from '../../screening/index.ts';
import type { Context, WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { startProgress } from '../terminal/progress.ts';
import { table } from '../terminal/table.ts';

interface AddOptions {
  readonly input?: string;
  readonly inputFormat?: BatchInput;
  readonly schema?: string;
  readonly birthDate?: string;
  readonly country?: string;
  readonly reference?: string;
  readonly list: string;
  readonly by?: string;
}

const DEFAULT_LIST = 'own';
const listOption = () =>
  new Option('--list <name>', 'which watch list, where you keep several').default(DEFAULT_LIST);

/** `entente watch`: the user's own names, and who of them is newly hit, no longer hit, or scores otherwise. */
export function watchCommand(root: Command, withContext: WithContext): void {
  const watch = root
    .command('watch')
    .description(
      'watch names of your own: who is newly hit, who no longer, and which change of which list did it',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ entente watch add --input customers.csv
  $ entente watch add "Azure River Trading" --schema Organization
  $ entente watch run`,
    );

  watch
    .command('add')
    .description('add a name, or all names of a file; one that is there already is not added twice')
    .argument('[name...]', 'the name; several words are one name')
    .option(
      '--input <file>',
      'a CSV, TSV or JSON lines file with a column of names (and id, type, birth date, country)',
    )
    .addOption(
      new Option('--input-format <format>', 'what --input is, where its name does not say').choices([
        'csv',
        'tsv',
        'jsonl',
      ]),
    )
    .addOption(new Option('--schema <kind>', 'what the name is a name of').choices(SCHEMAS))
    .option('--birth-date <date>', "a person's date of birth, as far as it is known: 1965, 1965-08-12")
    .option('--country <code>', 'nationality or country, as a two-letter code or a name')
    .option('--reference <id>', 'your own number of it')
    .addOption(listOption())
    .option('--by <name>', 'who adds it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente watch add "Ivo Sardan" --birth-date 1965 --reference C-1042',
    )
    .action(async (words: readonly string[], options: AddOptions, command: Command) => {
      const context = withContext(command);
      const { names, notes } = await namesToAdd(words.join(' ').trim(), options);
      for (const { row, why, taken } of notes.slice(0, MOST_NOTES))
        context.note(`row ${row}${taken ? '' : ' was not taken'}: ${why}`);
      if (notes.length > MOST_NOTES)
        context.note(`… and ${notes.length - MOST_NOTES} more notes (all with --json)`);
      const act = { by: options.by ?? userInfo().username, at: context.io.now().toISOString() };
      const { ids, added } = await context.withStore((store) => store.watch.add(options.list, names, act));
      context.answer(
        { watchList: options.list, ids, added, notes },
        () =>
          `${count(added, 'name')} added${ids.length > added ? `, ${ids.length - added} there already` : ''}; "entente watch run" screens them\n`,
      );
    });

  watch
    .command('list')
    .description('show the names watched and what the last run found')
    .addOption(listOption())
    .addHelpText('after', '\nExample:\n  $ entente watch list --json')
    .action(async (options: { readonly list: string }, command: Command) => {
      const context = withContext(command);
      const answer = await context.withStore(async (store) => ({
        lastRun: await store.watch.lastRun(options.list),
        names: await store.watch.names(options.list),
        hits: await store.watch.hits(options.list),
      }));
      const names = answer.names.map((name) => ({ ...name, hits: answer.hits.get(name.id) ?? [] }));
      const { style, io } = context;
      context.answer({ watchList: options.list, lastRun: answer.lastRun, names }, () => {
        if (names.length === 0) return 'No name is watched yet; "entente watch add" adds one.\n';
        const rows = names.map(({ id, name, reference, hits }) => [
          String(id),
          style.strong(style.foreign(name)),
          reference ?? '',
          hits.length === 0
            ? style.dim('no hit')
            : hits.map(({ caption, score }) => `${style.foreign(caption)} ${score}`).join('; '),
        ]);
        const when = answer.lastRun === null ? 'never run yet' : `last run ${answer.lastRun.at}`;
        return `${table(io, rows)}${style.dim(when)}\n`;
      });
    });

  watch
    .command('run')
    .description('screen the names watched; exit 1 when one is newly hit')
    .addOption(listOption())
    .option('--threshold <score>', 'the least score of a match, 0 to 1 (default 0.7)')
    .addHelpText('after', '\nExample:\n  $ entente update && entente watch run')
    .action(async (options: { readonly list: string; readonly threshold?: string }, command: Command) => {
      const context = withContext(command);
      const { runWatch } = await import('../../screening/index.ts');
      const report = await context.withStore(async (store) => {
        const total = (await store.watch.names(options.list)).length;
        if (total === 0) {
          const why = `no name is on the watch list "${options.list}"; "entente watch add" adds one`;
          throw cliError('ENT_USAGE', { why });
        }
        const progress = startProgress(context.io, 'Screening', 'names', total);
        return runWatch(store, {
          list: options.list,
          now: context.io.now,
          onProgress: progress.update,
          ...(options.threshold === undefined ? {} : { threshold: thresholdOf(options.threshold) }),
        }).finally(progress.end);
      });
      context.answer(report, () => render(report, context));
      if (report.changes.some(({ kind }) => kind === 'new')) context.fail();
    });

  watch
    .command('remove')
    .description('stop watching a name; what runs found of it is kept')
    .argument('<number>', 'the number that "entente watch list" shows')
    .option('--by <name>', 'who removes it (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente watch remove 12')
    .action(async (text: string, options: { readonly by?: string }, command: Command) => {
      const context = withContext(command);
      const id = Number(text);
      if (!Number.isInteger(id) || id < 1)
        throw cliError('ENT_USAGE', { why: `<number>: not the number of a watched name: ${text}` });
      const act = { by: options.by ?? userInfo().username, at: context.io.now().toISOString() };
      await context.withStore((store) => store.watch.remove(id, act));
      context.answer({ id, ...act }, () => `${id} is no longer watched\n`);
    });
}

async function namesToAdd(name: string, options: AddOptions) {
  const { input, inputFormat, schema, birthDate, country, reference } = options;
  if ((name === '') === (input === undefined))
    throw cliError('ENT_USAGE', { why: 'give either a name or --input with a file of names' });
  if (input !== undefined) {
    const { readWatchNames } = await import('../../screening/index.ts');
    const ending = /\.(csv|tsv|jsonl)$/i.exec(input)?.[1]?.toLowerCase() as BatchInput | undefined;
    const format = inputFormat ?? ending;
    if (format === undefined)
      throw cliError('ENT_USAGE', { why: `--input-format: say what ${input} is: csv, tsv or jsonl` });
    return readWatchNames(input, format);
  }
  if (birthDate !== undefined && tryParseDate(birthDate) === null)
    throw cliError('ENT_USAGE', { why: `--birth-date: not a date: ${birthDate}` });
  const query = {
    name,
    ...(schema === undefined ? {} : { schema }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(country === undefined ? {} : { country }),
  };
  return { names: [{ reference: reference ?? null, name, query }], notes: [] };
}

const TITLES = { new: 'newly hit', gone: 'no longer hit', score: 'score changed' } as const;

function render({ run, before, hits, changes }: WatchReport, { style }: Context): string {
  const shown = (score: number | null) => (score === null ? '' : String(score));
  const lines = changes.map(({ kind, name, reference, caption, before: from, after, matched, reason }) => {
    const title = kind === 'new' ? style.bad(TITLES[kind]) : style.warn(TITLES[kind]);
    const scores = [from, after]
      .filter((score) => score !== null)
      .map(shown)
      .join(' → ');
    return [
      `${title}: ${style.strong(style.foreign(name))}${reference === null ? '' : ` (${style.foreign(reference)})`} by ${style.foreign(caption)}, ${scores}\n`,
      `    as "${style.foreign(matched)}"; ${style.foreign(reason.text)}${reason.record === null ? '' : ` ${style.dim(`[${reason.record}]`)}`}\n`,
    ].join('');
  });
  const searched = Object.entries(run.snapshots).map(([list, observed]) => `${list} of ${observed}`);
  const watched = new Set(hits.map(({ watch }) => watch)).size;
  return [
    ...lines,
    changes.length === 0 && before !== null ? `Nothing changed since the run of ${before.at}.\n` : '',
    `${count(run.names, 'name')} screened, ${watched} with a hit\n`,
    style.dim(`searched: ${searched.join(', ')}\n`),
  ].join('');
}

function thresholdOf(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw cliError('ENT_USAGE', { why: `--threshold: not a number from 0 to 1: ${text}` });
  return value;
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

const MOST_NOTES = 10;
