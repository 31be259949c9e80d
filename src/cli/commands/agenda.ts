import { type Command, Option } from 'commander';
import { type ClockOptions, clocksOf, type WithContext } from '../context.ts';
import { partyOf } from '../engagement-options.ts';
import type { BriefFormat } from '../render-brief.ts';

interface Options extends ClockOptions {
  readonly format: BriefFormat | 'csv' | 'ics';
}

/** `entente agenda`: what two states should have before them when they next meet. */
export function agendaCommand(root: Command, withContext: WithContext): void {
  root
    .command('agenda')
    .description(
      'the brief for the next round of two states: open promises, where their lists differ, what happened since',
    )
    .argument('<state>', 'a country code (PK)')
    .argument('<other>', 'a country code (US), or a body’s letters (FATF)')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['text', 'markdown', 'html', 'csv', 'ics'])
        .default('text'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente agenda PK US --as-of 2025-08-13\n  $ entente agenda PK US --format html > brief.html\n  $ entente agenda PK US --format ics > promises.ics',
    )
    .action(async (state: string, other: string, options: Options, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const parties = [partyOf('<state>', state), partyOf('<other>', other)] as const;
      const { agendaFor, keptIncidents } = await import('../../app/index.ts');
      const { agendaBrief, agendaCsv, calendarOf, dossierOf, remindersOf, seriesBetween, seriesKnown } =
        await import('../../engagement/index.ts');
      const { agenda, dossier } = await context.withStore(async (store) => {
        const known = await seriesKnown(store.engagement, clocks.knownAt);
        const between = seriesBetween(known, ...parties).map(({ id }) => id);
        const today = context.io.now().toISOString().slice(0, 10);
        return {
          agenda: await agendaFor(store, parties, clocks, context.io.now, keptIncidents(store, parties)),
          dossier: await dossierOf(store.engagement, between, clocks, today),
        };
      });
      const { renderBrief } = await import('../render-brief.ts');
      const { format } = options;
      context.answer(agenda, () => {
        if (format === 'csv') return agendaCsv(agenda);
        if (format === 'ics') return calendarOf(remindersOf(dossier), 'Entente', context.io.now());
        return renderBrief(context, agendaBrief(agenda), format);
      });
    });
}
