import { type Command, Option } from 'commander';
import type { Matrix, MatrixCell, MatrixRow } from '../../app/index.ts';
import { type ClockOptions, type Context, clocksOf, type WithContext } from '../context.ts';
import { table } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';

interface Options extends ClockOptions {
  readonly list?: readonly string[];
  readonly authority?: readonly string[];
  readonly format: 'table' | 'csv';
}

/** `entente matrix`: who lists whom, side by side. */
export function matrixCommand(root: Command, withContext: WithContext): void {
  root
    .command('matrix')
    .description('show side by side who lists whom: entities (or names) by lists')
    .argument('[id...]', 'entity ids, source keys, or names (default: all groups of the starter record)')
    .option('--list <id...>', 'these lists only')
    .option('--authority <id...>', 'lists of these authorities only (us-state, uk-home-office)')
    .option('--as-of <date>', 'as it held on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'csv']).default('table'))
    .addHelpText(
      'after',
      `
A name that is an entity's main name stands for the entity; any other is looked up as lists print it.

Examples:
  $ entente matrix record:balochistan-liberation-army
  $ entente matrix "The Resistance Front" record:taliban --authority us-state us-treasury in-mha
  $ entente matrix --as-of 2019-01-01 --format csv`,
    )
    .action(async (ids: readonly string[], options: Options, command: Command) => {
      const context = withContext(command);
      const { matrixOf } = await import('../../app/index.ts');
      const answer = await context.withStore(async (store) =>
        matrixOf(
          { store, lists: await store.lists() },
          {
            ids: ids.length === 0 ? null : ids,
            lists: options.list ?? null,
            authorities: options.authority ?? null,
            clocks: clocksOf(options),
          },
        ),
      );
      if (context.json || options.format === 'table') context.answer(answer, () => render(answer, context));
      else context.io.out(await asCsv(answer));
    });
}

async function asCsv({ lists, rows }: Matrix): Promise<string> {
  const { csv } = await import('../../exchange/index.ts');
  return csv([
    ['entity', 'name', ...lists.map(({ id }) => id)],
    ...rows.map((row) => [row.entity, row.caption, ...row.cells.map((cell) => plain(cell, row))]),
  ]);
}

/** A cell in one line of plain words. */
function plain(cell: MatrixCell, row: MatrixRow): string {
  const { status, since, until, programmes, of } = cell;
  const under = programmes.length === 0 ? '' : ` (${programmes.join(', ')})`;
  const from = since === null ? '' : ` since ${since}`;
  switch (status) {
    case 'listed':
      return `listed${from}${under}`;
    case 'unclear':
      return `unclear: listed${since === null ? '' : ` from ${since}`}${until === null ? '' : ` until ${until}`}`;
    case 'was-listed':
      return `was listed${since === null ? '' : ` from ${since}`}${until === null ? '' : ` until ${until}`}`;
    case 'not-yet':
      return `not yet: listed${since === null ? '' : ` from ${since}`}`;
    case 'alias':
      return `alias of ${of?.caption ?? 'another entry'}${from}`;
    case 'not-listed':
      return row.entity === null ? 'not there by this name' : 'not listed';
    case 'not-loaded':
      return 'list not loaded';
  }
}

/** Rows that are few read best one under the other, list by list; many as a table of short cells. */
const FEW = 3;

function render(answer: Matrix, context: Context): string {
  const { rows, lists } = answer;
  if (rows.length === 0) return 'There is nobody to show: "entente init" loads the starter record.\n';
  if (lists.length === 0) return 'No list that is held or cited has any of them.\n';
  return rows.length <= FEW ? tall(answer, context) : wide(answer, context);
}

function tall({ rows, lists }: Matrix, { io, style }: Context): string {
  return rows
    .map((row) => {
      const { entity, caption, cells } = row;
      const lines = cells.map((cell, at) => [
        lists[at]?.authority.name ?? '',
        style.strong(cell.list),
        coloured(cell, style.foreign(plain(cell, row)), style),
        cell.basis === 'record' ? style.dim('from the starter record') : '',
      ]);
      return `${style.strong(style.foreign(caption))}${entity === null ? '' : `  ${style.dim(entity)}`}\n${table(io, lines)}`;
    })
    .join('\n');
}

function wide({ rows, lists }: Matrix, { io, style }: Context): string {
  const name = (caption: string) =>
    style.foreign([...caption].length > NAME ? `${[...caption].slice(0, NAME - 1).join('')}…` : caption);
  const room = io.terminal.out ? io.terminal.columns : Number.POSITIVE_INFINITY;
  const columns = lists.map(({ id }) => Math.max(id.length, CELL));
  const blocks: number[][] = [[]];
  let used = NAME;
  for (const [at, width] of columns.entries()) {
    const last = blocks.at(-1) ?? [];
    if (last.length > 0 && used + width + GAP > room) {
      blocks.push([at]);
      used = NAME + width + GAP;
    } else {
      last.push(at);
      used += width + GAP;
    }
  }
  return [
    ...blocks.map((block) =>
      table(io, [
        ['', ...block.map((at) => style.dim(lists[at]?.id ?? ''))],
        ...rows.map(({ caption, cells }) => [
          style.strong(name(caption)),
          ...block.map((at) => {
            const cell = cells[at];
            return cell === undefined ? '' : coloured(cell, short(cell), style);
          }),
        ]),
      ]),
    ),
    wrap(LEGEND, Math.min(io.terminal.columns, 100), '')
      .map((line) => style.dim(line))
      .join(''),
  ].join('\n');
}

const LEGEND =
  'a date: listed since; ≤: on that day or earlier; was: no longer; alias: a name of another entry; -: not listed (a name: no entry bears it); ?: list not loaded; *: from the starter record';
const NAME = 28;
const CELL = 12;
const GAP = 2;

/** A cell in at most twelve characters. */
function short({ status, since, basis }: MatrixCell): string {
  const mark = basis === 'record' ? '*' : '';
  switch (status) {
    case 'listed':
      return `${since === null ? 'listed' : shortDate(since)}${mark}`;
    case 'unclear':
      return `unclear${mark}`;
    case 'was-listed':
      return `was${mark}`;
    case 'not-yet':
      return `not yet${mark}`;
    case 'alias':
      return `alias${mark}`;
    case 'not-listed':
      return '-';
    case 'not-loaded':
      return '?';
  }
}

/** A date as it stands; one that is only known to lie before a day, or between two, as `≤` and the last of them. */
function shortDate(since: string): string {
  if (/^\d{4}(?:-\d{2}){0,2}[~?%]?$/.test(since)) return since;
  const last = since.match(/\d{4}(?:-\d{2}){0,2}/g)?.at(-1);
  return last === undefined ? 'listed' : `≤${last}`;
}

function coloured({ status }: MatrixCell, text: string, style: Context['style']): string {
  if (status === 'listed') return style.bad(text);
  if (status === 'unclear' || status === 'alias') return style.warn(text);
  return style.dim(text);
}
