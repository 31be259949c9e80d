import type { Command } from 'commander';
import { RECORD_LIST_ID } from '../../kernel/index.ts';
import { eventsOf, storeError } from '../../store/index.ts';
import { type ClockOptions, clocksOf, type WithContext } from '../context.ts';
import { describeEvent } from '../describe.ts';

/** `entente history`: the life of an entity, list by list. */
export function historyCommand(root: Command, withContext: WithContext): void {
  root
    .command('history')
    .description(
      'show what happened to an entity on every list held: listed, renamed, names and programmes, delisted',
    )
    .argument('<id>', 'an entity id (ent-…) or a source key (un-sc:QDe.132)')
    .option('--known-at <date>', 'only what was known on this day')
    .addHelpText('after', '\nExample:\n  $ entente history us-ofac-sdn:12299')
    .action(async (id: string, options: ClockOptions, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const view = await context.withStore((store) => store.entity(id, clocks));
      if (view === null) throw storeError('ENT_NOT_FOUND', { what: id });
      const events = view.records.filter((record) => record.list !== RECORD_LIST_ID).flatMap(eventsOf);
      context.answer({ entity: view.entity, knownAt: clocks.knownAt, events, listings: view.listings }, () =>
        events.length === 0
          ? 'No list that is held has an entry for it; "entente show" says what the starter record knows.\n'
          : events.map((event) => describeEvent(event, context.style)).join(''),
      );
    });
}
