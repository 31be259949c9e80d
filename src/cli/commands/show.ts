import type { Command } from 'commander';
import { formatSourceKey, RECORD_LIST_ID } from '../../kernel/index.ts';
import { captionOf, type EntityView, primaryName, storeError } from '../../store/index.ts';
import { type ClockOptions, type Context, clocksOf, type WithContext } from '../context.ts';
import { listingCells } from '../describe.ts';
import { table } from '../terminal/table.ts';

/** `entente show`: all that is known of one entity, on one day, as known on one day. */
export function showCommand(root: Command, withContext: WithContext): void {
  root
    .command('show')
    .description('show an entity: its names, who lists it since when, and the sources')
    .argument('<id>', 'an entity id (ent-…) or a source key (un-sc:QDe.132)')
    .option('--as-of <date>', 'as it held on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente show record:balochistan-liberation-army --as-of 2020-01-01',
    )
    .action(async (id: string, options: ClockOptions, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      const { view, sources } = await context.withStore(async (store) => ({
        view: await store.entity(id, clocks),
        sources: await store.sources(),
      }));
      if (view === null)
        throw storeError('ENT_NOT_FOUND', {
          what: `${id}${clocks.knownAt === null ? '' : ` as known on ${clocks.knownAt}`}`,
        });
      const names = namesOf(view);
      const cited = [...new Set(view.listings.flatMap((listing) => listing.sources))].flatMap(
        (source) => sources.get(source) ?? [],
      );
      const json = {
        entity: view.entity,
        caption: captionOf(view),
        asOf: clocks.asOf,
        knownAt: clocks.knownAt,
        names,
        listings: view.listings,
        records: view.records.map((record) => ({
          key: formatSourceKey(record),
          schema: record.schema,
          name: primaryName(record),
          statements: record.history.statements,
        })),
        sources: cited,
      };
      context.answer(json, () => render(context, json, clocks));
    });
}

type Shown = Pick<EntityView, 'entity' | 'listings'> & {
  readonly caption: string;
  readonly names: ReturnType<typeof namesOf>;
  readonly sources: readonly {
    readonly id: string;
    readonly publisher: string;
    readonly title: string;
    readonly url?: string;
  }[];
};

function render(
  { io, style }: Context,
  shown: Shown,
  clocks: { asOf: string | null; knownAt: string | null },
): string {
  const question = [
    clocks.asOf === null ? 'as of now' : `as of ${clocks.asOf}`,
    clocks.knownAt === null ? 'with all that is known now' : `as known on ${clocks.knownAt}`,
  ].join(', ');
  const listings = shown.listings.map((listing) => listingCells(listing, clocks.asOf, style));
  const byScript = new Map<string, string[]>();
  for (const name of shown.names) {
    const label = [name.kind, name.strength === 'weak' ? 'weak' : '', name.former ? 'no longer borne' : '']
      .filter((part) => part !== '' && part !== 'alias')
      .join(', ');
    const line = `${style.foreign(name.text)}${label === '' ? '' : ` ${style.dim(`(${label})`)}`}`;
    byScript.set(name.script ?? 'other', [...(byScript.get(name.script ?? 'other') ?? []), line]);
  }
  return [
    `${style.strong(style.foreign(shown.caption))}  ${style.dim(shown.entity)}\n${style.dim(question)}\n`,
    '\nListed by\n',
    listings.length === 0 ? '  nobody whose list is held or cited here\n' : indent(table(io, listings)),
    '\nNames\n',
    ...[...byScript].map(
      ([script, lines]) => `  ${style.dim(script)}\n${lines.map((line) => `    ${line}\n`).join('')}`,
    ),
    shown.sources.length === 0 ? '' : '\nSources\n',
    ...shown.sources.map(
      (source) =>
        `  ${source.publisher}: ${source.title}${source.url === undefined ? '' : ` <${source.url}>`}\n`,
    ),
  ].join('');
}

function namesOf(view: EntityView) {
  const seen = new Map<
    string,
    { text: string; kind: string; strength: string; script: string | null; former: boolean; lists: string[] }
  >();
  const records = [...view.records].sort(
    (a, b) => Number(b.list === RECORD_LIST_ID) - Number(a.list === RECORD_LIST_ID),
  );
  for (const record of records) {
    for (const statement of record.history.statements) {
      if (statement.property !== 'name') continue;
      const held = seen.get(statement.value);
      if (held !== undefined) {
        if (!held.lists.includes(record.list)) held.lists.push(record.list);
        held.former &&= statement.seen.to !== null;
        continue;
      }
      seen.set(statement.value, {
        text: statement.value,
        kind: statement.kind ?? 'alias',
        strength: statement.strength ?? 'unstated',
        script: statement.script ?? null,
        former: statement.seen.to !== null,
        lists: [record.list],
      });
    }
  }
  return [...seen.values()];
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
