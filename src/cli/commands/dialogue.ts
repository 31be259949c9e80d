import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { Dossier, Proposal } from '../../engagement/index.ts';
import { type ClockOptions, type Context, clocksOf, momentOf, type WithContext } from '../context.ts';
import { partiesOf, recordingOf, type SourceOptions } from '../engagement-options.ts';
import type { BriefFormat } from '../render-brief.ts';
import { table } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';
import { readTextInput } from '../text-input.ts';

interface AddOptions extends SourceOptions {
  readonly published?: string;
  readonly series?: string;
  readonly parties?: string;
  readonly standing?: 'primary' | 'secondary';
  readonly dryRun?: true;
  readonly by?: string;
}

/** `entente dialogue`: series of meetings, what was said at them, and what became of it. */
export function dialogueCommand(root: Command, withContext: WithContext): void {
  const dialogue = root
    .command('dialogue')
    .description('dialogues between states: add a statement or report, import files, show and export')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente dialogue list\n  $ entente dialogue add statement.txt --published 2024-05-13\n  $ entente dialogue show us-pakistan --as-of 2025-08-13',
    );
  addCommand(dialogue, withContext);
  importCommand(dialogue, withContext);
  listCommand(dialogue, withContext);
  showCommand(dialogue, withContext);
  exportCommand(dialogue, withContext);
}

function addCommand(dialogue: Command, withContext: WithContext): void {
  dialogue
    .command('add')
    .description(
      'read a statement or report, and record the meeting and its promises as proposed by a machine',
    )
    .argument('<file>', 'a text file, or - for standard input')
    .option('--published <date>', 'when it was published, if the text does not say')
    .option('--series <id>', 'the series it belongs to (default: the only one between the parties named)')
    .option('--parties <codes>', 'who met (PK,US), if the text does not say')
    .addOption(
      new Option(
        '--standing <standing>',
        'the parties’ own text, or another’s about it (default: by its looks)',
      ).choices(['primary', 'secondary']),
    )
    .option('--publisher <name>', 'who published it, if the text does not say')
    .option('--title <title>', 'what it is called (default: the file’s name)')
    .option('--url <address>', 'where it can be read')
    .option('--dry-run', 'show what would be recorded, and record nothing')
    .option('--by <name>', 'who adds it (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente dialogue add report.txt --url https://example.org/report')
    .action(async (file: string, options: AddOptions, command: Command) => {
      const context = withContext(command);
      const text = await readTextInput(context, file);
      const published = momentOf('--published', options.published);
      const parties = partiesOf('--parties', options.parties);
      const { proposeFromText, recordProposal } = await import('../../app/index.ts');
      const proposal = await context.withStore(async (store) => {
        const made = await proposeFromText(
          store,
          {
            text,
            source: {
              title: options.title ?? (file === '-' ? 'standard input' : basename(file)),
              ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
              ...(options.url === undefined ? {} : { url: options.url }),
            },
            ...(published === null ? {} : { published }),
            ...(options.series === undefined ? {} : { series: options.series }),
            ...(parties === null ? {} : { parties }),
            ...(options.standing === undefined ? {} : { standing: options.standing }),
          },
          { asOf: null, knownAt: null },
        );
        if (options.dryRun !== true) await recordProposal(store, made, recordingOf(context, options.by));
        return made;
      });
      context.answer({ recorded: options.dryRun !== true, ...proposal }, () =>
        renderProposal(context, proposal, options.dryRun !== true),
      );
    });
}

function importCommand(dialogue: Command, withContext: WithContext): void {
  dialogue
    .command('import')
    .description('import dialogues from files in the record’s own format (record/engagements)')
    .argument('<file...>', 'YAML files; bodies.yaml holds states, organs and offices')
    .option('--by <name>', 'who imports them (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente dialogue import my-dialogue.yaml')
    .action(async (files: string[], options: { by?: string }, command: Command) => {
      const context = withContext(command);
      const { importEngagements } = await import('../../app/index.ts');
      const { by } = recordingOf(context, options.by);
      const report = await context.withStore((store) =>
        importEngagements(store, files, { now: context.io.now, by }),
      );
      context.answer(report, () =>
        report.added === 0
          ? `${report.series.join(', ')}: held already, nothing changed\n`
          : `${report.series.join(', ')}: ${report.added} entries added, ${report.same} held already\n`,
      );
    });
}

function listCommand(dialogue: Command, withContext: WithContext): void {
  dialogue
    .command('list')
    .description('list the dialogues, with how many rounds and open promises')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .action(async (options: ClockOptions, command: Command) => {
      const context = withContext(command);
      const dossiers = await dossiersOf(context, [], options);
      const rows = dossiers.map((dossier) => ({
        id: dossier.series[0]?.id ?? '',
        title: dossier.series[0]?.title ?? '',
        parties: dossier.series[0]?.parties ?? [],
        rounds: dossier.meetings.length,
        lastRound: dossier.meetings.filter(({ date }) => date <= dossier.asOf).at(-1)?.date ?? null,
        promises: dossier.commitments.filter(({ promise }) => promise).length,
        open: dossier.commitments.filter(({ open }) => open).length,
        stale: dossier.commitments.filter(({ stale }) => stale).length,
      }));
      context.answer({ dialogues: rows }, () =>
        rows.length === 0
          ? 'No dialogue is in the record. "entente init" loads the starter record’s; "entente dialogue add" adds one.\n'
          : table(
              context.io,
              rows.map((row) => [
                context.style.strong(row.id),
                row.parties.join('-'),
                `${row.rounds} ${row.rounds === 1 ? 'round' : 'rounds'}`,
                row.lastRound === null ? '' : `last ${row.lastRound}`,
                `${row.open} of ${row.promises} promises open`,
                row.stale === 0 ? '' : context.style.warn(`${row.stale} stale`),
                context.style.foreign(row.title),
              ]),
            ),
      );
    });
}

function showCommand(dialogue: Command, withContext: WithContext): void {
  dialogue
    .command('show')
    .description('show a dialogue: rounds, every promise with all that became of it, who held what office')
    .argument('<series>', 'a series, as "entente dialogue list" names it')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['text', 'markdown', 'html'])
        .default('text'),
    )
    .addHelpText('after', '\nExample:\n  $ entente dialogue show fatf-pakistan --as-of 2020-10-24')
    .action(async (series: string, options: ClockOptions & { format: BriefFormat }, command: Command) => {
      const context = withContext(command);
      const [dossier] = await dossiersOf(context, [series], options);
      if (dossier === undefined) return;
      const { dossierBrief, officeHistory, planTotals, rollUp } = await import('../../engagement/index.ts');
      const { renderBrief } = await import('../render-brief.ts');
      const json = {
        ...dossier,
        rollUp: rollUp(dossier.commitments),
        plans: planTotals(dossier.commitments),
        offices: officeHistory(dossier),
      };
      context.answer(json, () => renderBrief(context, dossierBrief(dossier), options.format));
    });
}

function exportCommand(dialogue: Command, withContext: WithContext): void {
  dialogue
    .command('export')
    .description('write a dialogue’s promises as CSV, JSON, iCalendar, Markdown or HTML')
    .argument('<series...>', 'series, as "entente dialogue list" names them')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['csv', 'json', 'ics', 'markdown', 'html'])
        .default('csv'),
    )
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addHelpText('after', '\nExample:\n  $ entente dialogue export us-pakistan --format csv > promises.csv')
    .action(
      async (
        series: string[],
        options: ClockOptions & { format: 'csv' | 'json' | 'ics' | 'markdown' | 'html' },
        command: Command,
      ) => {
        const context = withContext(command);
        const dossier = await dossierOfAll(context, series, options);
        const { calendarOf, commitmentsCsv, dossierBrief, htmlOf, markdownOf, remindersOf } = await import(
          '../../engagement/index.ts'
        );
        const write = {
          csv: () => commitmentsCsv(dossier),
          json: () => `${JSON.stringify(dossier, null, 2)}\n`,
          ics: () => calendarOf(remindersOf(dossier), 'Entente', context.io.now()),
          markdown: () => markdownOf(dossierBrief(dossier)),
          html: () => htmlOf(dossierBrief(dossier)),
        }[options.format];
        context.answer(dossier, write);
      },
    );
}

/** One dossier a series; all series when none is named. */
async function dossiersOf(
  context: Context,
  ids: readonly string[],
  options: ClockOptions,
): Promise<readonly Dossier[]> {
  const clocks = clocksOf(options);
  const today = context.io.now().toISOString().slice(0, 10);
  const { dossierOf, seriesKnown } = await import('../../engagement/index.ts');
  return context.withStore(async (store) => {
    const wanted =
      ids.length > 0 ? ids : (await seriesKnown(store.engagement, clocks.knownAt)).map(({ id }) => id);
    const dossiers: Dossier[] = [];
    for (const id of wanted) dossiers.push(await dossierOf(store.engagement, [id], clocks, today));
    return dossiers;
  });
}

/** Some series in one dossier. */
export async function dossierOfAll(
  context: Context,
  ids: readonly string[],
  options: ClockOptions,
): Promise<Dossier> {
  const clocks = clocksOf(options);
  const today = context.io.now().toISOString().slice(0, 10);
  const { dossierOf, seriesKnown } = await import('../../engagement/index.ts');
  return context.withStore(async (store) => {
    const wanted =
      ids.length > 0 ? ids : (await seriesKnown(store.engagement, clocks.knownAt)).map(({ id }) => id);
    return dossierOf(store.engagement, wanted, clocks, today);
  });
}

function renderProposal({ io, style }: Context, proposal: Proposal, recorded: boolean): string {
  const { series, newSeries, meeting, document, commitments, notes } = proposal;
  const lines = (text: string, indent = '  ') =>
    wrap(style.foreign(text), Math.max(40, io.terminal.columns), indent, `${indent}  `).join('');
  return [
    `${style.strong(style.foreign(meeting.title))}\n`,
    lines(`series ${series.id}${newSeries ? ' (new)' : ''}: ${series.title}`),
    lines(
      `meeting ${meeting.id}: ${meeting.date}${meeting.place?.text == null ? '' : `, ${meeting.place.text}`}`,
    ),
    ...meeting.delegates.map(({ party, name, office, role }) =>
      lines(`${party} ${role}: ${name ?? 'not named'}, ${office}`),
    ),
    lines(`document ${document.id}: ${document.form}, ${document.standing}`),
    `\n${style.strong('Proposed')}\n`,
    ...commitments.map(({ id, text, obligors, act, binding }) =>
      lines(`${id}  ${obligors.join(', ')} ${act}, ${binding}: “${text}”`),
    ),
    ...notes.map((note) => lines(style.warn(note))),
    recorded
      ? '\nRecorded. Nothing of it is confirmed: "entente commitment confirm <id>" confirms, "… split", "… merge" and "… reject" correct.\n'
      : '\nNothing was recorded.\n',
  ].join('');
}
