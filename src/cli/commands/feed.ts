import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FeedReport, FeedRow, ItemStep, RunFeedsOptions } from '../../app/index.ts';
import type { Fetcher } from '../../fetch/index.ts';
import type { Store } from '../../store/index.ts';
import type { Context, WithContext } from '../context.ts';
import { table } from '../terminal/table.ts';
import { VERSION } from '../version.ts';

/** `entente feed`: feeds that are read, and what became of their items. */
export function feedCommand(root: Command, withContext: WithContext): void {
  const feed = root
    .command('feed')
    .description('feeds of reports and statements: add them, read what is new, keep reading')
    .addHelpText(
      'after',
      `
A feed is RSS, Atom, JSON Feed, NewsML-G2 or ninjs. Its items become documents with their readings
(entente document list --feed <id>).

Examples:
  $ entente feed add https://example.org/world
  $ entente feed run
  $ entente feed watch`,
    );
  addCommand(feed, withContext);
  listCommand(feed, withContext);
  runCommand(feed, withContext);
  watchCommand(feed, withContext);
  removeCommand(feed, withContext);
}

function addCommand(feed: Command, withContext: WithContext): void {
  feed
    .command('add')
    .description('add a feed by its address, or by that of a page that names it')
    .argument('<url>', 'the address of the feed or of the page')
    .option('--id <id>', 'what to call it (default: its host)')
    .option('--every <minutes>', 'how often it is read (default: 30; at least 5)', positive)
    .addOption(
      new Option('--items <which>', '"only" keeps what the feed itself has and fetches no pages of items')
        .choices(['only', 'pages'])
        .default('pages'),
    )
    .option('--by <name>', 'who adds it (default: the user name)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente feed add https://example.org/\n  $ entente feed add https://example.org/rss.xml --id example --every 15 --items only',
    )
    .action(async (url: string, options: AddOptions, command: Command) => {
      const context = withContext(command);
      const { addFeed } = await import('../../app/index.ts');
      const added = await fetching(context, (store, fetcher) =>
        addFeed(store, fetcher, url, {
          by: options.by ?? userInfo().username,
          now: context.io.now,
          pages: options.items === 'pages',
          ...(options.id === undefined ? {} : { id: options.id }),
          ...(options.every === undefined ? {} : { everySeconds: Math.round(options.every * 60) }),
        }),
      );
      if (added.others.length > 0)
        context.note(`the page names other feeds too:\n  ${added.others.join('\n  ')}`);
      context.answer(added, () => {
        const { style } = context;
        const { feed: made, items, whole, format } = added;
        const title = made.title === null ? '' : `, ${style.foreign(made.title)}`;
        const pages = made.pages && whole < items ? '; the pages of the others are fetched' : '';
        return `${style.good('added')} ${style.strong(made.id)}: ${made.url}${title}\n  ${format}, ${counted(items, 'item')}, ${whole} with their full text${pages}\nRead it with: entente feed run ${made.id}\n`;
      });
    });
}

interface AddOptions {
  readonly id?: string;
  readonly every?: number;
  readonly items: 'only' | 'pages';
  readonly by?: string;
}

function listCommand(feed: Command, withContext: WithContext): void {
  feed
    .command('list')
    .description('the feeds that are read: last answer, next reading, failures')
    .addHelpText('after', '\nExample:\n  $ entente feed list --json')
    .action(async (_: unknown, command: Command) => {
      const context = withContext(command);
      const { feedRows } = await import('../../app/index.ts');
      const feeds = await context.withStore((store) => feedRows(store, context.io.now()));
      context.answer({ feeds }, () =>
        feeds.length === 0
          ? 'No feeds yet. Add one: entente feed add <url>\n'
          : feeds.map((row) => describeRow(context, row)).join(''),
      );
    });
}

function runCommand(feed: Command, withContext: WithContext): void {
  feed
    .command('run')
    .description('read feeds now: what is new, what they changed, and what failed before')
    .argument('[id...]', 'the feeds (default: all)')
    .option('--due', 'only those that are due: for a timer')
    .option('--most <n>', 'pages fetched for one feed in one run; the rest wait (default: 50)', positive)
    .option('--timeout <seconds>', 'the most time for a feed’s own file (default: 60)', positive)
    .option('--by <name>', 'who keeps the documents (default: the user name)')
    .addHelpText(
      'after',
      `
The exit code is 1 when a feed, an item or a page of one could not be read; the others are kept.

Examples:
  $ entente feed run
  $ entente feed run example.org --json
  $ entente feed run --due`,
    )
    .action(async (ids: readonly string[], options: RunOptions, command: Command) => {
      const context = withContext(command);
      const { feedsNamed, runFeeds } = await import('../../app/index.ts');
      const reports = await fetching(context, async (store, fetcher) => {
        const now = context.io.now().toISOString();
        const named = await feedsNamed(store, ids);
        const feeds = options.due === true ? named.filter(({ dueAt }) => dueAt <= now) : named;
        return runFeeds(store, fetcher, feeds, settings(context, options));
      });
      context.answer({ feeds: reports }, () =>
        reports.length === 0
          ? options.due === true
            ? 'No feed is due.\n'
            : 'No feeds yet. Add one: entente feed add <url>\n'
          : reports.map((report) => describeReport(context, report)).join(''),
      );
      if (reports.some(missedSomething)) context.fail();
    });
}

interface RunOptions {
  readonly due?: boolean;
  readonly most?: number;
  readonly timeout?: number;
  readonly by?: string;
}

function watchCommand(feed: Command, withContext: WithContext): void {
  feed
    .command('watch')
    .description('keep reading feeds as they become due, until Ctrl+C')
    .option('--most <n>', 'pages fetched for one feed in one run; the rest wait (default: 50)', positive)
    .option('--timeout <seconds>', 'the most time for a feed’s own file (default: 60)', positive)
    .option('--by <name>', 'who keeps the documents (default: the user name)')
    .addHelpText(
      'after',
      '\nWith --json it prints a line for each reading of a feed.\n\nExample:\n  $ entente feed watch',
    )
    .action(async (options: RunOptions, command: Command) => {
      const context = withContext(command);
      const { watchFeeds } = await import('../../app/index.ts');
      const stop = new AbortController();
      const end = () => stop.abort();
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
      try {
        await fetching(context, async (store, fetcher) => {
          const feeds = await store.feeds.list();
          context.note(
            feeds.length === 0
              ? 'No feeds yet; those that are added with "entente feed add <url>" are read. Stop with Ctrl+C.'
              : `Reading ${counted(feeds.length, 'feed')} as they become due. Stop with Ctrl+C.`,
          );
          await watchFeeds(store, fetcher, {
            ...settings(context, options),
            signal: stop.signal,
            onReport: (report) =>
              context.io.out(context.json ? `${JSON.stringify(report)}\n` : describeReport(context, report)),
          });
        });
      } finally {
        process.removeListener('SIGINT', end);
        process.removeListener('SIGTERM', end);
      }
      context.note('Stopped; what was read is kept.');
    });
}

function removeCommand(feed: Command, withContext: WithContext): void {
  feed
    .command('remove')
    .description('stop reading a feed; its documents stay')
    .argument('<id>', 'the feed, as "entente feed list" names it')
    .option('--by <name>', 'who removes it (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente feed remove example.org')
    .action(async (id: string, options: { readonly by?: string }, command: Command) => {
      const context = withContext(command);
      const act = { by: options.by ?? userInfo().username, at: context.io.now().toISOString() };
      await context.withStore((store) => store.feeds.remove(id, act));
      context.answer({ removed: id }, () => `${id} is no longer read; its documents stay\n`);
    });
}

async function fetching<T>(
  context: Context,
  work: (store: Store, fetcher: Fetcher) => Promise<T>,
): Promise<T> {
  const { fetcherOf } = await import('../../app/index.ts');
  const fetcher = fetcherOf(context.io.env, VERSION);
  try {
    return await context.withStore((store) => work(store, fetcher));
  } finally {
    await fetcher.close();
  }
}

/** Unless told otherwise so many pages are fetched for a feed in one run. */
const MOST_PAGES = 50;

function settings(context: Context, { most = MOST_PAGES, timeout, by }: RunOptions): RunFeedsOptions {
  return {
    by: by ?? userInfo().username,
    now: context.io.now,
    mostPages: most,
    ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
    ...(context.io.terminal.err
      ? {
          onStep: (feed: string, step: ItemStep) =>
            context.note(`${feed}: ${step.outcome} ${step.headline ?? step.guid}`),
        }
      : {}),
  };
}

function missedSomething({ outcome, steps, unread }: FeedReport): boolean {
  return outcome === 'failed' || unread.length > 0 || steps.some(({ error }) => error !== null);
}

function describeRow({ style, io }: Context, row: FeedRow): string {
  const { state, items, failures, error } = row;
  const dressed =
    state === 'failing' ? style.bad(state) : state === 'up to date' ? style.good(state) : style.warn(state);
  const held = [
    `${items.kept} kept`,
    ...(items.summary > 0 ? [`${items.summary} as summaries`] : []),
    ...(items.failed > 0 ? [`${items.failed} failed`] : []),
    ...(items.waiting > 0 ? [`${items.waiting} waiting`] : []),
  ];
  const rows = [
    [
      '  read',
      `${row.url}${row.pages ? '' : ' (items only)'}, every ${Math.round(row.everySeconds / 60)} minutes`,
    ],
    ['  last answer', row.answeredAt ?? 'none yet'],
    ...(row.runAt !== null && row.runAt !== row.answeredAt ? [['  last attempt', row.runAt]] : []),
    ...(error === null
      ? []
      : [
          [
            '  failure',
            `${counted(failures, 'time')} in a row: ${style.foreign(error.reason)} [${error.code}]`,
          ],
        ]),
    ['  next', row.dueAt],
    ['  items', held.join(', ')],
  ];
  const title = row.title === null ? '' : `  ${style.foreign(row.title)}`;
  return `${style.strong(row.id)}  ${dressed}${title}\n${table(io, rows)}`;
}

function describeReport({ style }: Context, report: FeedReport): string {
  const { feed, outcome, error, steps, items, waiting, unread, dueAt } = report;
  const head = style.strong(feed);
  if (outcome === 'failed')
    return `${head}  ${style.bad('failed')}: ${style.foreign(error?.reason ?? '')} [${error?.code}]\n  what is held of it stands as it was; next attempt ${dueAt}\n`;
  const told = steps.filter((step) => step.outcome !== 'known' || step.error !== null);
  const lines = told.map(
    (step) => `  ${wordOf(step, style)}  ${style.foreign(step.headline ?? step.guid)}${whyOf(step, style)}\n`,
  );
  const missed = unread.map(
    ({ place, why }) => `  ${style.bad('not read')}  ${place}: ${style.foreign(why)}\n`,
  );
  const left = waiting === 0 ? '' : `  ${counted(waiting, 'item')} wait for the next run\n`;
  const news =
    told.length === 0 ? (outcome === 'unchanged' ? 'unchanged' : 'nothing new') : `${told.length} read`;
  return `${head}  ${news}, ${counted(items, 'item')} in the feed\n${lines.join('')}${missed.join('')}${left}`;
}

function wordOf({ outcome, extent }: ItemStep, style: Context['style']): string {
  const part = extent === 'whole' || outcome === 'failed' ? '' : ` (${extent})`;
  if (outcome === 'failed') return style.bad('failed');
  if (outcome === 'replaces') return `${style.warn('replaces')}${part}`;
  return outcome === 'withdraws' ? style.warn('withdraws') : `${outcome}${part}`;
}

function whyOf({ error, document, earlier }: ItemStep, style: Context['style']): string {
  const ids = [document, earlier].filter((id) => id !== null).join(' for ');
  return `${ids === '' ? '' : `  ${style.dim(ids)}`}${error === null ? '' : `\n      ${style.bad(style.foreign(error.reason))} [${error.code}]`}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function positive(text: string): number {
  const value = /^\d{1,6}(?:\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError('give a number above 0.');
}
