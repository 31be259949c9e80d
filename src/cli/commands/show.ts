import type { Command } from 'commander';
import type { entityJson as EntityJson } from '../../app/index.ts';
import { describeBound, storeError } from '../../store/index.ts';
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
      const { entityJson } = await import('../../app/index.ts');
      const { view, sources } = await context.withStore(async (store) => ({
        view: await store.entity(id, clocks),
        sources: await store.sources(),
      }));
      if (view === null)
        throw storeError('ENT_NOT_FOUND', {
          what: `${id}${clocks.knownAt === null ? '' : ` as known on ${clocks.knownAt}`}`,
        });
      const json = entityJson(view, sources, clocks);
      context.answer(json, () => render(context, json, clocks));
    });
}

type Shown = ReturnType<typeof EntityJson>;

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
    const label = [name.kind, name.strength === 'weak' ? 'weak' : '', borne(name)]
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

/** When a name was borne, where that is not the whole time of its entry up to the day asked about. */
function borne({ status, effective: { from, to } }: Shown['names'][number]): string {
  const until = to === null ? '' : `until ${describeBound(to)}`;
  switch (status) {
    case 'listed':
      return until;
    case 'delisted':
      return `no longer borne: ${until}`;
    case 'not-yet':
      return `not yet borne: from ${describeBound(from)}`;
    case 'unclear':
      // Of most names of the record nobody says since when, which is no news.
      return from.date.startsWith('../')
        ? until
        : ['unclear: from', describeBound(from), until].filter((part) => part !== '').join(' ');
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
