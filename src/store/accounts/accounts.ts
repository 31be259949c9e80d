import type { Db } from '../dialect.ts';
import type { Ledger } from '../ledger.ts';
import { type Account, accountName, accountOf, type Holder } from './account.ts';
import { accountError } from './errors.ts';
import { type ApiKey, addKey, holderOfKey, listKeys, type NewKey, revokeKey } from './keys.ts';
import { hashPassword } from './password.ts';
import { newId, randomSecret } from './secret.ts';
import {
  closeSession,
  closeSessionsOf,
  type OpenedSession,
  openSession,
  type Session,
  sessionOf,
  touchSession,
} from './sessions.ts';
import { type CodeStep, type SignIn, type SignInOutcome, signIn } from './sign-in.ts';
import type { AccountTable } from './tables.ts';

/** A new account. Without a password it signs in by key only. */
export interface NewAccount {
  readonly name: string;
  readonly roles: readonly string[];
  readonly clearance: Readonly<Record<string, unknown>>;
  readonly password: string | null;
  readonly by: string;
  readonly now: string;
}

/** What may be changed of an account; what is left out stays. */
export interface AccountChange {
  readonly roles?: readonly string[];
  readonly clearance?: Readonly<Record<string, unknown>>;
  readonly password?: string | null;
  readonly totp?: string | null;
  readonly disabledAt?: string | null;
}

/** People and programs that may ask, their keys and sessions. Nothing secret leaves it but once. */
export class Accounts {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Whether any account was ever made, disabled ones counted: from then on nothing is open. */
  async any(): Promise<boolean> {
    if (!this.#ledger.exists()) return false;
    const db = await this.#db();
    return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
  }

  /** Every account, by name. */
  async list(): Promise<readonly Account[]> {
    if (!this.#ledger.exists()) return [];
    const db = await this.#db();
    return (await db.selectFrom('account').selectAll().orderBy('name').execute()).map(accountOf);
  }

  /** One account by name. Throws `ENT_ACCOUNT_UNKNOWN`. */
  async get(name: string): Promise<Account> {
    return accountOf(await this.#row(name));
  }

  /** Makes an account. Throws `ENT_ACCOUNT_EXISTS`, `ENT_ACCOUNT_NAME`, `ENT_ACCOUNT_PASSWORD`. */
  async add(account: NewAccount): Promise<Account> {
    const name = accountName(account.name);
    const row: AccountTable = {
      id: newId('usr'),
      name,
      roles: JSON.stringify(account.roles),
      clearance: JSON.stringify(account.clearance),
      password: account.password === null ? null : await hashPassword(account.password),
      totp: null,
      totp_step: null,
      created_at: account.now,
      created_by: account.by,
      disabled_at: null,
    };
    await this.#write(async (db) => {
      const held = await db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst();
      if (held !== undefined) throw accountError('ENT_ACCOUNT_EXISTS', { name });
      await db.insertInto('account').values(row).execute();
    });
    return accountOf(row);
  }

  /** Changes an account and ends its sessions, since what they rest on has changed. */
  async change(name: string, change: AccountChange): Promise<Account> {
    const { id } = await this.#row(name);
    const password =
      change.password === undefined || change.password === null
        ? change.password
        : await hashPassword(change.password);
    const set: Partial<AccountTable> = {
      ...(change.roles === undefined ? {} : { roles: JSON.stringify(change.roles) }),
      ...(change.clearance === undefined ? {} : { clearance: JSON.stringify(change.clearance) }),
      ...(password === undefined ? {} : { password }),
      ...(change.totp === undefined ? {} : { totp: change.totp, totp_step: null }),
      ...(change.disabledAt === undefined ? {} : { disabled_at: change.disabledAt }),
    };
    await this.#write(async (db) => {
      await db.updateTable('account').set(set).where('id', '=', id).execute();
      await closeSessionsOf(db, id);
    });
    return this.get(name);
  }

  /** Sets a new second factor and gives its secret, in base 32, this once. */
  async newTotp(name: string): Promise<string> {
    const secret = randomSecret(32);
    await this.change(name, { totp: secret });
    return secret;
  }

  /** Checks name, password and code; see {@link signIn}. Opening a session is the caller's next step. */
  async signIn(given: SignIn, codeStep: CodeStep, now: Date): Promise<SignInOutcome> {
    return signIn(await this.#db(), (work) => this.#write(work), given, codeStep, now);
  }

  /** Opens a session for an account that has signed in. */
  openSession(accountId: string, now: string): Promise<OpenedSession> {
    return this.#write((db) => openSession(db, accountId, now));
  }

  /** The session of a cookie's token, or `null`; notes now and then that it is in use. */
  async session(token: string, now: string): Promise<Session | null> {
    const session = await sessionOf(await this.#db(), token, now);
    if (session?.stale === true) await this.#write((db) => touchSession(db, token, now));
    return session;
  }

  /** Ends one session. */
  closeSession(token: string): Promise<void> {
    return this.#write((db) => closeSession(db, token));
  }

  /** Makes a key for an account; its text is given this once. Throws `ENT_ACCOUNT_UNKNOWN`. */
  async addKey(name: string, key: NewKey): Promise<{ readonly id: string; readonly secret: string }> {
    const { id } = await this.#row(name);
    return this.#write((db) => addKey(db, id, key));
  }

  /** The keys of one account, or of all. */
  async keys(name: string | null = null): Promise<readonly ApiKey[]> {
    if (name === null && !this.#ledger.exists()) return [];
    return listKeys(await this.#db(), name === null ? null : (await this.#row(name)).id);
  }

  /** Ends a key. Throws `ENT_KEY_UNKNOWN`. */
  revokeKey(id: string, at: string): Promise<void> {
    return this.#write((db) => revokeKey(db, id, at));
  }

  /**
   * Replaces a key by a new one with the same account, label, scopes and expiry; the old one stays valid until
   * `until`, so that its user can change over. Throws `ENT_KEY_UNKNOWN`.
   */
  async rotateKey(
    id: string,
    { until, by, now }: { readonly until: string; readonly by: string; readonly now: string },
  ): Promise<{ readonly id: string; readonly secret: string }> {
    return this.#write(async (db) => {
      const row = await db.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw accountError('ENT_KEY_UNKNOWN', { id });
      await revokeKey(db, id, until);
      return addKey(db, row.account_id, {
        label: row.label,
        scopes: row.scopes === null ? null : JSON.parse(row.scopes),
        expiresAt: row.expires_at,
        by,
        now,
      });
    });
  }

  /** Who holds a key; `null` for every text that is no valid key at that moment. */
  async holderOfKey(secret: string, now: string): Promise<Holder | null> {
    if (!this.#ledger.exists()) return null;
    return holderOfKey(await this.#db(), secret, now);
  }

  async #row(name: string): Promise<AccountTable> {
    const asked = name.trim().toLowerCase();
    const row = this.#ledger.exists()
      ? await (await this.#db())
          .selectFrom('account')
          .selectAll()
          .where('name', '=', asked)
          .executeTakeFirst()
      : undefined;
    if (row === undefined) throw accountError('ENT_ACCOUNT_UNKNOWN', { name });
    return row;
  }

  async #db(): Promise<Db> {
    return (await this.#ledger.open()).db;
  }

  #write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#ledger.write(work, { durable: true });
  }
}
