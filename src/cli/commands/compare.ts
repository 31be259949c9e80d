import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { type Context, momentOf, type WithContext } from '../context.ts';
import type { BriefFormat } from '../render-brief.ts';
import { readTextInput } from '../text-input.ts';

interface Options {
  readonly publishedBefore?: string;
  readonly publishedAfter?: string;
  readonly knownAt?: string;
  readonly format: BriefFormat | 'csv';
}

/** `entente compare`: what changed from one statement to the next. */
export function compareCommand(root: Command, withContext: WithContext): void {
  root
    .command('compare')
    .description(
      'compare two statements: what was added and dropped, and what became of each promise, side by side',
    )
    .argument('<earlier>', 'a document or meeting of the record by its id, or a text file')
    .argument('<later>', 'a document or meeting of the record by its id, or a text file')
    .option('--published-before <date>', 'when the earlier file was published, if its text does not say')
    .option('--published-after <date>', 'when the later file was published, if its text does not say')
    .option('--known-at <date>', 'with what this record knew on this day')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['text', 'markdown', 'html', 'csv'])
        .default('text'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente compare us-pakistan/2024-05-10 us-pakistan/2025-08-12\n  $ entente compare 2024.txt 2025.txt --format html > brief.html',
    )
    .action(async (earlier: string, later: string, options: Options, command: Command) => {
      const context = withContext(command);
      const knownAt = momentOf('--known-at', options.knownAt);
      const before = await inputOf(context, earlier, momentOf('--published-before', options.publishedBefore));
      const after = await inputOf(context, later, momentOf('--published-after', options.publishedAfter));
      const { compareDocuments } = await import('../../app/index.ts');
      const comparison = await context.withStore((store) =>
        compareDocuments(store, before, after, { knownAt }),
      );
      const { comparisonBrief, comparisonCsv } = await import('../../engagement/index.ts');
      const { renderBrief } = await import('../render-brief.ts');
      const { renderComparison } = await import('../render-comparison.ts');
      const { format } = options;
      context.answer(comparison, () => {
        if (format === 'csv') return comparisonCsv(comparison);
        return format === 'text'
          ? renderComparison(context, comparison)
          : renderBrief(context, comparisonBrief(comparison), format);
      });
    });
}

/** A file where there is one of that name, else the id of something held. */
async function inputOf(context: Context, name: string, published: string | null) {
  if (name !== '-' && !existsSync(name)) return { id: name };
  const text = await readTextInput(context, name);
  return { text, title: basename(name), ...(published === null ? {} : { published }) };
}
