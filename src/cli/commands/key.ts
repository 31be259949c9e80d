import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ACTIONS } from '../../policy/index.ts';
import type { WithContext } from '../context.ts';
import { enterAct } from '../enter-act.ts';
import { table } from '../terminal/table.ts';

const DAY_MS = 24 * 3600_000;
const LONGEST_DAYS = 3650;

/** `entente key`: API keys of accounts, shown once and kept as hashes. */
export function keyCommand(root: Command, withContext: WithContext): void {
  const key = root
    .command('key')
    .description('keep API keys: for programs, and for "entente mcp"')
    .addHelpText(
      'after',
      `
A key is sent as "Authorization: Bearer <key>". It is shown once, when it is made, and kept as a hash.

Examples:
  $ entente key add nightly-batch --label "core banking" --scope screen --days 90
  $ entente key rotate key-abc… --overlap 7`,
    );

  key
    .command('add')
    .description('make a key for an account')
    .argument('<account>', 'the account it asks for')
    .requiredOption('--label <text>', 'where it is used')
    .addOption(
      new Option('--scope <action...>', 'narrow it to these actions (default: all of its roles)').choices([
        ...ACTIONS,
      ]),
    )
    .option('--days <n>', 'it ends after so many days', days, 365)
    .option('--no-expiry', 'it does not end by itself')
    .action(
      async (
        account: string,
        options: { label: string; scope?: string[]; days: number; expiry: boolean },
        command: Command,
      ) => {
        const context = withContext(command);
        const now = context.io.now();
        const expiresAt = options.expiry ? inDays(now, options.days) : null;
        const made = await context.withStore(async (store) => {
          const added = await store.accounts.addKey(account, {
            label: options.label,
            scopes: options.scope ?? null,
            expiresAt,
            by: userInfo().username,
            now: now.toISOString(),
          });
          await enterAct(context.io.now(), store, 'administer', {
            key: 'add',
            id: added.id,
            scopes: options.scope ?? null,
          });
          return added;
        });
        context.answer({ id: made.id, key: made.secret, account, expiresAt }, () => `${made.secret}\n`);
        context.note(
          `Key ${made.id} of ${account}${expiresAt === null ? '' : `, until ${expiresAt.slice(0, 10)}`}. It is shown this once.`,
        );
      },
    );

  key
    .command('list')
    .description('show the keys of an account, or of all')
    .argument('[account]', 'the account')
    .action(async (account: string | undefined, _options: object, command: Command) => {
      const context = withContext(command);
      const keys = await context.withStore((store) => store.accounts.keys(account ?? null));
      const now = context.io.now().toISOString();
      const stateOf = ({ revokedAt, expiresAt }: (typeof keys)[number]) => {
        if (revokedAt !== null)
          return `${revokedAt <= now ? 'revoked' : 'valid until'} ${revokedAt.slice(0, 10)}`;
        if (expiresAt === null) return 'no end';
        return `${expiresAt <= now ? 'expired' : 'until'} ${expiresAt.slice(0, 10)}`;
      };
      context.answer({ keys }, () =>
        keys.length === 0
          ? 'No keys. "entente key add" makes one.\n'
          : table(context.io, [
              ['key', 'account', 'label', 'scopes', ''],
              ...keys.map((each) => [
                each.id,
                each.account,
                each.label,
                each.scopes?.join(', ') ?? 'all',
                stateOf(each),
              ]),
            ]),
      );
    });

  key
    .command('revoke')
    .description('end a key now')
    .argument('<key>', 'its id (key-…)')
    .action(async (id: string, _options: object, command: Command) => {
      const context = withContext(command);
      await context.withStore(async (store) => {
        await store.accounts.revokeKey(id, context.io.now().toISOString());
        await enterAct(context.io.now(), store, 'administer', { key: 'revoke', id });
      });
      context.answer({ id, revoked: true }, () => `${id} is void\n`);
    });

  key
    .command('rotate')
    .description('make a new key in place of one, which stays valid a while so that its user can change over')
    .argument('<key>', 'its id (key-…)')
    .option('--overlap <days>', 'how long both are valid', days, 7)
    .action(async (id: string, options: { overlap: number }, command: Command) => {
      const context = withContext(command);
      const now = context.io.now();
      const until = inDays(now, options.overlap);
      const made = await context.withStore(async (store) => {
        const by = userInfo().username;
        const fresh = await store.accounts.rotateKey(id, { until, by, now: now.toISOString() });
        await enterAct(context.io.now(), store, 'administer', { key: 'rotate', id, to: fresh.id });
        return fresh;
      });
      context.answer({ id: made.id, key: made.secret, replaces: id, until }, () => `${made.secret}\n`);
      context.note(`Key ${made.id} replaces ${id}, which ends on ${until.slice(0, 10)}.`);
    });
}

function inDays(now: Date, count: number): string {
  return new Date(now.getTime() + count * DAY_MS).toISOString();
}

function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > LONGEST_DAYS)
    throw new InvalidArgumentError(`give a whole number of days, ${LONGEST_DAYS} at most.`);
  return value;
}
