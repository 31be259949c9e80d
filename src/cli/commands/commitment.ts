import { type Command, Option } from 'commander';
import type { CommitmentView, Correction } from '../../engagement/index.ts';
import { BINDING_FORCES, type BindingForce, SPEECH_ACTS, type SpeechAct } from '../../kernel/index.ts';
import { type ClockOptions, type Context, clocksOf, type WithContext } from '../context.ts';
import { partiesOf, recordingOf } from '../engagement-options.ts';
import { cliError } from '../errors.ts';
import { table } from '../terminal/table.ts';
import { dossierOfAll } from './dialogue.ts';

interface ConfirmOptions {
  readonly text?: string;
  readonly obligors?: string;
  readonly act?: SpeechAct;
  readonly binding?: BindingForce;
  readonly topic?: string;
  readonly due?: string;
  readonly renews?: string;
  readonly narrows?: string;
  readonly widens?: string;
  readonly note?: string;
  readonly by?: string;
}

/** `entente commitment`: what was promised; a person confirms, corrects, splits and merges what a machine read. */
export function commitmentCommand(root: Command, withContext: WithContext): void {
  const commitment = root
    .command('commitment')
    .description('promises: list and show them; confirm, correct, split, merge or reject what a machine read')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente commitment list --open\n  $ entente commitment show us-pakistan/2024-05-10-c4',
    );
  readCommands(commitment, withContext);
  decideCommands(commitment, withContext);
}

function readCommands(commitment: Command, withContext: WithContext): void {
  commitment
    .command('list')
    .description('list promises and positions, with where they stand')
    .option('--series <id>', 'of this series only')
    .option('--open', 'open promises only')
    .option('--proposed', 'only what a machine read and nobody confirmed')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addHelpText('after', '\nExample:\n  $ entente commitment list --series us-pakistan --open')
    .action(
      async (options: ClockOptions & { series?: string; open?: true; proposed?: true }, command: Command) => {
        const context = withContext(command);
        const dossier = await dossierOfAll(
          context,
          options.series === undefined ? [] : [options.series],
          options,
        );
        const views = dossier.commitments.filter(
          (view) =>
            (options.open !== true || view.open) &&
            (options.proposed !== true || view.commitment.standing === 'proposed'),
        );
        context.answer({ asOf: dossier.asOf, knownAt: dossier.knownAt, commitments: views }, () =>
          views.length === 0
            ? 'No promise of that kind is in the record.\n'
            : table(
                context.io,
                views.map((view) => cells(context, view)),
              ),
        );
      },
    );

  commitment
    .command('show')
    .description(
      'show one promise with its evidence, assessments, replies, and what was replaced or taken back',
    )
    .argument('<id>', 'a promise, as "entente commitment list" names it')
    .option('--as-of <date>', 'as it was on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente commitment show fatf-pakistan/plan-2018 --as-of 2020-03-01',
    )
    .action(async (id: string, options: ClockOptions, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const { commitmentSection, engagementError, entryOfKind, happenedBy } = await import(
        '../../engagement/index.ts'
      );
      const series = await context.withStore(
        async (store) => (await entryOfKind(store.engagement, 'commitment', id)).series,
      );
      const dossier = await dossierOfAll(context, series === null ? [] : [series], options);
      const view = dossier.commitments.find((one) => one.commitment.id === id);
      if (view === undefined)
        throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind: 'commitment', id, by: dossier.asOf });
      const evidence = (
        await context.withStore((store) => store.engagement.evidence([id], clocks.knownAt))
      ).filter(({ date }) => happenedBy(date, dossier.asOf));
      const { renderBrief } = await import('../render-brief.ts');
      context.answer({ asOf: dossier.asOf, knownAt: dossier.knownAt, ...view, pieces: evidence }, () => {
        const section = commitmentSection(view);
        const pieces = evidence.map(
          ({
            id: piece,
            date,
            stance,
            reliability,
            credibility,
            origin,
            text,
            source,
            standing,
            withdrawn,
          }) =>
            `${date}: ${stance}, source ${reliability}, information ${credibility}, origin ${origin}: ${text} (${source.publisher}: ${source.title})${standing === 'confirmed' ? '' : ` [${standing}]`}${withdrawn === null ? '' : ` [TAKEN BACK on ${withdrawn.known.slice(0, 10)}: ${withdrawn.why}]`} [${piece}]`,
        );
        return renderBrief(
          context,
          {
            title: section.heading,
            subtitle: `As of ${dossier.asOf}${dossier.knownAt === null ? '' : `, as known on ${dossier.knownAt}`}`,
            sections: [
              { heading: 'Where it stands', blocks: section.blocks },
              {
                heading: 'Evidence',
                blocks: [
                  pieces.length === 0
                    ? { kind: 'text', text: 'None is held. That is no evidence of anything.' }
                    : { kind: 'list', items: pieces },
                ],
              },
            ],
            limits: [],
          },
          'text',
        );
      });
    });
}

function decideCommands(commitment: Command, withContext: WithContext): void {
  commitment
    .command('confirm')
    .description(
      'confirm what a machine read, as it is or corrected; a confirmed one is corrected by a new revision',
    )
    .argument('<id>', 'a promise')
    .option('--text <words>', 'in other words of the same document')
    .option('--obligors <codes>', 'who promised (PK,US)')
    .addOption(new Option('--act <act>', 'what saying it does').choices(SPEECH_ACTS))
    .addOption(new Option('--binding <force>', 'how far it binds').choices(BINDING_FORCES))
    .option('--topic <topic>', 'what it is about')
    .option('--due <date>', 'by when: a date, from/to for a window, or R/from/P3M for every three months')
    .option('--renews <id>', 'the earlier promise that it renews')
    .option('--narrows <id>', 'the earlier promise that it narrows')
    .option('--widens <id>', 'the earlier promise that it widens')
    .option('--note <why>', 'a note, kept with it')
    .option('--by <name>', 'who confirms (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente commitment confirm com-0123456789ab --due 2026-06')
    .action(async (id: string, options: ConfirmOptions, command: Command) => {
      const context = withContext(command);
      const { confirmCommitment } = await import('../../engagement/index.ts');
      const entry = await context.withStore((store) =>
        confirmCommitment(store.engagement, id, correctionOf(options), recordingOf(context, options.by)),
      );
      context.answer(entry, () => `${id}: confirmed\n`);
    });

  commitment
    .command('reject')
    .description('say that a machine misread; it stays, with the reason')
    .argument('<id>', 'a promise')
    .requiredOption('--note <why>', 'the reason, kept with your name and the time')
    .option('--by <name>', 'who rejects (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente commitment reject com-0123456789ab --note "a quotation of an older text"',
    )
    .action(async (id: string, options: { note: string; by?: string }, command: Command) => {
      const context = withContext(command);
      const { rejectCommitment } = await import('../../engagement/index.ts');
      const entry = await context.withStore((store) =>
        rejectCommitment(store.engagement, id, options.note, recordingOf(context, options.by)),
      );
      context.answer(entry, () => `${id}: rejected\n`);
    });

  commitment
    .command('split')
    .description('split a promise into several, each in words of the document')
    .argument('<id>', 'a promise')
    .argument('<words...>', 'the words of each part, quoted')
    .option('--by <name>', 'who splits it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente commitment split com-0123456789ab "train border police" "share watch lists"',
    )
    .action(async (id: string, words: string[], options: { by?: string }, command: Command) => {
      const context = withContext(command);
      const { splitCommitment } = await import('../../engagement/index.ts');
      const parts = await context.withStore((store) =>
        splitCommitment(store.engagement, id, words, recordingOf(context, options.by)),
      );
      context.answer(
        { split: id, parts },
        () => `${id}: split into ${parts.map((part) => part.id).join(', ')}\n`,
      );
    });

  commitment
    .command('merge')
    .description('make one promise of several of the same document')
    .argument('<id...>', 'promises')
    .option('--by <name>', 'who merges them (default: the user name)')
    .addHelpText('after', '\nExample:\n  $ entente commitment merge com-0123456789ab com-ba9876543210')
    .action(async (ids: string[], options: { by?: string }, command: Command) => {
      const context = withContext(command);
      const { mergeCommitments } = await import('../../engagement/index.ts');
      const merged = await context.withStore((store) =>
        mergeCommitments(store.engagement, ids, recordingOf(context, options.by)),
      );
      context.answer({ merged, from: ids }, () => `${ids.join(', ')}: merged into ${merged.id}\n`);
    });
}

function correctionOf(options: ConfirmOptions): Correction {
  const obligors = partiesOf('--obligors', options.obligors);
  const earlier = (['renews', 'narrows', 'widens'] as const).find((how) => options[how] !== undefined);
  const id = earlier === undefined ? undefined : options[earlier];
  return {
    ...(options.text === undefined ? {} : { text: options.text }),
    ...(obligors === null ? {} : { obligors }),
    ...(options.act === undefined ? {} : { act: options.act }),
    ...(options.binding === undefined ? {} : { binding: options.binding }),
    ...(options.topic === undefined ? {} : { topic: options.topic }),
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.due === undefined ? {} : dueOf(options.due)),
    ...(earlier === undefined || id === undefined ? {} : { predecessor: { id, how: earlier } }),
  };
}

function dueOf(text: string): Pick<Correction, 'due' | 'measurable' | 'why'> {
  const recurring = /^R\/(\d{4}(?:-\d{2}){0,2})\/P(\d{1,3})M$/.exec(text);
  const why = { measurable: true, why: `date: ${text}` };
  if (recurring !== null)
    return {
      due: { kind: 'recurring', from: recurring[1] ?? '', everyMonths: Number(recurring[2]) },
      ...why,
    };
  const [from = '', to, more] = text.split('/');
  const day = /^\d{4}(?:-\d{2}){0,2}$/;
  if (more !== undefined || !day.test(from) || (to !== undefined && !day.test(to)))
    throw cliError('ENT_USAGE', {
      why: `--due: not a date (2026-06), a window (2026-01/2026-06) or a recurrence (R/2026-01/P3M): ${text}`,
    });
  return to === undefined
    ? { due: { kind: 'date', date: from }, ...why }
    : { due: { kind: 'window', from, to }, ...why };
}

function cells({ style }: Context, view: CommitmentView): readonly string[] {
  const { commitment, made, open, due, stale, promise } = view;
  const findings = view.assessments
    .filter(({ current }) => current)
    .map(({ assessment }) => `${assessment.assessor.name}: ${assessment.result}`);
  const words = [...commitment.text];
  return [
    style.strong(commitment.id),
    commitment.obligors.join(','),
    made ?? '',
    promise ? (open ? 'open' : 'closed') : commitment.act,
    due.state === 'overdue' ? style.bad('overdue') : due.to === null ? '' : `due ${due.to}`,
    stale ? style.warn('stale') : '',
    commitment.standing === 'proposed'
      ? style.dim('machine-read')
      : commitment.standing === 'rejected'
        ? 'rejected'
        : '',
    findings.join('; '),
    style.foreign(words.length > 70 ? `${words.slice(0, 70).join('')}…` : commitment.text),
  ];
}
