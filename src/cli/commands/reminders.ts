import { type Command, Option } from 'commander';
import type { ClockOptions, WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { dossierOfAll } from './dialogue.ts';

interface Options extends ClockOptions {
  readonly series?: readonly string[];
  readonly days: string;
  readonly format: 'text' | 'ics' | 'markdown' | 'html';
}

/** `entente reminders`: what falls due, what should be looked at again, and what waits for a person. */
export function remindersCommand(root: Command, withContext: WithContext): void {
  root
    .command('reminders')
    .description('what falls due and what should be looked at again, as a digest or as a calendar feed')
    .option('--series <id...>', 'of these series only')
    .option('--days <n>', 'how far ahead the digest looks', '60')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['text', 'ics', 'markdown', 'html'])
        .default('text'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente reminders\n  $ entente reminders --format ics > entente.ics',
    )
    .action(async (options: Options, command: Command) => {
      const context = withContext(command);
      const days = Number(options.days);
      if (!Number.isInteger(days) || days < 1 || days > 3650)
        throw cliError('ENT_USAGE', { why: `--days: not a whole number from 1 to 3650: ${options.days}` });
      const dossier = await dossierOfAll(context, options.series ?? [], options);
      const { calendarOf, digestBrief, remindersOf } = await import('../../engagement/index.ts');
      const { renderBrief } = await import('../render-brief.ts');
      const reminders = remindersOf(dossier);
      context.answer({ asOf: dossier.asOf, knownAt: dossier.knownAt, reminders }, () =>
        options.format === 'ics'
          ? calendarOf(reminders, 'Entente', context.io.now())
          : renderBrief(context, digestBrief(dossier, days), options.format),
      );
    });
}
