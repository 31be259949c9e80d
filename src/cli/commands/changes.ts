import { type Command, Option } from 'commander';
import type { Changes } from '../../app/index.ts';
import { EVENT_KINDS, type EventKind } from '../../kernel/index.ts';
import { type Context, momentOf, type WithContext } from '../context.ts';
import { describeEvent } from '../describe.ts';
import { cliError } from '../errors.ts';

interface Options {
  readonly list?: readonly string[];
  readonly entity?: string;
  readonly from?: string;
  readonly to?: string;
  readonly last?: boolean;
  readonly held?: string;
  readonly kind?: readonly EventKind[];
  readonly format: 'text' | 'csv' | 'atom';
}

/** `entente changes`: what lists' snapshots changed between two days. */
export function changesCommand(root: Command, withContext: WithContext): void {
  root
    .command('changes')
    .description(
      'show what changed on the lists held, or on one list or of one entity, by when it was observed',
    )
    .option('--list <id...>', 'these lists only, as "entente lists" names them')
    .option('--entity <id>', 'of one entity only: an entity id (ent-…) or a source key (un-sc:QDe.132)')
    .option('--from <date>', 'after what was observed on this day')
    .option('--to <date>', 'up to what was observed on this day (default: the newest)')
    .option('--last', 'what the newest snapshot of each list changed, instead of --from')
    .option('--held <date>', 'what the snapshot of --list that is held in quarantine would change')
    .addOption(new Option('--kind <kind...>', 'these kinds of change only').choices(EVENT_KINDS))
    .addOption(
      new Option('--format <format>', 'how to print it; atom is a feed (RFC 4287)')
        .choices(['text', 'csv', 'atom'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ entente changes --list us-ofac-sdn --from 2022-05-19 --to 2022-05-20
  $ entente changes --last --kind listed delisted relisted
  $ entente changes --list un-sc --held 2023-08-02
  $ entente changes --from 2018-01-01 --entity un-sc:QDe.132 --format csv`,
    )
    .action(async (options: Options, command: Command) => {
      const context = withContext(command);
      const ways = [options.from, options.last, options.held].filter((way) => way !== undefined);
      if (ways.length !== 1) {
        const why = 'give one of --from (the day to begin after), --last and --held';
        throw cliError('ENT_USAGE', { why });
      }
      const { changesBetween, changesHeld } = await import('../../app/index.ts');
      const question = {
        lists: options.list ?? null,
        entity: options.entity ?? null,
        from: momentOf('--from', options.from),
        to: momentOf('--to', options.to),
        kinds: options.kind ?? null,
      };
      if (question.from !== null && question.to !== null && question.to < question.from)
        throw cliError('ENT_USAGE', { why: `--to: ${options.to} is before --from ${options.from}` });
      const changes = await context.withStore((store) => {
        const held = momentOf('--held', options.held);
        if (held === null) return changesBetween(store, question);
        const [list, ...more] = options.list ?? [];
        if (list === undefined || more.length > 0)
          throw cliError('ENT_USAGE', { why: '--held: say of which list with --list' });
        return changesHeld(store, list, held, question.kinds);
      });
      if (context.json || options.format === 'text') {
        context.answer({ ...question, ...changes }, () => render(changes, context));
      } else context.io.out(await formatted(changes, options, context));
    });
}

async function formatted({ events }: Changes, options: Options, { io }: Context): Promise<string> {
  const { changesCsv, changesFeed } = await import('../../exchange/index.ts');
  if (options.format === 'csv') return changesCsv(events);
  const about = options.entity ?? options.list?.join(' ') ?? 'all';
  return changesFeed(events, {
    about,
    title: `Changes: ${about === 'all' ? 'all lists' : about}`,
    now: io.now().toISOString(),
  });
}

function render({ lists, events }: Changes, { style }: Context): string {
  if (lists.length === 0) return 'No list is held yet; "entente load" or "entente update" brings one.\n';
  const silent = lists.filter(({ snapshots }) => snapshots.length === 0);
  const seen = lists.filter(({ snapshots }) => snapshots.length > 0);
  return [
    ...events.map((event) => describeEvent(event, style)),
    seen.length > 0 && events.length === 0
      ? `Nothing of the kind changed on ${seen.map(({ list, snapshots }) => `${list} (${number(snapshots.length, 'snapshot')})`).join(', ')}.\n`
      : '',
    silent.length > 0
      ? style.dim(
          `No snapshot in that time, so nothing can be said: ${silent.map(({ list }) => list).join(', ')}\n`,
        )
      : '',
  ].join('');
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
