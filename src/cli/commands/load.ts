import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { momentOf, type WithContext } from '../context.ts';
import { startProgress } from '../terminal/progress.ts';

interface Options {
  readonly observed: string;
  readonly force?: string;
  readonly by?: string;
}

/** `entente load`: one snapshot of a list from local files. */
export function loadCommand(root: Command, withContext: WithContext): void {
  root
    .command('load')
    .description("load one snapshot of a list from local files (gzip allowed; OFAC's CSV files together)")
    .argument('<list>', 'the list, as "entente lists" names it')
    .argument('<file...>', 'the file or files of the snapshot')
    .requiredOption(
      '--observed <date>',
      'when the list was seen to be so: YYYY-MM-DD, or an instant with its zone',
    )
    .option(
      '--force <why>',
      'load although the list shrank or would be held; the reason is kept with your name',
    )
    .option('--by <name>', 'who forces it (default: the user name)')
    .addHelpText(
      'after',
      `
Examples:
  $ entente load un-sc consolidated.xml --observed 2026-02-27
  $ entente load us-ofac-sdn sdn.csv alt.csv add.csv sdn_comments.csv --observed 2023-12-28`,
    )
    .action(async (list: string, files: readonly string[], options: Options, command: Command) => {
      const context = withContext(command);
      const { loadFiles } = await import('../../app/index.ts');
      const observed = momentOf('--observed', options.observed) ?? options.observed;
      const progress = startProgress(context.io, `Loading ${list}`, 'records');
      const report = await context
        .withStore(
          (store) =>
            loadFiles(store, list, files, {
              observed,
              now: context.io.now,
              onProgress: progress.update,
              ...(options.force === undefined
                ? {}
                : { force: { by: options.by ?? userInfo().username, note: options.force } }),
            }),
          { create: true },
        )
        .finally(progress.end);
      if (report.notes.length > 0) {
        context.note(`${report.notes.length} notes on the input:`);
        for (const note of report.notes.slice(0, MOST_NOTES)) context.note(`  ${note}`);
        if (report.notes.length > MOST_NOTES)
          context.note(`  … and ${report.notes.length - MOST_NOTES} more (all with --json)`);
      }
      context.answer(report, () => {
        const parts = report.parts
          .map(
            ({ part, records, differing }) =>
              `${part === 'main' ? '' : `${part} `}${records.toLocaleString('en')} records, ${differing.toLocaleString('en')} differing`,
          )
          .join('; ');
        if (report.outcome === 'unchanged')
          return `${list} of ${observed} is held already; nothing changed\n`;
        if (report.outcome === 'held') {
          return `${context.style.warn('held in quarantine')}: ${list} of ${observed} (${parts})\n  ${report.reason}\n  see what it would change: entente changes --list ${list} --held ${observed}\n  nothing shows until: entente accept ${list} ${observed} --note <why>\n`;
        }
        return `${list} of ${observed}: ${parts}\n`;
      });
    });
}

const MOST_NOTES = 10;
