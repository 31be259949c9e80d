import { type Block, type Brief, flat } from './brief.ts';

/**
 * A brief as one HTML page that prints well: no script, nothing fetched, every text escaped. Headings and tables are
 * real ones, so that a screen reader can go through it.
 */
export function htmlOf({ title, subtitle, sections, limits }: Brief): string {
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p class="sub">${escaped(subtitle)}</p>`,
    ...sections.map(
      ({ heading, blocks }) =>
        `<section>\n<h2>${escaped(heading)}</h2>\n${blocks.map(blockOf).join('\n')}\n</section>`,
    ),
    ...(limits.length === 0
      ? []
      : [`<section>\n<h2>What limits this</h2>\n${blockOf({ kind: 'list', items: limits })}\n</section>`]),
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const STYLE = `
body{font:15px/1.5 Georgia,'Times New Roman',serif;color:#111;background:#fff;margin:0}
main{max-width:62rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem;border-bottom:1px solid #999}
.sub{color:#444;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid #bbb;padding:.3rem .45rem;text-align:start;vertical-align:top}
th{background:#f0f0f0}td,li,p{overflow-wrap:anywhere;unicode-bidi:plaintext}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}
`;

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return `<table>\n<thead><tr>${block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${block.rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('\n')}\n</tbody>\n</table>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return flat(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
