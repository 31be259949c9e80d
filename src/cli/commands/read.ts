import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { KeptAndRead } from '../../app/index.ts';
import { type ClockOptions, type Context, clocksOf, momentOf, type WithContext } from '../context.ts';
import { documentInput, isAddress, wordsAbout } from '../document-input.ts';
import { cliError } from '../errors.ts';
import { renderCopies } from '../render-document.ts';
import { renderReading } from '../render-reading.ts';

interface Options extends ClockOptions {
  readonly published?: string;
  readonly keep?: boolean;
  readonly by?: string;
}

/** `entente read`: what a report says, sentence by sentence, and whether it is right about the lists. */
export function readCommand(root: Command, withContext: WithContext): void {
  root
    .command('read')
    .description(
      'read a report or statement: who is named, what happened, who says so, what was promised, and is it right about the lists',
    )
    .argument('<source>', 'a file (text, HTML, PDF, mail …), an address, or - for standard input')
    .option('--published <date>', 'when it was published, if the text itself does not say')
    .option('--known-at <date>', 'against what this record knew on this day')
    .option('--keep', 'keep the document and its reading, to review it and join it with others')
    .option('--by <name>', 'who keeps it (default: the user name)')
    .addHelpText(
      'after',
      `
Examples:
  $ entente read report.txt
  $ entente read https://example.org/report.html --keep
  $ pbpaste | entente read - --json
  $ entente read statement.txt --published 2025-08-11`,
    )
    .action(async (given: string, options: Options, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const published = momentOf('--published', options.published);
      if (options.keep === true && clocks.knownAt !== null)
        throw cliError('ENT_USAGE', {
          why: '--keep keeps a reading against the record of now; leave --known-at out',
        });
      const { keepDocument, publishedOf, readDocument } = await import('../../app/index.ts');
      const local = isAddress(given) ? null : await documentInput(context, given, null);
      await context.withStore(async (store) => {
        const { received, origin } = local ?? (await documentInput(context, given, store));
        for (const note of wordsAbout(received)) context.note(note);
        if (options.keep === true) {
          const dated =
            published === null
              ? received
              : {
                  ...received,
                  dates: [
                    { kind: 'published' as const, value: published, where: '--published' },
                    ...received.dates,
                  ],
                };
          const kept = await keepDocument(store, dated, {
            ...origin,
            by: options.by ?? userInfo().username,
            now: context.io.now,
          });
          const { reading, ...about } = kept;
          context.answer({ ...reading, kept: about }, () =>
            [renderReading(reading, context.io, context.style), keptLine(kept, context)].join(''),
          );
          return;
        }
        const day = published ?? publishedOf(received);
        const reading = await readDocument(store, received.text, {
          clocks,
          ...(day === null ? {} : { published: day }),
        });
        context.answer(reading, () => renderReading(reading, context.io, context.style));
      });
    });
}

const OUTCOMES = {
  new: 'kept as',
  known: 'kept already as',
  replaces: 'replaces an earlier version; kept as',
  withdraws: 'withdraws an earlier document; kept as',
} as const;

function keptLine({ id, outcome, earlier, copies }: KeptAndRead, { style }: Context): string {
  return [
    `\n${OUTCOMES[outcome]} ${style.strong(id)}${earlier === null ? '' : ` (was ${earlier})`}\n`,
    renderCopies(copies, style),
  ].join('');
}
