import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type ClockOptions, type Context, clocksOf, momentOf, type WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { renderReading } from '../render-reading.ts';

interface Options extends ClockOptions {
  readonly published?: string;
}

/** The longest text that is read, in bytes. */
const LONGEST = 8 * 1024 * 1024;

/** `entente read`: what a report says, sentence by sentence, and whether it is right about the lists. */
export function readCommand(root: Command, withContext: WithContext): void {
  root
    .command('read')
    .description(
      'read a report or statement: who is named, what happened, who says so, what was promised, and is it right about the lists',
    )
    .argument('<file>', 'a text file, or - for standard input')
    .option('--published <date>', 'when it was published, if the text itself does not say')
    .option('--known-at <date>', 'against what this record knew on this day')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente read report.txt\n  $ pbpaste | entente read - --json\n  $ entente read statement.txt --published 2025-08-11',
    )
    .action(async (file: string, options: Options, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const published = momentOf('--published', options.published);
      const text = await textOf(context, file);
      const { readDocument } = await import('../../app/index.ts');
      const reading = await context.withStore((store) =>
        readDocument(store, text, { clocks, ...(published === null ? {} : { published }) }),
      );
      context.answer(reading, () => renderReading(reading, context.io, context.style));
    });
}

async function textOf(context: Context, file: string): Promise<string> {
  if (/^https?:/i.test(file)) {
    throw cliError('ENT_INPUT_UNREADABLE', {
      why: `${file}: pages are not fetched yet; save the page's text and read the file`,
    });
  }
  const bytes = file === '-' ? await fromStdin(context) : await fromFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw cliError(
      'ENT_INPUT_UNREADABLE',
      { why: `${file === '-' ? 'standard input' : file}: not UTF-8 text` },
      { cause },
    );
  }
}

async function fromFile(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw cliError(
      'ENT_INPUT_UNREADABLE',
      { why: `${file}: ${cause.code === 'ENOENT' ? 'no such file' : cause.message}` },
      { cause },
    );
  });
  return within(bytes, file);
}

async function fromStdin({ io }: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin()) {
    size += chunk.length;
    if (size > LONGEST) break;
    chunks.push(chunk);
  }
  if (size > LONGEST) throw tooLong('standard input');
  return Buffer.concat(chunks);
}

function within(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length > LONGEST) throw tooLong(file);
  return bytes;
}

function tooLong(what: string) {
  return cliError('ENT_INPUT_UNREADABLE', {
    why: `${what}: over ${LONGEST / 1024 / 1024} MiB, which no report is`,
  });
}
