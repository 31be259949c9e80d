import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { clearanceOf, PURPOSES, parseTlp, ROLE_ACTIONS, ROLES, TLP } from '../../policy/index.ts';
import { type Account, totpUri } from '../../store/index.ts';
import type { Context, WithContext } from '../context.ts';
import { enterAct } from '../enter-act.ts';
import { cliError } from '../errors.ts';
import { table } from '../terminal/table.ts';

interface Cleared {
  readonly role?: readonly string[];
  readonly tlp?: string;
  readonly organisation?: string;
  readonly clientOf?: readonly string[];
  readonly state?: string;
  readonly caveat?: readonly string[];
  readonly purpose?: readonly string[];
  readonly passwordStdin?: boolean;
}

/** `entente user`: who may ask. With the first account the server is open no more. */
export function userCommand(root: Command, withContext: WithContext): void {
  const user = root
    .command('user')
    .description('keep the accounts of people and programs that may ask the server')
    .addHelpText(
      'after',
      `
Roles, which add up:
${ROLES.map((role) => `  ${role.padEnd(9)} ${ROLE_ACTIONS[role].join(', ')}`).join('\n')}

With the first account the server asks everybody for a key or a session.

Examples:
  $ entente user add amina --role analyst --password-stdin < password.txt
  $ entente user add nightly-batch --role reader
  $ entente key add nightly-batch --label "core banking" --scope screen --days 90`,
    );

  const add = user
    .command('add')
    .description('make an account; without a password it asks by key only')
    .argument('<name>', 'letters, digits and . _ @ -')
    .action(async (name: string, options: Cleared, command: Command) => {
      const context = withContext(command);
      const password = await passwordFrom(context, options);
      const account = await context.withStore(async (store) => {
        const made = await store.accounts.add({
          name,
          roles: options.role ?? [],
          clearance: clearanceFrom(options),
          password: password ?? null,
          by: userInfo().username,
          now: context.io.now().toISOString(),
        });
        await enterAct(context.io.now(), store, 'administer', {
          user: 'add',
          id: made.id,
          roles: made.roles,
        });
        return made;
      });
      context.answer(publicly(account), () => `${account.name} (${account.id}) may ${mayOf(account)}\n`);
    });
  const change = user
    .command('change')
    .description("change an account's roles, clearance or password; its sessions end")
    .argument('<name>', 'the account')
    .option('--enable', 'let a disabled account ask again')
    .action(async (name: string, options: Cleared & { enable?: boolean }, command: Command) => {
      const context = withContext(command);
      const password = await passwordFrom(context, options);
      const account = await context.withStore(async (store) => {
        const before = await store.accounts.get(name);
        const changed = await store.accounts.change(name, {
          ...(options.role === undefined ? {} : { roles: options.role }),
          clearance: { ...before.clearance, ...clearanceFrom(options) },
          ...(password === undefined ? {} : { password }),
          ...(options.enable === true ? { disabledAt: null } : {}),
        });
        await enterAct(context.io.now(), store, 'administer', {
          user: 'change',
          id: changed.id,
          roles: changed.roles,
          password: password !== undefined,
        });
        return changed;
      });
      context.answer(publicly(account), () => `${account.name} may ${mayOf(account)}\n`);
    });
  for (const command of [add, change]) addClearanceOptions(command);

  user
    .command('list')
    .description('show the accounts')
    .action(async (_options: object, command: Command) => {
      const context = withContext(command);
      const accounts = await context.withStore((store) => store.accounts.list());
      context.answer({ accounts: accounts.map(publicly) }, () =>
        accounts.length === 0
          ? 'No accounts: the server runs open, on this machine only. "entente user add" makes the first.\n'
          : table(context.io, [
              ['name', 'roles', 'clearance', 'signs in by', ''],
              ...accounts.map((account) => [
                account.name,
                account.roles.join(', '),
                clearanceOf(account.clearance).tlp,
                [
                  account.hasPassword ? `password${account.hasTotp ? ' and code' : ''}` : '',
                  account.hasPassword ? '' : 'key only',
                ].join(''),
                account.disabledAt === null ? '' : `disabled ${account.disabledAt.slice(0, 10)}`,
              ]),
            ]),
      );
    });
  user
    .command('revoke')
    .description('disable an account: its sessions end and its keys are void; nothing of it is deleted')
    .argument('<name>', 'the account')
    .action(async (name: string, _options: object, command: Command) => {
      const context = withContext(command);
      const account = await context.withStore(async (store) => {
        const revoked = await store.accounts.change(name, { disabledAt: context.io.now().toISOString() });
        await enterAct(context.io.now(), store, 'administer', { user: 'revoke', id: revoked.id });
        return revoked;
      });
      context.answer(publicly(account), () => `${account.name} may ask nothing any more\n`);
    });
  user
    .command('totp')
    .description(
      'set a one-time code (TOTP) as second factor; the link is shown once, for an authenticator app',
    )
    .argument('<name>', 'the account')
    .option('--off', 'take it off')
    .action(async (name: string, options: { off?: boolean }, command: Command) => {
      const context = withContext(command);
      const uri = await context.withStore(async (store) => {
        const account = await store.accounts.get(name);
        const secret = options.off === true ? null : await store.accounts.newTotp(name);
        if (secret === null) await store.accounts.change(name, { totp: null });
        await enterAct(context.io.now(), store, 'administer', {
          user: 'totp',
          id: account.id,
          on: secret !== null,
        });
        return secret === null ? null : totpUri(account.name, secret);
      });
      context.answer({ name, uri }, () =>
        uri === null ? `${name} signs in by password alone\n` : `${uri}\n`,
      );
    });
}

function addClearanceOptions(command: Command): void {
  command
    .addOption(new Option('--role <role...>', 'what the account may do').choices([...ROLES]))
    .option('--tlp <level>', `the strictest level it may see: ${TLP.join(', ')}`, level)
    .option('--organisation <id>', 'the organisation it belongs to')
    .option('--client-of <id...>', 'organisations whose client it is')
    .option('--state <code>', 'the state it acts for (ISO 3166-1 alpha-2)', state)
    .option('--caveat <id...>', 'handling caveats it has undertaken to keep')
    .addOption(new Option('--purpose <purpose...>', 'purposes it may ask for').choices([...PURPOSES]))
    .option('--password-stdin', 'read the password from standard input');
}

function clearanceFrom(options: Cleared): Readonly<Record<string, unknown>> {
  const { tlp, organisation, clientOf, state: acting, caveat, purpose } = options;
  return Object.fromEntries(
    Object.entries({
      tlp,
      organisation,
      clientOf,
      state: acting,
      caveats: caveat,
      purposes: purpose,
    }).filter(([, value]) => value !== undefined),
  );
}

const LONGEST_INPUT = 4096;

async function passwordFrom(context: Context, { passwordStdin }: Cleared): Promise<string | undefined> {
  if (passwordStdin !== true) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.io.stdin()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > LONGEST_INPUT) throw cliError('ENT_USAGE', { why: 'the password is too long' });
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

function mayOf({ roles }: Account): string {
  const actions = ROLES.filter((role) => roles.includes(role)).flatMap((role) => ROLE_ACTIONS[role]);
  return actions.length === 0 ? 'ask nothing yet; give it a --role' : [...new Set(actions)].join(', ');
}

function publicly({ id, name, roles, clearance, hasPassword, hasTotp, disabledAt }: Account) {
  return { id, name, roles, clearance: clearanceOf(clearance), hasPassword, hasTotp, disabledAt };
}

function level(text: string): string {
  const tlp = parseTlp(text);
  if (tlp === null) throw new InvalidArgumentError(`give one of ${TLP.join(', ')}.`);
  return tlp;
}

function state(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new InvalidArgumentError('give a two-letter code.');
  return text.toUpperCase();
}
