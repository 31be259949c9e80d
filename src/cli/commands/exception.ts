import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import type { ExceptionRow } from '../../app/index.ts';
import {
  EXCEPTION_REASONS,
  type ExceptionReason,
  type ExceptionStanding,
  NOW,
  SCHEMAS,
  type Schema,
} from '../../kernel/index.ts';
import { Screener, type ScreenQuery } from '../../screening/index.ts';
import type { Context, WithContext } from '../context.ts';
import { cliError } from '../errors.ts';

interface AddOptions {
  readonly entity: string;
  readonly watch?: string;
  readonly schema?: Schema;
  readonly birthDate?: string;
  readonly country?: string;
  readonly gender?: string;
  readonly identifier?: readonly string[];
  readonly reason: ExceptionReason;
  readonly note: string;
  readonly until: string;
  readonly by?: string;
}

interface ActOptions {
  readonly note: string;
  readonly by?: string;
}

/** What each act does, for its help. */
const ACTS = {
  approve: 'approve what another person proposed; its hits are excepted from then until its day',
  reject: 'turn a proposed exception down; it is kept with the reason',
  withdraw: 'take an exception back: its hits are open alerts again',
} as const;

const IN_WORDS: Readonly<Record<ExceptionStanding, string>> = {
  proposed: 'waits for a second person',
  active: 'excepted',
  expired: 'its day has come: decide again',
  'entity-changed': 'the entity changed: decide again',
  'question-changed': 'the question changed: decide again',
  rejected: 'turned down',
  withdrawn: 'taken back',
  superseded: 'another took its place',
};

/** `entente exception`: decided false matches, proposed by one person and approved by another, until a day. */
export function exceptionCommand(root: Command, withContext: WithContext): void {
  const exception = root
    .command('exception')
    .description('decide that a name asked about and a listed entity are not the same, until a day')
    .addHelpText(
      'after',
      `
A hit with an approved exception is still shown, and marked; it is open again on its day, and at once when the
entity or the question changes. Whoever proposed one cannot approve it.

Examples:
  $ entente exception add "Tariq Mehmood" --birth-date 1994 --entity un-sc:QDi.432 --reason birth --until 2027-06-01 --note "our customer is thirty years younger"
  $ entente exception list
  $ entente exception approve 3 --note "seen the passport"`,
    );

  exception
    .command('add')
    .description('propose an exception; the match and the entity are kept as they are now')
    .argument('[name...]', 'the name asked about; several words are one name')
    .requiredOption('--entity <id>', 'the entity that it is not: an id, or a source key (un-sc:QDe.132)')
    .option('--watch <number>', 'in place of a name: a watched name, whose question it then is')
    .addOption(new Option('--schema <kind>', 'what the name is a name of').choices([...SCHEMAS]))
    .option('--birth-date <date>', "a person's date of birth, as it is asked with")
    .option('--country <code>', 'country or nationality, as it is asked with')
    .option('--gender <gender>', 'as it is asked with')
    .option('--identifier <text...>', 'numbers, as they are asked with')
    .addOption(
      new Option('--reason <code>', 'what tells the two apart')
        .choices([...EXCEPTION_REASONS])
        .makeOptionMandatory(),
    )
    .requiredOption('--note <why>', 'the reason in words, kept with your name and the time')
    .requiredOption('--until <day>', 'the day on which it ends, YYYY-MM-DD')
    .option('--by <name>', 'who proposes (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente exception add "Blue Front" --entity un-sc:QDe.900 --reason kind --until 2027-06-01 --note "a football club"',
    )
    .action(async (words: readonly string[], options: AddOptions, command: Command) => {
      const context = withContext(command);
      const { exceptionJson, exceptionRow, proposeException } = await import('../../app/index.ts');
      const subject = subjectOf(words.join(' '), options);
      const { entity, reason, note, until } = options;
      const row = await context.withStore(async (store) => {
        const screener = await Screener.over(store, { clocks: NOW, lists: null });
        const { id } = await proposeException(
          store,
          { subject, entity, reason, why: note, until },
          {
            by: person(options.by),
            now: context.io.now,
            mostDays: await mostDays(context),
            screen: (query, how) => screener.screen(query, how),
          },
        );
        return exceptionRow(store, id, today(context));
      });
      context.answer(
        exceptionJson(row),
        () =>
          `${describe(row, context)}Another person approves it: entente exception approve ${row.exception.id} --note <why>\n`,
      );
    });

  exception
    .command('list')
    .description('show exceptions: those that wait for a person first, with what has changed since')
    .option('--all', 'those that hold and those that ended too')
    .option('--entity <id>', 'about one entity: an id, or a source key')
    .addHelpText('after', '\nExample:\n  $ entente exception list --entity un-sc:QDe.132 --all')
    .action(async (options: { readonly all?: boolean; readonly entity?: string }, command: Command) => {
      const context = withContext(command);
      const { exceptionJson, exceptionRows, WAITING_STANDINGS } = await import('../../app/index.ts');
      const { storeError } = await import('../../store/index.ts');
      const rows = await context.withStore(async (store) => {
        const entity = options.entity === undefined ? null : await store.resolve(options.entity);
        if (options.entity !== undefined && entity === null)
          throw storeError('ENT_NOT_FOUND', { what: options.entity });
        return exceptionRows(store, today(context), (one) => entity === null || one.entity === entity);
      });
      const waiting = rows.filter(({ standing }) => WAITING_STANDINGS.includes(standing));
      const shown = options.all === true ? rows : waiting;
      context.answer({ waiting: waiting.length, exceptions: shown.map(exceptionJson) }, () =>
        shown.length === 0
          ? rows.length === 0
            ? 'There is no exception. ("entente exception add" proposes one.)\n'
            : 'No exception waits for a decision. (--all shows those that hold and those that ended.)\n'
          : shown.map((row) => describe(row, context)).join('\n'),
      );
    });

  for (const act of ['approve', 'reject', 'withdraw'] as const) {
    exception
      .command(act)
      .description(ACTS[act])
      .argument('<number>', 'the number that "entente exception list" shows')
      .requiredOption('--note <why>', 'the reason, kept with your name and the time')
      .option('--by <name>', 'who decides (default: the user name)')
      .addHelpText('after', `\nExample:\n  $ entente exception ${act} 3 --note "seen the passport"`)
      .action(async (text: string, options: ActOptions, command: Command) => {
        const context = withContext(command);
        const id = numberOf('<number>', text);
        const { exceptionJson, exceptionRow } = await import('../../app/index.ts');
        const decision = {
          by: person(options.by),
          at: context.io.now().toISOString(),
          why: options.note,
        };
        const row = await context.withStore(async (store) => {
          await store.exceptions.act(id, act, decision);
          return exceptionRow(store, id, today(context));
        });
        context.answer(exceptionJson(row), () => describe(row, context));
      });
  }
}

function subjectOf(name: string, options: AddOptions): { query: ScreenQuery } | { watch: number } {
  if ((name === '') === (options.watch === undefined))
    throw cliError('ENT_USAGE', { why: 'give a name, or --watch with the number of a watched name' });
  if (options.watch !== undefined) return { watch: numberOf('--watch', options.watch) };
  const { schema, birthDate, country, gender, identifier } = options;
  return {
    query: {
      name,
      ...(schema === undefined ? {} : { schema }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(country === undefined ? {} : { country }),
      ...(gender === undefined ? {} : { gender }),
      ...(identifier === undefined ? {} : { identifiers: identifier }),
    },
  };
}

function describe({ exception, standing, changes, questionNow }: ExceptionRow, { style }: Context): string {
  const { id, subject, caption, entity, reason, until, proposed, approved, rejected, withdrawn } = exception;
  const colour = standing === 'active' ? style.good : standing === 'proposed' ? style.warn : style.dim;
  const { name, ...facts } = subject.query;
  const others = Object.entries(facts).map(([what, value]) => `${what} ${String(value)}`);
  const acts = [
    ['proposed', proposed],
    ['approved', approved],
    ['turned down', rejected],
    ['taken back', withdrawn],
  ] as const;
  const waits = standing === 'entity-changed' || standing === 'expired' || standing === 'question-changed';
  return [
    `${id}  "${style.foreign(String(name))}"${others.length === 0 ? '' : ` (${style.foreign(others.join(', '))})`} is not ${style.strong(style.foreign(caption))} ${style.dim(entity)}\n`,
    `    ${(waits ? style.bad : colour)(IN_WORDS[standing])}; until ${until}, because of ${reason}\n`,
    ...acts.flatMap(([what, act]) =>
      act === null ? [] : [`    ${what} by ${act.by} on ${act.at.slice(0, 10)}: ${style.foreign(act.why)}\n`],
    ),
    ...changes.removed.map(
      ({ record, property, text }) => `    - ${record} ${property}: ${style.foreign(text)}\n`,
    ),
    ...changes.added.map(
      ({ record, property, text }) => `    + ${record} ${property}: ${style.foreign(text)}\n`,
    ),
    questionNow === null ? '' : `    now asked: ${style.foreign(JSON.stringify(questionNow))}\n`,
  ].join('');
}

async function mostDays({ io }: Context): Promise<number> {
  const { EXCEPTION_DAYS } = await import('../../app/index.ts');
  const { ENTENTE_EXCEPTION_DAYS: text } = io.env;
  if (text === undefined || text === '') return EXCEPTION_DAYS;
  return numberOf('ENTENTE_EXCEPTION_DAYS', text);
}

function numberOf(what: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw cliError('ENT_USAGE', { why: `${what}: not a whole number above 0: ${text}` });
  return number;
}

function today({ io }: Context): string {
  return io.now().toISOString().slice(0, 10);
}

function person(by: string | undefined): string {
  return by ?? userInfo().username;
}
