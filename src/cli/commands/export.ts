import { type Command, Option } from 'commander';
import { type ClockOptions, type Context, clocksOf, type WithContext } from '../context.ts';
import { openOutput } from '../terminal/output.ts';
import { startProgress } from '../terminal/progress.ts';

interface Options extends ClockOptions {
  readonly format: 'ftm' | 'ftm-nested' | 'csv' | 'record';
  readonly list?: readonly string[];
  readonly target?: boolean;
  readonly output?: string;
}

/** `entente export`: what is known, in a format of others. */
export function exportCommand(root: Command, withContext: WithContext): void {
  root
    .command('export')
    .description('write what is known as FollowTheMoney lines, CSV, or the starter record as YAML again')
    .argument('[id...]', 'entity ids or source keys (default: everything)')
    .addOption(
      new Option(
        '--format <format>',
        'ftm: entities.ftm.json lines with Sanction entities; ftm-nested: those inside',
      )
        .choices(['ftm', 'ftm-nested', 'csv', 'record'])
        .default('ftm'),
    )
    .option('--list <id...>', 'only entities that these lists have or had')
    .option('--target', 'only entities that somebody lists on the day asked about')
    .option('--output <path>', 'a file (for record: a folder) instead of standard output')
    .option('--as-of <date>', 'as it held on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addHelpText(
      'after',
      `
Examples:
  $ entente export --output entities.ftm.json
  $ entente export un-sc:QDe.132 --format ftm-nested
  $ entente export --format csv --list un-sc --target --output un.csv
  $ entente export --format record --output my-record`,
    )
    .action(async (ids: readonly string[], options: Options, command: Command) => {
      const context = withContext(command);
      const { exportEntities, exportRecord } = await import('../../app/index.ts');
      if (options.format === 'record') {
        const report = await context.withStore((store) => exportRecord(store, ids, options.output ?? null));
        if (options.output === undefined) context.io.out(report.text);
        else
          context.answer(
            { folder: options.output, files: report.files },
            () => `${report.files} files in ${options.output}\n`,
          );
        return;
      }
      const { format } = options;
      const written = await context.withStore(async (store) => {
        const progress = startProgress(context.io, 'Exporting', 'entities');
        const out = openOutput(context.io, options.output);
        try {
          return await exportEntities(store, {
            ids: ids.length === 0 ? null : ids,
            lists: options.list ?? null,
            targetsOnly: options.target === true,
            clocks: clocksOf(options),
            format,
            write: out.write,
            onProgress: progress.update,
          });
        } finally {
          progress.end();
          await out.close();
        }
      });
      report(context, options.output, written);
    });
}

function report(context: Context, output: string | undefined, written: number): void {
  if (output === undefined) return;
  context.answer(
    { output, entities: written },
    () => `${written.toLocaleString('en')} entities in ${output}\n`,
  );
}
