import { timingSafeEqual } from 'node:crypto';
import type { Db } from '../dialect.ts';
import { accountOf, type Holder } from './account.ts';
import { accountError } from './errors.ts';
import { newId, randomSecret, sha256 } from './secret.ts';
import type { ApiKeyTable } from './tables.ts';

/** An API key as it may be shown: all but the key. */
export interface ApiKey {
  readonly id: string;
  readonly account: string;
  readonly label: string;
  readonly scopes: readonly string[] | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** What a new key is to be. */
export interface NewKey {
  readonly label: string;
  readonly scopes: readonly string[] | null;
  readonly expiresAt: string | null;
  readonly by: string;
  readonly now: string;
}

/** 160 random bits, after the id by which the key is found. */
const SECRET = 32;
const FORM = /^ent_([a-z2-7]{16})_[A-Z2-7]{32}$/;

/** Makes a key. The text of it is given this once and not kept. */
export async function addKey(
  db: Db,
  accountId: string,
  key: NewKey,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = newId('key');
  const secret = `ent_${id.slice(4)}_${randomSecret(SECRET)}`;
  await db
    .insertInto('api_key')
    .values({
      id,
      account_id: accountId,
      label: key.label,
      hash: sha256(secret),
      scopes: key.scopes === null ? null : JSON.stringify(key.scopes),
      created_at: key.now,
      created_by: key.by,
      expires_at: key.expiresAt,
      revoked_at: null,
    })
    .execute();
  return { id, secret };
}

/** Ends a key at a moment; one that has ended already keeps its own end. Throws `ENT_KEY_UNKNOWN`. */
export async function revokeKey(db: Db, id: string, at: string): Promise<void> {
  const row = await db.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw accountError('ENT_KEY_UNKNOWN', { id });
  if (row.revoked_at !== null && row.revoked_at <= at) return;
  await db.updateTable('api_key').set({ revoked_at: at }).where('id', '=', id).execute();
}

/** The keys of one account, or of all, oldest first. */
export async function listKeys(db: Db, accountId: string | null): Promise<readonly ApiKey[]> {
  let query = db
    .selectFrom('api_key')
    .innerJoin('account', 'account.id', 'api_key.account_id')
    .selectAll('api_key')
    .select('account.name as account_name')
    .orderBy('api_key.created_at')
    .orderBy('api_key.id');
  if (accountId !== null) query = query.where('account_id', '=', accountId);
  return (await query.execute()).map((row) => ({ ...keyOf(row), account: row.account_name }));
}

/** Who holds a key that is valid at a moment; `null` for every other text, without saying why. */
export async function holderOfKey(db: Db, secret: string, now: string): Promise<Holder | null> {
  const id = FORM.exec(secret)?.[1];
  if (id === undefined) return null;
  const row = await db.selectFrom('api_key').selectAll().where('id', '=', `key-${id}`).executeTakeFirst();
  const given = Buffer.from(sha256(secret), 'hex');
  const held = Buffer.from(row?.hash ?? sha256(''), 'hex');
  if (!timingSafeEqual(given, held) || row === undefined) return null;
  if (row.revoked_at !== null && row.revoked_at <= now) return null;
  if (row.expires_at !== null && row.expires_at <= now) return null;
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', row.account_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) return null;
  return { account: accountOf(account), key: row.id, scopes: keyOf(row).scopes };
}

function keyOf(row: ApiKeyTable): Omit<ApiKey, 'account'> {
  return {
    id: row.id,
    label: row.label,
    scopes: row.scopes === null ? null : JSON.parse(row.scopes),
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
