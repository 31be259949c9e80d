import type { Command } from 'commander';
import type { WithContext } from '../context.ts';
import { table } from '../terminal/table.ts';

/** `entente lists`: the lists it can read, the snapshots held, their age. */
export function listsCommand(root: Command, withContext: WithContext): void {
  root
    .command('lists')
    .description(
      'show the lists that can be read or are known by name: what is held of each, its age, and when it is due',
    )
    .addHelpText(
      'after',
      `
A list is due when its publisher may have changed it since it was last looked at, and stale when nobody looked for so
long that an answer should not rest on it. A failed attempt makes nothing fresher.

Example:
  $ entente lists --json`,
    )
    .action(async (_options: unknown, command: Command) => {
      const context = withContext(command);
      const { listRows } = await import('../../app/index.ts');
      const rows = await context.withStore(async (store) =>
        listRows(await store.lists(), context.io.now(), await store.files.latest()),
      );
      const { style, io } = context;
      context.answer({ lists: rows }, () => {
        const held = rows.filter((row) => row.snapshots.length > 0);
        const cells = held.map((row) => [
          style.strong(row.id),
          row.title,
          `${row.accepted} snapshot${row.accepted === 1 ? '' : 's'}`,
          `observed ${row.observed?.slice(0, 10) ?? 'never'}`,
          row.unchangedOn === null ? '' : `unchanged on ${row.unchangedOn.slice(0, 10)}`,
          row.ageDays === null ? '' : ageText(row.ageDays),
          row.freshness === 'stale'
            ? style.warn('stale')
            : row.freshness === 'fresh'
              ? style.good('fresh')
              : style.bad(row.freshness),
          row.nextDue === null ? '' : row.due ? style.warn('due now') : `due ${row.nextDue}`,
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
        const failures = rows.flatMap(({ id, lastAttempt }) =>
          lastAttempt === null || lastAttempt.failure === null
            ? []
            : [`  ${id} on ${lastAttempt.at}: ${style.foreign(lastAttempt.failure.reason)}\n`],
        );
        return [
          held.length === 0 ? 'No list is held yet.\n' : table(io, cells),
          waiting.length > 0
            ? `\n${waiting.join('')}  decide with: entente accept|reject <list> <observed> --note <why>\n`
            : '',
          failures.length > 0 ? `\nThe last attempt to fetch failed:\n${failures.join('')}` : '',
          others.length > 0
            ? `\nCan be read, none held ("entente update" fetches them): ${others.map((row) => row.id).join(', ')}\n`
            : '',
          named.length > 0
            ? `Known only from the starter record: ${named.map((row) => row.id).join(', ')}\n`
            : '',
        ].join('');
      });
    });
}

function ageText(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
