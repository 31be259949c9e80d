import type { Command } from 'commander';
import { shownLocation } from '../../store/index.ts';
import type { WithContext } from '../context.ts';

/** `entente init`: makes the store and loads the starter record. */
export function initCommand(root: Command, withContext: WithContext): void {
  root
    .command('init')
    .description('make the store and load the starter record; run again, it brings the record up to date')
    .option('--record <folder>', 'a record folder of your own instead of the one shipped')
    .addHelpText('after', '\nExample:\n  $ entente init --store /var/lib/entente/record.db')
    .action(async (options: { record?: string }, command: Command) => {
      const context = withContext(command);
      const { initStore, STARTER_RECORD } = await import('../../app/index.ts');
      const folder = options.record ?? STARTER_RECORD;
      const report = await context.withStore((store) => initStore(store, folder, context.io.now), {
        create: true,
      });
      context.answer({ store: shownLocation(context.location), ...report }, () => {
        const { groups, names, designations, lists } = report;
        const state = report.outcome === 'unchanged' ? 'is loaded already' : 'is loaded';
        return `${shownLocation(context.location)}: the starter record of ${report.edition} ${state}: ${groups} groups, ${names} names, ${designations} designations on ${lists} lists\n`;
      });
    });
}
