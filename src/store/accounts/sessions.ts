import { timingSafeEqual } from 'node:crypto';
import type { Db } from '../dialect.ts';
import { type Account, accountOf } from './account.ts';
import { randomSecret, sha256 } from './secret.ts';

/** A session ends after so long in any case, and after so long without a request. */
export const SESSION_HOURS = 12;
const IDLE_MINUTES = 60;
/** How stale `seen_at` may get: a write for every request would be a write for every read. */
const SEEN_EVERY_MINUTES = 5;
const TOKEN = 40;
const FORM = /^[A-Z2-7]{40}$/;

/** A session that was opened. The token is given this once and kept as a hash. */
export interface OpenedSession {
  readonly token: string;
  readonly csrf: string;
  readonly expiresAt: string;
}

/** A session that is valid. */
export interface Session {
  readonly account: Account;
  readonly expiresAt: string;
  /** The token of the header, for the page that holds the session. */
  readonly csrf: string;
  /** Whether a token from the header is the session's own. */
  readonly hasCsrf: (token: string) => boolean;
  /** Whether `touchSession` is due. */
  readonly stale: boolean;
}

/** Opens a session with tokens drawn now, whatever the caller had before, so that none can be planted. */
export async function openSession(db: Db, accountId: string, now: string): Promise<OpenedSession> {
  const token = randomSecret(TOKEN);
  const expiresAt = after(now, SESSION_HOURS * 60);
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await db
    .insertInto('session')
    .values({
      hash: sha256(token),
      account_id: accountId,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, csrf: csrfOf(token), expiresAt };
}

/** The session of a token, when it is valid at that moment and its account is not disabled; else `null`. */
export async function sessionOf(db: Db, token: string, now: string): Promise<Session | null> {
  if (!FORM.test(token)) return null;
  const row = await db.selectFrom('session').selectAll().where('hash', '=', sha256(token)).executeTakeFirst();
  if (row === undefined || row.expires_at <= now || after(row.seen_at, IDLE_MINUTES) <= now) return null;
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', row.account_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) return null;
  const csrf = csrfOf(token);
  return {
    account: accountOf(account),
    expiresAt: row.expires_at,
    csrf,
    hasCsrf: (given) => timingSafeEqual(Buffer.from(sha256(given), 'hex'), Buffer.from(sha256(csrf), 'hex')),
    stale: after(row.seen_at, SEEN_EVERY_MINUTES) <= now,
  };
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, token: string, now: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('hash', '=', sha256(token)).execute();
}

/** The token of the header that goes with a session: it follows from the session's own, and not the other way. */
function csrfOf(token: string): string {
  return sha256(`csrf ${token}`);
}

/** Ends one session. */
export async function closeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', sha256(token)).execute();
}

/** Ends every session of an account. */
export async function closeSessionsOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
}

function after(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}
