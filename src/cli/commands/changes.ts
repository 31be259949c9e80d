import type { Command } from 'commander';
import { storeError } from '../../store/index.ts';
import { momentOf, type WithContext } from '../context.ts';
import { describeEvent } from '../describe.ts';

interface Options {
  readonly list: string;
  readonly from: string;
  readonly to?: string;
}

/** `entente changes`: what a list's snapshots changed between two days. */
export function changesCommand(root: Command, withContext: WithContext): void {
  root
    .command('changes')
    .description('show what changed on a list between two days, by when it was observed')
    .requiredOption('--list <id>', 'the list, as "entente lists" names it')
    .requiredOption('--from <date>', 'after what was observed on this day')
    .option('--to <date>', 'up to what was observed on this day (default: the newest)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente changes --list us-ofac-sdn --from 2022-05-19 --to 2022-05-20',
    )
    .action(async (options: Options, command: Command) => {
      const context = withContext(command);
      const from = momentOf('--from', options.from) ?? '';
      const to = momentOf('--to', options.to);
      const { events, between } = await context.withStore(async (store) => {
        const list = (await store.lists()).find((state) => state.id === options.list);
        if (list === undefined || list.snapshots.length === 0)
          throw storeError('ENT_LIST_NOT_LOADED', { list: options.list });
        const within = list.snapshots.filter(
          (s) => s.state === 'accepted' && s.observed > from && (to === null || s.observed <= to),
        );
        return {
          events: await store.changes(options.list, from, to ?? '9999-12-31'),
          between: within.map((s) => s.observed),
        };
      });
      context.answer({ list: options.list, from, to, snapshots: between, events }, () => {
        if (between.length === 0)
          return `No snapshot of ${options.list} was observed in that time; nothing can be said.\n`;
        if (events.length === 0)
          return `Nothing changed on ${options.list} in ${between.length} snapshots.\n`;
        return events.map((event) => describeEvent(event, context.style)).join('');
      });
    });
}
