import { InvalidArgumentError, Option } from 'commander';
import { screenBatchEntered } from '../../app/index.ts';
import type { Clocks } from '../../kernel/index.ts';
import { BATCH_INPUTS, type BatchColumns, type BatchInput } from '../../screening/index.ts';
import { askedHere } from '../asked-here.ts';
import type { Context } from '../context.ts';
import { cliError } from '../errors.ts';

/** What `entente screen --input` takes beside what a single question takes. */
export interface BatchOptions {
  readonly input?: string;
  readonly output?: string;
  readonly inputFormat?: BatchInput;
  readonly column?: Partial<BatchColumns>;
  readonly threads?: number;
  readonly list?: readonly string[];
  readonly threshold: number;
  readonly limit: number;
  readonly weak?: boolean;
}

/** The options of a batch, to be added to `entente screen`. */
export const BATCH_FLAGS: readonly Option[] = [
  new Option('--input <file>', 'screen every row of this CSV, TSV or JSON lines file'),
  new Option(
    '--output <file>',
    'where the results of --input go: .csv, else JSON lines; a cut-off run is taken up',
  ),
  new Option('--input-format <format>', 'what --input is, where its name does not say').choices([
    ...BATCH_INPUTS,
  ]),
  new Option(
    '--column <what=heading...>',
    'which column holds what: name, aliases, schema, birthDate, country, gender, identifiers, id',
  ).argParser(column),
  new Option('--threads <n>', 'threads for --input (default: one a core)').argParser(threads),
];

/** Screens the rows of a file, with progress on standard error, and answers with what was done. */
export async function runBatch(context: Context, options: BatchOptions, clocks: Clocks): Promise<void> {
  const { input, output } = options;
  if (input === undefined || output === undefined) {
    throw cliError('ENT_USAGE', { why: 'give a name, or both --input and --output' });
  }
  const report = await context.withStore((store) =>
    screenBatchEntered(
      store,
      {
        input,
        output,
        scope: { clocks, lists: options.list ?? null },
        options: { threshold: options.threshold, limit: options.limit, weak: options.weak === true },
        ...(options.inputFormat === undefined ? {} : { inputFormat: options.inputFormat }),
        ...(options.column === undefined ? {} : { columns: options.column }),
        ...(options.threads === undefined ? {} : { workers: options.threads }),
        onProgress: ({ rows, rowsPerSecond, share, secondsLeft }) => {
          if (!context.io.terminal.err) return;
          const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
          context.io.err(`\r${rows} rows, ${rowsPerSecond} a second, ${Math.round(share * 100)} %${left}   `);
        },
      },
      askedHere(),
      context.io.now,
    ),
  );
  if (context.io.terminal.err) context.io.err('\n');
  const { kept, rows, counts, seconds } = report;
  context.answer(
    { output, ...report },
    () =>
      `${rows} rows screened in ${seconds} s${kept === 0 ? '' : ` after the ${kept} of an earlier run`}: ` +
      `${counts.match} match, ${counts.excepted === 0 ? '' : `${counts.excepted} excepted, `}${counts.possible} possible, ${counts.clear} clear, ${counts.bad} bad. ` +
      `Results in ${output}\n`,
  );
  // Not one question was asked, which must not pass for an answer.
  if (rows > 0 && counts.bad === rows) {
    context.note(
      'No row could be asked; the output says why of each, and --column and --input-format may help.',
    );
    context.fail();
  }
}

const COLUMNS: readonly string[] = [
  'name',
  'aliases',
  'schema',
  'birthDate',
  'country',
  'gender',
  'identifiers',
  'id',
];

function column(text: string, before: Partial<BatchColumns> = {}): Partial<BatchColumns> {
  const at = text.indexOf('=');
  const what = text.slice(0, Math.max(0, at));
  if (!COLUMNS.includes(what)) {
    throw new InvalidArgumentError(`give what=heading, where what is one of ${COLUMNS.join(', ')}.`);
  }
  return { ...before, [what]: text.slice(at + 1) };
}

function threads(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 64) {
    throw new InvalidArgumentError('give a whole number from 0 to 64.');
  }
  return value;
}
