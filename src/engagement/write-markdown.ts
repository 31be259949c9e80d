import { type Block, type Brief, flat } from './brief.ts';

/** A brief as Markdown (CommonMark with pipe tables). What comes from outside cannot make markup. */
export function markdownOf({ title, subtitle, sections, limits }: Brief): string {
  const parts = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    ...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.map(blockOf)]),
    ...(limits.length === 0 ? [] : ['## What limits this', blockOf({ kind: 'list', items: limits })]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'table':
      return [row(block.head), `|${block.head.map(() => '---').join('|')}|`, ...block.rows.map(row)].join(
        '\n',
      );
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function escaped(text: string): string {
  return flat(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
