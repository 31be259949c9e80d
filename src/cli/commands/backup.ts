import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { besideOf, isPostgres, Store } from '../../store/index.ts';
import type { WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { VERSION } from '../version.ts';

const STORE = 'record.db';
const LEDGER = 'record.db.ledger';
const KEY = 'record.db.audit-key';
const ABOUT = 'backup.json';

/** `entente backup` and `entente restore`: the store, its accounts and its audit log, while others go on using them. */
export function backupCommands(root: Command, withContext: WithContext): void {
  root
    .command('backup')
    .description(
      'copy the store, its accounts and its audit log as they stand, while others go on using them',
    )
    .argument('<folder>', 'a folder that is not there yet')
    .option(
      '--with-audit-key',
      'copy the key that signs the audit log, too: keep such a backup as secret as the key',
    )
    .addHelpText('after', '\nExample:\n  $ entente backup /var/backups/entente/2026-11-24')
    .action(async (folder: string, options: { withAuditKey?: boolean }, command: Command) => {
      const context = withContext(command);
      if (existsSync(folder)) throw cliError('ENT_BACKUP', { why: `${folder} is there already` });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const about = await context.withStore(async (store) => {
        const stamp = await store.stamp();
        // The ledger first: an entry of it may tell of a load that the copy then has too, and never the other way.
        const ledger = await store.copyLedgerTo(join(folder, LEDGER));
        await store.copyTo(join(folder, STORE));
        return { version: VERSION, made: context.io.now().toISOString(), stamp, ledger };
      });
      const key = `${besideOf(context.location)}.audit-key`;
      const withKey = options.withAuditKey === true && existsSync(key);
      if (withKey) copySecret(key, join(folder, KEY));
      writeFileSync(join(folder, ABOUT), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 });
      const copy = await Store.open(join(folder, STORE), { mustExist: true });
      const { faults } = await copy.verify().finally(() => copy.close());
      if (faults.length > 0) context.fail();
      context.answer({ folder, ...about, auditKey: withKey, faults }, () =>
        faults.length > 0
          ? `${folder}: the copy has ${faults.length} faults; run "entente verify" on the store\n`
          : `${folder}: the store${about.ledger ? ', accounts and audit log' : ''} as of ${about.made}, checked\n`,
      );
    });

  root
    .command('restore')
    .description('put a backup in the place of a store that is not there')
    .argument('<folder>', 'what "entente backup" made')
    .addHelpText(
      'after',
      '\nExample:\n  $ entente restore /var/backups/entente/2026-11-24 --store /var/lib/entente/record.db',
    )
    .action(async (folder: string, _options: object, command: Command) => {
      const context = withContext(command);
      const { location } = context;
      if (isPostgres(location))
        throw cliError('ENT_BACKUP', {
          why: 'a backup is restored into a file; into PostgreSQL, restore what pg_dump made of it',
        });
      if (!existsSync(join(folder, STORE))) {
        throw cliError('ENT_BACKUP', { why: `${folder} holds no backup (${STORE} is not there)` });
      }
      for (const path of [location, `${location}.ledger`]) {
        if (existsSync(path)) {
          throw cliError('ENT_BACKUP', {
            why: `${path} is there; move it away first, nothing is written over`,
          });
        }
      }
      copyFileSync(join(folder, STORE), location);
      const ledger = existsSync(join(folder, LEDGER));
      if (ledger) copySecret(join(folder, LEDGER), `${location}.ledger`);
      const key = existsSync(join(folder, KEY)) && !existsSync(`${location}.audit-key`);
      if (key) copySecret(join(folder, KEY), `${location}.audit-key`);
      const { faults } = await context.withStore((store) => store.verify());
      if (faults.length > 0) context.fail();
      const about = existsSync(join(folder, ABOUT))
        ? JSON.parse(readFileSync(join(folder, ABOUT), 'utf8'))
        : {};
      context.answer({ store: location, ledger, auditKey: key, made: about.made ?? null, faults }, () =>
        faults.length > 0
          ? `${location}: restored, with ${faults.length} faults; "entente verify" names them\n`
          : `${location}: restored as of ${about.made ?? 'its backup'}, checked\n`,
      );
    });
}

function copySecret(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
