import type { Db } from '../dialect.ts';
import { type Account, accountOf } from './account.ts';
import { isPassword } from './password.ts';
import { sha256 } from './secret.ts';

/** What somebody shows to sign in. */
export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** The one-time code; `null` where none was given. */
  readonly code: string | null;
}

/**
 * How an attempt ended. `wrong` never says what was wrong; `locked` comes for names with and without an account
 * alike.
 */
export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly account: Account }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly seconds: number };

/** Reads the time step of a one-time code; `null` when the code is not valid now. */
export type CodeStep = (secret: string, code: string, now: Date) => number | null;

/** So many failures are forgiven; each further one doubles the wait. */
const FREE = 5;
const LONGEST_WAIT_S = 900;
const FORGET_MS = 24 * 3600_000;

/** How the writer's transaction is held, so that attempts at the same time are counted one by one. */
export type Write = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** Checks name, password and code. It takes as long for a name without account as for one with. */
export async function signIn(
  db: Db,
  write: Write,
  given: SignIn,
  codeStep: CodeStep,
  now: Date,
): Promise<SignInOutcome> {
  const name = given.name.trim().toLowerCase();
  const nameHash = sha256(name);
  // Counted before it is checked, so that a hundred guesses at once are a hundred failures.
  const seconds = await write((held) => countAttempt(held, nameHash, now));
  if (seconds > 0) return { outcome: 'locked', seconds };
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const right = await isPassword(given.password, row?.password ?? null);
  if (!right || row === undefined) return { outcome: 'wrong' };
  const step = row.totp === null ? null : codeStep(row.totp, given.code ?? '', now);
  if (row.totp !== null && step === null) return { outcome: 'wrong' };
  const fresh = await write(async (held) => {
    if (step !== null) {
      const used = await held
        .updateTable('account')
        .set({ totp_step: step })
        .where('id', '=', row.id)
        .where((at) => at.or([at('totp_step', 'is', null), at('totp_step', '<', step)]))
        .executeTakeFirst();
      if (used.numUpdatedRows === 0n) return false;
    }
    await held.deleteFrom('sign_in_failure').where('name_hash', '=', nameHash).execute();
    return true;
  });
  return fresh ? { outcome: 'signed-in', account: accountOf(row) } : { outcome: 'wrong' };
}

/** Counts one attempt; the seconds to wait when the name is locked, else 0. */
async function countAttempt(db: Db, nameHash: string, now: Date): Promise<number> {
  const forget = new Date(now.getTime() - FORGET_MS).toISOString();
  await db.deleteFrom('sign_in_failure').where('locked_until', '<', forget).execute();
  const row = await db
    .selectFrom('sign_in_failure')
    .selectAll()
    .where('name_hash', '=', nameHash)
    .executeTakeFirst();
  const wait = Date.parse(row?.locked_until ?? '') - now.getTime();
  if (wait > 0) return Math.ceil(wait / 1000);
  const failures = (row?.failures ?? 0) + 1;
  const locked = failures < FREE ? 0 : Math.min(2 ** (failures - FREE), LONGEST_WAIT_S);
  const values = {
    failures,
    locked_until: new Date(now.getTime() + locked * 1000).toISOString(),
  };
  await db
    .insertInto('sign_in_failure')
    .values({ name_hash: nameHash, ...values })
    .onConflict((conflict) => conflict.column('name_hash').doUpdateSet(values))
    .execute();
  return 0;
}
