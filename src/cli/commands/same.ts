import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { KnownJudgement } from '../../store/index.ts';
import { storeError } from '../../store/index.ts';
import type { Context, WithContext } from '../context.ts';
import { cliError } from '../errors.ts';

interface DecideOptions {
  readonly note: string;
  readonly by?: string;
}

interface JudgeOptions extends DecideOptions {
  readonly fourEyes?: boolean;
}

/** `entente same`: which entries of different lists are the same thing, and who says so. */
export function sameCommand(root: Command, withContext: WithContext): void {
  const same = root
    .command('same')
    .description(
      'say which entries of different lists are about the same thing; see and decide what is uncertain',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ entente same run
  $ entente same list --limit 5
  $ entente same accept uk-sanctions:AFG0001 un-sc:TAi.001 --note "same passport"`,
    );

  same
    .command('run')
    .description('let the rules judge all entries of all lists afresh; what persons decided stands')
    .addHelpText('after', '\nExample:\n  $ entente same run')
    .action(async (_options: unknown, command: Command) => {
      const context = withContext(command);
      const { joinSame } = await import('../../app/index.ts');
      const report = await context.withStore((store) => joinSame(store, context.io.now));
      context.answer(report, () =>
        [
          ...Object.entries(report.rules).map(
            ([rule, { same: joined, unsure }]) =>
              `${context.style.strong(rule)}: ${count(joined)} the same, ${count(unsure)} uncertain\n`,
          ),
          `${count(report.records)} entries looked at: ${count(report.added)} judgements added, ${count(report.withdrawn)} withdrawn\n`,
        ].join(''),
      );
    });

  same
    .command('list')
    .description(
      'show what waits for a person: what another person proposed first, then the pairs that the rules are unsure of',
    )
    .option('--limit <n>', 'at most so many', '20')
    .option('--of <key>', 'all judgements about one entry (un-sc:QDe.132), with those that were withdrawn')
    .addHelpText('after', '\nExample:\n  $ entente same list --of un-sc:QDe.132')
    .action(async (options: { readonly limit: string; readonly of?: string }, command: Command) => {
      const context = withContext(command);
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw cliError('ENT_USAGE', { why: `--limit: not a whole number above 0: ${options.limit}` });
      await (options.of === undefined ? listOpen(context, limit) : listOf(context, options.of));
    });

  for (const [name, verdict, what] of [
    ['accept', 'same', 'say that two entries are about the same thing, and join them'],
    ['reject', 'different', 'say that two entries are about different things, and keep them apart'],
  ] as const) {
    same
      .command(name)
      .description(what)
      .argument('<one>', 'a source key (un-sc:QDe.132)')
      .argument('<other>', 'a source key of another entry')
      .requiredOption('--note <why>', 'the reason, kept with your name and the time')
      .option('--by <name>', 'who decides (default: the user name)')
      .option('--four-eyes', 'it stands only when another person approves it (or set ENTENTE_FOUR_EYES=1)')
      .addHelpText(
        'after',
        `\nExample:\n  $ entente same ${name} eu-fsf:EU.1.1 un-sc:QDe.132 --note "checked with the desk"`,
      )
      .action(async (one: string, other: string, options: JudgeOptions, command: Command) => {
        const context = withContext(command);
        if (one === other)
          throw cliError('ENT_USAGE', { why: `give two entries: ${one} cannot be compared with itself` });
        const by = person(options.by);
        const { judgePair } = await import('../../app/index.ts');
        const pair = { left: one, right: other, verdict };
        const fourEyes = options.fourEyes === true || context.io.env.ENTENTE_FOUR_EYES === '1';
        const report = await context.withStore((store) =>
          judgePair(store, { ...pair, why: options.note }, { by, now: context.io.now, fourEyes }),
        );
        context.answer({ ...pair, by, note: options.note, ...report }, () =>
          report.added === 0
            ? `${by} said so already; nothing changed\n`
            : report.proposed
              ? `${one} and ${other}: ${verdict}, proposes ${by}; it stands when another person approves it ("entente same list" shows its number)\n`
              : `${one} and ${other}: ${verdict}, says ${by}\n`,
        );
      });
  }

  same
    .command('approve')
    .description('agree to what another person proposed, by its number; then it stands')
    .argument('<number>', 'the number that "entente same list" shows')
    .requiredOption('--note <why>', 'the reason, kept with your name and the time')
    .option('--by <name>', 'who agrees (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente same approve 12 --note "same passport"')
    .action(async (text: string, options: DecideOptions, command: Command) => {
      const context = withContext(command);
      const id = judgementNumber(text);
      const by = person(options.by);
      const { approveJudgement } = await import('../../app/index.ts');
      const report = await context.withStore((store) =>
        approveJudgement(store, id, { by, why: options.note, now: context.io.now }),
      );
      context.answer({ id, by, note: options.note, ...report }, () => `proposal ${id} approved by ${by}\n`);
    });

  same
    .command('withdraw')
    .description('take a judgement back, by its number; it is kept with the reason')
    .argument('<number>', 'the number that "entente same list" shows')
    .requiredOption('--note <why>', 'the reason, kept with your name and the time')
    .option('--by <name>', 'who takes it back (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente same withdraw 12 --note "another person of that name"')
    .action(async (text: string, options: DecideOptions, command: Command) => {
      const context = withContext(command);
      const id = judgementNumber(text);
      const by = person(options.by);
      const now = context.io.now().toISOString();
      await context.withStore((store) => store.withdrawJudgement(id, { by, why: options.note, now }));
      context.answer({ id, by, note: options.note }, () => `judgement ${id} withdrawn by ${by}\n`);
    });
}

async function listOpen(context: Context, limit: number): Promise<void> {
  const { sameQuestions } = await import('../../app/index.ts');
  const open = await context.withStore(sameQuestions);
  const shown = open.slice(0, limit);
  context.answer({ open: open.length, questions: shown }, () =>
    open.length === 0
      ? 'Nothing waits for a decision. ("entente same run" lets the rules judge.)\n'
      : [
          ...shown.flatMap(({ judgement, proposals }) => [
            ...(judgement === null ? [] : [describe(judgement, context)]),
            ...proposals.map((proposal) => describe(proposal, context)),
          ]),
          `${count(open.length)} wait for a decision; decide with: entente same accept|reject <one> <other> --note <why>\n`,
          open.some(({ proposals }) => proposals.length > 0)
            ? 'What a person proposed stands when another says: entente same approve <number> --note <why>\n'
            : '',
        ].join('\n'),
  );
}

async function listOf(context: Context, key: string): Promise<void> {
  const judgements = await context.withStore(async (store) => {
    if ((await store.resolve(key)) === null) throw storeError('ENT_NOT_FOUND', { what: key });
    return (await store.judgements({ withdrawn: true })).filter(
      ({ left, right }) => left === key || right === key,
    );
  });
  context.answer({ key, judgements }, () =>
    judgements.length === 0
      ? `No judgement is about ${key}.\n`
      : judgements.map((judgement) => describe(judgement, context)).join('\n'),
  );
}

function describe(judgement: KnownJudgement, { style }: Context): string {
  const { id, left, right, verdict, by, at, evidence, withdrawn } = judgement;
  const colour = verdict === 'same' ? style.good : verdict === 'different' ? style.bad : style.warn;
  const { proposes } = evidence;
  const said = proposes === undefined ? verdict : `${proposes}, proposed`;
  const facts = Object.entries(evidence)
    .filter(([name]) => name !== 'proposes')
    .map(([name, value]) => `    ${style.dim(name)} ${style.foreign(value)}\n`);
  return [
    `${id}  ${style.strong(left)}  ${style.strong(right)}  ${colour(said)} ${style.dim(`(${by}, ${at.slice(0, 10)})`)}\n`,
    ...facts,
    withdrawn === null
      ? ''
      : `    withdrawn by ${withdrawn.by} on ${withdrawn.at.slice(0, 10)}: ${withdrawn.why}\n`,
  ].join('');
}

function judgementNumber(text: string): number {
  const id = Number(text);
  if (Number.isInteger(id) && id > 0) return id;
  throw cliError('ENT_USAGE', { why: `<number>: not the number of a judgement: ${text}` });
}

function person(by: string | undefined): string {
  const name = by ?? userInfo().username;
  if (name.startsWith('rule:')) throw cliError('ENT_USAGE', { why: '--by: a person decides, not a rule' });
  return name;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
