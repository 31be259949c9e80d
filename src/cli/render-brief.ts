import { type Block, type Brief, htmlOf, markdownOf } from '../engagement/index.ts';
import type { Context } from './context.ts';
import { wrap } from './terminal/wrap.ts';

/** How a brief can be written. */
export const BRIEF_FORMATS = ['text', 'markdown', 'html'] as const;

/** One of {@link BRIEF_FORMATS}. */
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/** Writes a brief for the place that was asked for: a terminal, or a file to print or to send. */
export function renderBrief(context: Context, brief: Brief, format: BriefFormat): string {
  if (format === 'html') return htmlOf(brief);
  if (format === 'markdown') return markdownOf(brief);
  const { style } = context;
  const sections = [
    ...brief.sections,
    ...(brief.limits.length === 0
      ? []
      : [{ heading: 'What limits this', blocks: [{ kind: 'list', items: brief.limits }] as const }]),
  ];
  return [
    `${style.strong(style.foreign(brief.title))}\n`,
    lines(context, brief.subtitle, ''),
    ...sections.map(
      ({ heading, blocks }) =>
        `\n${lines(context, heading, '', style.strong)}${blocks.map((block) => blockText(context, block)).join('')}`,
    ),
  ].join('');
}

function blockText(context: Context, block: Block): string {
  switch (block.kind) {
    case 'text':
      return lines(context, block.text, '  ');
    case 'list':
      return block.items.map((item) => lines(context, item, '  ')).join('');
    // A table of sentences fits no terminal: a block a row reads better, and can be searched.
    case 'table':
      return block.rows
        .map((cells) =>
          cells
            .flatMap((cell, at) =>
              cell === '' || cell === '—'
                ? []
                : [
                    at === 0
                      ? lines(context, cell, '  ')
                      : lines(context, `${block.head[at]}: ${cell}`, '      '),
                  ],
            )
            .join(''),
        )
        .join('');
  }
}

function lines(
  { io, style }: Context,
  text: string,
  indent: string,
  dress: (text: string) => string = (plain) => plain,
): string {
  return wrap(style.foreign(text), Math.max(40, io.terminal.columns), indent, `${indent}  `)
    .map((line) => `${dress(line.trimEnd())}\n`)
    .join('');
}
