import type { Command } from 'commander';
import type { ListInfo } from '../../kernel/index.ts';
import type { ListState } from '../../store/index.ts';
import type { WithContext } from '../context.ts';
import { table } from '../terminal/table.ts';

/** How fresh what is held of a list is. */
type Freshness = 'fresh' | 'stale' | 'not held';

/** `entente lists`: the lists it can read, the snapshots held, their age. */
export function listsCommand(root: Command, withContext: WithContext): void {
  root
    .command('lists')
    .description(
      'show the lists that can be read or are known by name, the snapshots held of each, and their age',
    )
    .addHelpText('after', '\nExample:\n  $ entente lists --json')
    .action(async (_options: unknown, command: Command) => {
      const context = withContext(command);
      const { LISTS } = await import('../../lists/index.ts');
      const states = await context.withStore((store) => store.lists());
      const now = context.io.now();
      const rows = describeLists(
        states,
        LISTS.map((reader) => reader.info),
        now,
      );
      const { style, io } = context;
      context.answer({ lists: rows }, () => {
        const held = rows.filter((row) => row.snapshots.length > 0);
        const cells = held.map((row) => [
          style.strong(row.id),
          row.title,
          `${row.accepted} snapshot${row.accepted === 1 ? '' : 's'}`,
          `observed ${row.observed ?? 'never'}`,
          row.ageDays === null ? '' : `${row.ageDays} days ago`,
          row.freshness === 'stale'
            ? style.warn('stale')
            : row.freshness === 'fresh'
              ? style.good('fresh')
              : style.bad(row.freshness),
          row.waiting > 0 ? style.warn(`${row.waiting} held in quarantine`) : '',
        ]);
        const others = rows.filter((row) => row.snapshots.length === 0 && row.readable);
        const named = rows.filter((row) => row.snapshots.length === 0 && !row.readable);
        const waiting = held.flatMap((row) =>
          row.snapshots
            .filter((snapshot) => snapshot.state === 'held')
            .map(
              (snapshot) => `  ${row.id} of ${snapshot.observed} waits for a decision: ${snapshot.reason}\n`,
            ),
        );
        return [
          held.length === 0 ? 'No list is held yet.\n' : table(io, cells),
          waiting.length > 0
            ? `\n${waiting.join('')}  decide with: entente accept|reject <list> <observed> --note <why>\n`
            : '',
          others.length > 0 ? `\nCan be read, none held: ${others.map((row) => row.id).join(', ')}\n` : '',
          named.length > 0
            ? `Known only from the starter record: ${named.map((row) => row.id).join(', ')}\n`
            : '',
        ].join('');
      });
    });
}

function describeLists(states: readonly ListState[], readers: readonly ListInfo[], now: Date) {
  const readable = new Set(readers.map((info) => info.id));
  const known = new Set(states.map((state) => state.id));
  const unheld = readers
    .filter((info) => !known.has(info.id))
    .map((info): ListState => ({ ...info, snapshots: [] }));
  return [...states, ...unheld]
    .map((state) => {
      const accepted = state.snapshots.filter((snapshot) => snapshot.state === 'accepted');
      const observed = accepted.at(-1)?.observed ?? null;
      const ageDays = observed === null ? null : Math.floor((now.getTime() - Date.parse(observed)) / DAY_MS);
      const freshness: Freshness =
        ageDays === null ? 'not held' : ageDays > state.staleAfterDays ? 'stale' : 'fresh';
      return {
        id: state.id,
        title: state.title,
        authority: state.authority,
        effect: state.effect,
        url: state.url,
        licence: state.licence,
        readable: readable.has(state.id),
        accepted: accepted.length,
        waiting: state.snapshots.filter((snapshot) => snapshot.state === 'held').length,
        observed,
        ageDays,
        staleAfterDays: state.staleAfterDays,
        freshness,
        snapshots: state.snapshots,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const DAY_MS = 86_400_000;
