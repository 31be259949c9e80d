import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Replay } from '../../app/index.ts';
import type { AuditEntry, AuditReport } from '../../store/index.ts';
import { type Context, momentOf, type WithContext } from '../context.ts';
import { enterAct } from '../enter-act.ts';
import { cliError } from '../errors.ts';
import { table } from '../terminal/table.ts';

interface ListOptions {
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly action?: string;
  readonly denied?: boolean;
  readonly limit: number;
}

/** `entente audit`: who asked what, whether the log is whole, and a past screening asked again. */
export function auditCommand(root: Command, withContext: WithContext): void {
  const audit = root
    .command('audit')
    .description('read and check the log of who asked what, and ask a past screening again')
    .addHelpText(
      'after',
      `
Examples:
  $ entente audit list --action screen --from 2026-11-01
  $ entente audit verify --kept checkpoint-of-monday.txt
  $ entente audit replay aud-…
  $ entente audit checkpoint > checkpoint-of-today.txt`,
    );

  audit
    .command('list')
    .description('show entries, the newest first')
    .option('--from <date>', 'from this day on')
    .option('--to <date>', 'before this day')
    .option('--by <account>', 'of this account (name, or id)')
    .option('--action <action>', 'of this action')
    .option('--denied', 'only what was denied')
    .option('--limit <n>', 'at most so many', count, 50)
    .action(async (options: ListOptions, command: Command) => {
      const context = withContext(command);
      const entries = await context.withStore(async (store) => {
        const [from, to] = [momentOf('--from', options.from), momentOf('--to', options.to)];
        const account = (await store.accounts.list()).find(({ name }) => name === options.by?.toLowerCase());
        return store.audit.list({
          limit: options.limit,
          ...(from === null ? {} : { from }),
          ...(to === null ? {} : { to }),
          ...(options.by === undefined ? {} : { subject: account?.id ?? options.by }),
          ...(options.action === undefined ? {} : { action: options.action }),
          ...(options.denied === true ? { verdict: 'deny' as const } : {}),
        });
      });
      context.answer({ entries }, () =>
        entries.length === 0
          ? 'No such entries. The server and "entente mcp" enter what they are asked.\n'
          : table(
              context.io,
              entries.map((entry) => rowOf(context, entry)),
            ),
      );
    });

  audit
    .command('show')
    .description('show one entry with all that it holds')
    .argument('<id>', 'the entry (aud-…)')
    .action(async (id: string, _options: object, command: Command) => {
      const context = withContext(command);
      const entry = await context.withStore((store) => store.audit.get(id));
      context.answer(entry, () => `${JSON.stringify(entry, null, 2)}\n`);
    });

  audit
    .command('verify')
    .description('check every hash, link and signature of the log; exit 1 on a fault')
    .option('--public-key <file...>', 'trust these keys (PEM) instead of the one kept with the store')
    .option('--kept <file>', 'a checkpoint that was kept elsewhere, which the log must still hold')
    .action(async (options: { publicKey?: string[]; kept?: string }, command: Command) => {
      const context = withContext(command);
      const report = await context.withStore((store) =>
        store.audit.verify({
          ...(options.publicKey === undefined ? {} : { publicKeys: options.publicKey }),
          kept: options.kept === undefined ? null : readNote(options.kept),
        }),
      );
      if (report.faults.length > 0) context.fail();
      context.answer(report, () => renderReport(context, report));
    });

  audit
    .command('replay')
    .description(
      'ask a past screening again, of the record as it was then; exit 1 when the answer is another',
    )
    .argument('<id>', 'the entry (aud-…), as X-Audit-Id gave it')
    .option('--input <file>', 'make a batch again, from the file that it was made from')
    .action(async (id: string, { input }: { input?: string }, command: Command) => {
      const context = withContext(command);
      if (input !== undefined) return replayFile(context, id, input);
      const { replayScreening } = await import('../../app/index.ts');
      const { screenJson } = await import('../../screening/index.ts');
      const replay = await context.withStore(async (store) => {
        const again = await replayScreening(store, await store.audit.get(id));
        await enterAct(context.io.now(), store, 'audit', { replay: id, outcome: again.outcome });
        return again;
      });
      if (replay.outcome !== 'same') context.fail();
      context.answer({ ...replay, answer: screenJson(replay.answer) }, () => renderReplay(context, replay));
    });

  audit
    .command('checkpoint')
    .description('sign where the log is now and print the note, to be kept elsewhere')
    .action(async (_options: object, command: Command) => {
      const context = withContext(command);
      const now = context.io.now().toISOString();
      const note = await context.withStore((store) => store.audit.checkpoint(now));
      context.answer({ note }, () => note ?? '');
      if (note === null) context.note('Nothing was entered yet.');
    });

  audit
    .command('key')
    .description('print the public key that checks the checkpoints')
    .action(async (_options: object, command: Command) => {
      const context = withContext(command);
      const key = await context.withStore(async (store) => store.audit.publicKey());
      context.answer(key, () => key.pem);
    });

  audit
    .command('change-key')
    .description('sign with a new key from now on; what the old one signed until now still verifies')
    .addOption(new Option('--why <reason>', 'the reason').makeOptionMandatory())
    .action(async (options: { why: string }, command: Command) => {
      const context = withContext(command);
      const now = context.io.now().toISOString();
      const changed = await context.withStore(async (store) => {
        const key = await store.audit.changeKey({ now, why: options.why });
        await enterAct(context.io.now(), store, 'administer', {
          audit: 'change-key',
          before: key.before,
          next: key.id,
          why: options.why,
        });
        return key;
      });
      context.answer(changed, () => changed.pem);
      context.note(`Key ${changed.id} signs from now on; ${changed.before} is retired.`);
    });

  audit
    .command('cut')
    .description('take away what is older than a day, by a retention rule; a signed note stays in its place')
    .requiredOption('--before <date>', 'what was entered before this day goes')
    .addOption(new Option('--why <rule>', 'the rule').makeOptionMandatory())
    .action(async (options: { before: string; why: string }, command: Command) => {
      const context = withContext(command);
      const before = momentOf('--before', options.before) ?? options.before;
      const now = context.io.now().toISOString();
      const gone = await context.withStore(async (store) => {
        const cut = await store.audit.cut(before, { now, why: options.why });
        await enterAct(context.io.now(), store, 'administer', {
          audit: 'cut',
          before,
          why: options.why,
          entries: cut,
        });
        return cut;
      });
      context.answer({ before, entries: gone }, () => `${gone} entries before ${before} are gone\n`);
    });
}

function rowOf(
  { style }: Context,
  { at, id, subject, action, verdict, asked, reasons }: AuditEntry,
): string[] {
  return [
    at.slice(0, 19).replace('T', ' '),
    style.foreign(subject.name),
    action,
    verdict === 'permit' ? '' : style.bad(`denied: ${reasons.join(', ')}`),
    style.foreign(shortly(asked)),
    style.dim(id),
  ];
}

const WIDEST = 60;

/** What was asked, in a few words. */
function shortly(asked: AuditEntry['asked']): string {
  const name = (asked as { screening?: { query?: { name?: unknown } } } | null)?.screening?.query?.name;
  const text = typeof name === 'string' ? name : JSON.stringify(asked);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function renderReport({ style }: Context, report: AuditReport): string {
  const { entries, from, to, head, checkpoints, cutTo, faults } = report;
  const span = from === null ? '' : ` from ${from} to ${to}`;
  const verdict =
    faults.length === 0 ? style.good('The log is whole') : style.bad(`${faults.length} faults in the log`);
  return [
    `${verdict}: ${entries} entries${span}, ${checkpoints} signed checkpoints.\n`,
    cutTo === 0 ? '' : `Entries up to ${cutTo} were taken away by rule.\n`,
    head.seq === 0 ? '' : `The newest is ${head.seq}, ${head.hash}\n`,
    ...faults.map((fault) => `  ${fault}\n`),
  ].join('');
}

async function replayFile(context: Context, id: string, input: string): Promise<void> {
  const { replayBatch } = await import('../../app/index.ts');
  const replay = await context.withStore(async (store) => {
    const again = await replayBatch(store, await store.audit.get(id), input);
    await enterAct(context.io.now(), store, 'audit', { replay: id, outcome: again.outcome });
    return again;
  });
  if (replay.outcome !== 'same') context.fail();
  context.answer(replay, () =>
    replay.outcome === 'same'
      ? `The results of ${id} are the same to the byte (${replay.sha256.now}).\n`
      : `The results of ${id} are others: ${replay.sha256.before} then, ${replay.sha256.now} now.\n`,
  );
}

function renderReplay({ style }: Context, replay: Replay): string {
  const { outcome, rewound, sha256, question, answer, rules, at } = replay;
  const said = {
    same: style.good('The same answer, byte for byte'),
    different: style.bad('Another answer'),
    'other-rules': style.warn(
      `Asked by other rules (${rules.before} then, ${rules.now} now), so not comparable`,
    ),
  }[outcome];
  return [
    `${said} as at ${at}: "${style.foreign(question.query.name)}", ${answer.results.length} results.\n`,
    rewound ? 'The record has changed since; it was taken back, in a copy, to what it was.\n' : '',
    outcome === 'same' ? `sha-256 ${sha256.now}\n` : `sha-256 ${sha256.before} then, ${sha256.now} now\n`,
    ...answer.results.map(
      (result) =>
        `  ${result.score.toFixed(3)}  ${style.foreign(result.caption)}  ${result.match ? 'match' : ''}\n`,
    ),
  ].join('');
}

function readNote(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cliError('ENT_INPUT_UNREADABLE', { why: `${path}: ${(cause as Error).message}` }, { cause });
  }
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError('give a whole number from 1 to 10000.');
  return value;
}
