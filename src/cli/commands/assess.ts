import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { AssessmentEntry, EvidenceEntry } from '../../store/index.ts';
import { momentOf, type WithContext } from '../context.ts';
import { citedFrom, partyOf, recordingOf, type SourceOptions } from '../engagement-options.ts';
import { cliError } from '../errors.ts';
import { readTextInput } from '../text-input.ts';

interface AssessOptions extends SourceOptions {
  readonly of: string;
  readonly assessor: string;
  readonly party?: string;
  readonly guideline: string;
  readonly guidelineVersion: string;
  readonly result: AssessmentEntry['result'];
  readonly score?: '-1' | '0' | '1';
  readonly count?: string;
  readonly confidence: AssessmentEntry['confidence'];
  readonly reason: string;
  readonly evidence?: readonly string[];
  readonly date?: string;
  readonly replyUntil?: string;
  readonly supersedes?: string;
  readonly by?: string;
}

interface ProposeOptions extends SourceOptions {
  readonly published?: string;
  readonly dryRun?: true;
  readonly by?: string;
}

interface EvidenceOptions extends SourceOptions {
  readonly stance: EvidenceEntry['stance'];
  readonly text: string;
  readonly date: string;
  readonly reliability: EvidenceEntry['reliability'];
  readonly credibility: EvidenceEntry['credibility'];
  readonly agency?: string;
  readonly origin?: string;
  readonly archive?: string;
  readonly retrieved?: string;
  readonly by?: string;
}

/** `entente evidence`, `guideline`, `assess`, `reply` and `withdraw`: what became of a promise, and who says so. */
export function assessCommands(root: Command, withContext: WithContext): void {
  evidenceCommand(root, withContext);
  guidelineCommand(root, withContext);
  assessCommand(root, withContext);
  replyCommand(root, withContext);
  withdrawCommand(root, withContext);
}

function evidenceCommand(root: Command, withContext: WithContext): void {
  const evidence = root
    .command('evidence')
    .description('what bears on a promise: add it, or decide what a machine proposed')
    .addHelpText(
      'after',
      `
Examples:
  $ entente evidence propose report.txt
  $ entente evidence confirm evi-0123456789ab`,
    );
  evidence
    .command('add')
    .description('add a piece of evidence; source and information are graded apart (Admiralty)')
    .argument('<promise>', 'a promise')
    .addOption(
      new Option('--stance <stance>', 'which way it points')
        .choices(['supports', 'contradicts', 'context'])
        .makeOptionMandatory(),
    )
    .requiredOption('--text <words>', 'what it says')
    .requiredOption('--date <date>', 'when that was so')
    .addOption(
      new Option('--reliability <grade>', 'of the source: A reliable to E unreliable, F cannot be judged')
        .choices(['A', 'B', 'C', 'D', 'E', 'F'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--credibility <grade>',
        'of the information: 1 confirmed to 5 improbable, 6 cannot be judged',
      )
        .choices(['1', '2', '3', '4', '5', '6'])
        .makeOptionMandatory(),
    )
    .requiredOption('--publisher <name>', 'who published it')
    .requiredOption('--title <title>', 'what it is called')
    .option('--url <address>', 'where it can be read')
    .option('--agency <name>', 'the agency whose story it is: copies of one story count once')
    .option('--origin <name>', 'whose telling it is, where that is neither agency nor publisher')
    .option('--archive <sha256>', 'hash of the archived copy')
    .option('--retrieved <date>', 'when the copy was taken')
    .option('--by <name>', 'who adds it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente evidence add us-pakistan/2024-05-10-c2 --stance supports --text "a course for 40 officers" \\\n      --date 2025-02 --reliability B --credibility 2 --publisher "Example Courier" --title "Officers trained"',
    )
    .action(async (commitment: string, options: EvidenceOptions, command: Command) => {
      const context = withContext(command);
      const retrieved = momentOf('--retrieved', options.retrieved);
      const { addEvidence } = await import('../../engagement/index.ts');
      const entry = await context.withStore((store) =>
        addEvidence(
          store.engagement,
          {
            commitment,
            stance: options.stance,
            text: options.text,
            date: options.date,
            reliability: options.reliability,
            credibility: options.credibility,
            source: citedFrom(options, null, ''),
            archiveSha256: options.archive ?? null,
            retrieved,
            ...(options.agency === undefined ? {} : { agency: options.agency }),
            ...(options.origin === undefined ? {} : { origin: options.origin }),
          },
          recordingOf(context, options.by),
        ),
      );
      context.answer(entry, () => `${entry.id}: ${entry.stance} ${commitment}, origin ${entry.origin}\n`);
    });

  evidence
    .command('propose')
    .description(
      'let a text’s events, or changes of the parties’ lists, propose themselves as evidence for open promises',
    )
    .argument('[file]', 'a text file, or - for standard input; without one, the lists are looked through')
    .option('--published <date>', 'when the text was published, if it does not say')
    .option('--publisher <name>', 'who published it, if it does not say')
    .option('--title <title>', 'what it is called (default: the file’s name)')
    .option('--url <address>', 'where it can be read')
    .option('--dry-run', 'show what would be proposed, and record nothing')
    .option('--by <name>', 'who asks for it (default: the user name)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente evidence propose report.txt\n  $ entente evidence propose --dry-run',
    )
    .action(async (file: string | undefined, options: ProposeOptions, command: Command) => {
      const context = withContext(command);
      const { evidenceInLists, evidenceInText } = await import('../../app/index.ts');
      const published = momentOf('--published', options.published);
      const text = file === undefined ? null : await readTextInput(context, file);
      const title = options.title ?? (file === undefined || file === '-' ? 'standard input' : basename(file));
      const now = context.io.now;
      const proposed = await context.withStore(async (store) => {
        const found =
          text === null
            ? await evidenceInLists(store, now)
            : await evidenceInText(
                store,
                {
                  text,
                  source: {
                    title,
                    ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
                    ...(options.url === undefined ? {} : { url: options.url }),
                  },
                  ...(published === null ? {} : { published }),
                  retrieved: now().toISOString().slice(0, 10),
                },
                now,
              );
        if (options.dryRun !== true) await store.engagement.record(found, recordingOf(context, options.by));
        return found;
      });
      context.answer({ recorded: options.dryRun !== true, proposed }, () =>
        proposed.length === 0
          ? 'Nothing in it bears on an open promise by the rules; a person may see more.\n'
          : `${proposed
              .map(
                ({ id, commitment, stance, date, text: words }) =>
                  `${context.style.strong(id)}  ${date}  ${stance} ${commitment}: ${context.style.foreign(words)}\n`,
              )
              .join(
                '',
              )}${options.dryRun === true ? 'Nothing was recorded.\n' : 'Proposed. None counts until a person confirms it: "entente evidence confirm <id>".\n'}`,
      );
    });

  for (const [verdict, standing, what] of [
    ['confirm', 'confirmed', 'confirm a piece of evidence that a machine proposed'],
    ['reject', 'rejected', 'say that a proposed piece of evidence bears on nothing; it stays'],
  ] as const)
    evidence
      .command(verdict)
      .description(what)
      .argument('<id>', 'a piece of evidence')
      .option('--by <name>', 'who decides (default: the user name)')
      .addHelpText('after', `\nExample:\n  $ entente evidence ${verdict} evi-0123456789ab`)
      .action(async (id: string, options: { by?: string }, command: Command) => {
        const context = withContext(command);
        const { decideEvidence } = await import('../../engagement/index.ts');
        const entry = await context.withStore((store) =>
          decideEvidence(store.engagement, id, standing, recordingOf(context, options.by)),
        );
        context.answer(entry, () => `${id}: ${entry.standing}\n`);
      });
}

function guidelineCommand(root: Command, withContext: WithContext): void {
  root
    .command('guideline')
    .description('write down how promises of a series will be assessed, before anybody assesses them')
    .argument('<series>', 'a series')
    .requiredOption('--title <title>', 'what it is called')
    .requiredOption('--text <words>', 'the rule itself')
    .option('--id <id>', 'a further version of this guideline')
    .option('--version-name <version>', 'its version', '1')
    .option('--date <date>', 'when it was written (default: today)')
    .option('--by <name>', 'who writes it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente guideline us-pakistan --title "Training" --text "complete: a course was held and its attendance published"',
    )
    .action(
      async (
        series: string,
        options: {
          title: string;
          text: string;
          id?: string;
          versionName: string;
          date?: string;
          by?: string;
        },
        command: Command,
      ) => {
        const context = withContext(command);
        const { entryOfKind, writeGuideline } = await import('../../engagement/index.ts');
        const entry = await context.withStore(async (store) => {
          await entryOfKind(store.engagement, 'series', series);
          return writeGuideline(
            store.engagement,
            {
              series,
              version: options.versionName,
              title: options.title,
              text: options.text,
              date: options.date ?? context.io.now().toISOString().slice(0, 10),
              sources: [],
              ...(options.id === undefined ? {} : { id: options.id }),
            },
            recordingOf(context, options.by),
          );
        });
        context.answer(entry, () => `${entry.id} version ${entry.version}: written\n`);
      },
    );
}

function assessCommand(root: Command, withContext: WithContext): void {
  root
    .command('assess')
    .description(
      'assess one party’s keeping of a promise, by a guideline written before; never one’s own promise',
    )
    .argument('<promise>', 'a promise')
    .requiredOption('--of <party>', 'whose keeping of it')
    .requiredOption('--assessor <name>', 'who assesses')
    .option('--party <code>', 'the state or body that the assessor speaks for')
    .requiredOption('--guideline <id>', 'the guideline')
    .option('--guideline-version <version>', 'its version', '1')
    .addOption(
      new Option('--result <result>', 'what was found')
        .choices([
          'no-evidence',
          'not-started',
          'limited',
          'substantial',
          'complete',
          'unverifiable',
          'not-yet-due',
        ])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--score <score>', 'not kept, partly or in work, kept').choices(['-1', '0', '1']))
    .option('--count <done/of>', 'of a plan: how many of its items are done (21/27)')
    .addOption(
      new Option('--confidence <confidence>', 'how sure')
        .choices(['low', 'moderate', 'high'])
        .default('moderate'),
    )
    .requiredOption('--reason <words>', 'why')
    .option('--evidence <id...>', 'the evidence that the reason rests on')
    .option('--date <date>', 'the day it speaks of (default: today)')
    .option('--reply-until <date>', 'until when the party may reply')
    .option('--supersedes <id>', 'the assessor’s earlier assessment that it replaces')
    .option('--by <name>', 'who records it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente assess us-pakistan/2025-08-12-c5 --of US --assessor "Desk PK" --party PK --guideline gui-0123456789ab \\\n      --result no-evidence --reason "nothing was announced" --reply-until 2026-01-31',
    )
    .action(async (commitment: string, options: AssessOptions, command: Command) => {
      const context = withContext(command);
      const { assess } = await import('../../engagement/index.ts');
      const entry = await context.withStore((store) =>
        assess(
          store.engagement,
          {
            commitment,
            of: partyOf('--of', options.of),
            assessor: {
              name: options.assessor,
              party: options.party === undefined ? null : partyOf('--party', options.party),
            },
            guideline: { id: options.guideline, version: options.guidelineVersion },
            result: options.result,
            score: options.score === undefined ? null : (Number(options.score) as -1 | 0 | 1),
            count: options.count === undefined ? null : countOf(options.count),
            confidence: options.confidence,
            reasons: [{ text: options.reason, evidence: options.evidence ?? [] }],
            date: options.date ?? context.io.now().toISOString().slice(0, 10),
            replyUntil: momentOf('--reply-until', options.replyUntil),
            supersedes: options.supersedes ?? null,
            sources: [],
          },
          recordingOf(context, options.by),
        ),
      );
      context.answer(entry, () => `${entry.id}: ${entry.assessor.name} on ${entry.of}: ${entry.result}\n`);
    });
}

function replyCommand(root: Command, withContext: WithContext): void {
  root
    .command('reply')
    .description('record the assessed party’s reply to an assessment; a late one is kept and marked')
    .argument('<assessment>', 'an assessment')
    .requiredOption('--party <code>', 'who replies')
    .requiredOption('--text <words>', 'what it says')
    .option('--date <date>', 'when it replied (default: today)')
    .option('--by <name>', 'who records it (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente reply ass-0123456789ab --party US --text "two courses were held in May"',
    )
    .action(
      async (
        assessment: string,
        options: { party: string; text: string; date?: string; by?: string },
        command: Command,
      ) => {
        const context = withContext(command);
        const { reply } = await import('../../engagement/index.ts');
        const entry = await context.withStore((store) =>
          reply(
            store.engagement,
            {
              assessment,
              by: partyOf('--party', options.party),
              text: options.text,
              date: options.date ?? context.io.now().toISOString().slice(0, 10),
              sources: [],
            },
            recordingOf(context, options.by),
          ),
        );
        context.answer(entry, () => `${entry.id}: ${entry.by} replies to ${assessment}\n`);
      },
    );
}

function withdrawCommand(root: Command, withContext: WithContext): void {
  root
    .command('withdraw')
    .description(
      'take back a piece of evidence, an assessment, a promise or any other entry; it stays, with the reason',
    )
    .argument('<id>', 'an entry of a dialogue')
    .requiredOption('--note <why>', 'the reason, kept with your name and the time')
    .option('--by <name>', 'who takes it back (default: the user name)')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente withdraw evi-0123456789ab --note "the story was corrected"',
    )
    .action(async (id: string, options: { note: string; by?: string }, command: Command) => {
      const context = withContext(command);
      const { withdraw } = await import('../../engagement/index.ts');
      const entry = await context.withStore((store) =>
        withdraw(store.engagement, id, options.note, recordingOf(context, options.by)),
      );
      context.answer(entry, () => `${id}: taken back\n`);
    });
}

function countOf(text: string): { readonly done: number; readonly of: number } {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [done, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || done > of)
    throw cliError('ENT_USAGE', { why: `--count: not done/of (21/27): ${text}` });
  return { done, of };
}
