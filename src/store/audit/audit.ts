import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { newId } from '../accounts/secret.ts';
import type { Db } from '../dialect.ts';
import type { Ledger } from '../ledger.ts';
import { type Checkpoint, keyId, readCheckpoint, signCheckpoint } from './checkpoint.ts';
import {
  type AuditBasis,
  type AuditEntry,
  type AuditEvent,
  type AuditReceipt,
  type EntryText,
  entryText,
  GENESIS,
  hashText,
} from './entry.ts';
import { auditError } from './errors.ts';
import { signHandover } from './handover.ts';
import { publicKey, replaceKey, signingKey, signingKeyPath } from './signing-key.ts';
import { type AuditReport, verifyChain } from './verify.ts';

/** Which entries to list; what is left out does not narrow. */
export interface AuditQuery {
  /** From this moment on, and before that one. */
  readonly from?: string;
  readonly to?: string;
  /** An account's id. */
  readonly subject?: string;
  readonly action?: string;
  readonly verdict?: 'permit' | 'deny';
  /** Entries before this place, for the next page. */
  readonly before?: number;
  readonly limit: number;
}

interface Waiting {
  readonly event: AuditEvent;
  readonly durable: boolean;
  readonly done: (receipt: AuditReceipt) => void;
  readonly failed: (error: unknown) => void;
}

/** A checkpoint is signed at every so many entries, and when the log is closed. */
const CHECKPOINT_EVERY = 1000;
const ENTRY_COLUMNS = ['seq', 'id', 'at', 'subject', 'action', 'verdict', 'body', 'hash'];

/**
 * The audit log: who asked what, when, against what, and what was answered or denied. It is only ever added to;
 * each entry states the hash of the one before. What comes in while a write is under way is written together
 * with it next, so that a thousand entries a second cost a few dozen writes.
 */
export class Audit {
  readonly #ledger: Ledger;
  readonly #keyPath: string | undefined;
  #key: { readonly key: KeyObject; readonly of: string } | null = null;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | null = null;
  #signedTo = -1;
  /** What was hashed and is kept already: thousands of answers rest on the same object. */
  readonly #keptBases = new WeakMap<AuditBasis, string>();

  constructor(ledger: Ledger, options: { readonly key?: string | undefined } = {}) {
    this.#ledger = ledger;
    this.#keyPath = options.key;
  }

  /**
   * Enters one event; the promise is kept once it is written, and nothing should be answered before. With
   * `durable` it then survives the machine's power failing, else the end of the process. Rejects when it could
   * not be written: the caller then answers nothing.
   */
  append(event: AuditEvent, options: { readonly durable?: boolean } = {}): Promise<AuditReceipt> {
    return new Promise((done, failed) => {
      this.#waiting.push({ event, durable: options.durable === true, done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  /** Entries, newest first. */
  async list(query: AuditQuery): Promise<readonly AuditEntry[]> {
    if (!this.#ledger.exists()) return [];
    const { db } = await this.#ledger.open();
    let rows = db.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(query.limit);
    if (query.from !== undefined) rows = rows.where('at', '>=', query.from);
    if (query.to !== undefined) rows = rows.where('at', '<', query.to);
    if (query.subject !== undefined) rows = rows.where('subject', '=', query.subject);
    if (query.action !== undefined) rows = rows.where('action', '=', query.action);
    if (query.verdict !== undefined) rows = rows.where('verdict', '=', query.verdict);
    if (query.before !== undefined) rows = rows.where('seq', '<', query.before);
    return withBases(db, await rows.execute());
  }

  /** One entry. Throws `ENT_AUDIT_UNKNOWN`. */
  async get(id: string): Promise<AuditEntry> {
    const { db } = await this.#ledger.open();
    const rows = await db.selectFrom('audit_entry').selectAll().where('id', '=', id).execute();
    const [entry] = await withBases(db, rows);
    if (entry === undefined) throw auditError('ENT_AUDIT_UNKNOWN', { id });
    return entry;
  }

  /**
   * Checks the whole chain; see {@link verifyChain}. Trusts the signing key, or instead the public keys in the files
   * given; `kept` is a checkpoint note that was kept elsewhere. Throws `ENT_AUDIT_KEY`, `ENT_AUDIT_NOTE`.
   */
  async verify(
    options: { readonly publicKeys?: readonly string[]; readonly kept?: string | null } = {},
  ): Promise<AuditReport> {
    const paths = options.publicKeys ?? [];
    const trusted = paths.length > 0 ? paths.map(publicKey) : [createPublicKey(this.#signer())];
    const kept = options.kept ?? null;
    if (kept !== null && readCheckpoint(kept, trusted) === null)
      throw auditError('ENT_AUDIT_NOTE', { what: 'what was given' });
    const { db } = await this.#ledger.open();
    return verifyChain(db, trusted, kept);
  }

  /** Signs where the chain is now and gives the note, to be kept elsewhere; `null` when nothing was entered yet. */
  async checkpoint(now: string): Promise<string | null> {
    await this.#settled();
    if (!this.#ledger.exists()) return null;
    return this.#ledger.write((db) => this.#sign(db, now));
  }

  /** The public key that checks the checkpoints, in PEM, and its id. */
  publicKey(): { readonly id: string; readonly pem: string } {
    const key = createPublicKey(this.#signer());
    return { id: keyId(key), pem: key.export({ type: 'spki', format: 'pem' }).toString() };
  }

  /**
   * Lets another key sign from now on, and destroys the one before. Both sign that, so that whoever trusts one trusts
   * the other: the old one for what was entered until now. Gives the id and the public key, in PEM. Throws
   * `ENT_AUDIT_KEY`.
   */
  async changeKey({
    now,
    why,
  }: {
    readonly now: string;
    readonly why: string;
  }): Promise<{ readonly before: string; readonly id: string; readonly pem: string }> {
    await this.#settled();
    const { privateKey: next } = generateKeyPairSync('ed25519');
    const location = this.#ledger.beside;
    const path = signingKeyPath(location, this.#keyPath);
    const before = await this.#ledger.write(
      async (db) => {
        const signer = this.#signer();
        const { seq, hash } = await head(db);
        const held = await db
          .selectFrom('audit_key')
          .select((by) => by.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        const note = signHandover({ seq, hash, at: now, why }, signer, next);
        await db
          .insertInto('audit_key')
          .values({ number: Number(held.count) + 1, seq, at: now, note })
          .execute();
        // Inside of the write, so that no other process signs in between; what follows it cannot fail.
        if (path !== null) replaceKey(path, next);
        return keyId(createPublicKey(signer));
      },
      { durable: true },
    );
    this.#key = { key: next, of: path === null ? '' : fileState(path) };
    return { before, ...this.publicKey() };
  }

  /**
   * Takes away what was entered before a moment, and leaves a signed note of where it was cut so that the rest
   * still verifies. The newest entry always stays. Returns how many went.
   */
  async cut(before: string, { now, why }: { readonly now: string; readonly why: string }): Promise<number> {
    await this.#settled();
    const signer = this.#signer();
    return this.#ledger.write(
      async (db) => {
        const first = await db
          .selectFrom('audit_entry')
          .select('seq')
          .where('at', '>=', before)
          .orderBy('seq')
          .limit(1)
          .executeTakeFirst();
        const newest = await head(db);
        const to = Math.min((first?.seq ?? newest.seq) - 1, newest.seq - 1);
        const last = await db
          .selectFrom('audit_entry')
          .select(['seq', 'hash'])
          .where('seq', '=', to)
          .executeTakeFirst();
        if (last === undefined) return 0;
        await keep(db, { kind: 'cut', seq: last.seq, hash: last.hash, at: now, why }, signer);
        const gone = await db.deleteFrom('audit_entry').where('seq', '<=', last.seq).executeTakeFirst();
        return Number(gone.numDeletedRows);
      },
      { durable: true },
    );
  }

  /** Writes what still waits and signs the end. The ledger stays open; whoever opened it closes it. */
  async close(): Promise<void> {
    await this.#settled();
    // Only a log that was added to here is signed: reading must not write.
    if (this.#signedTo === -1) return;
    await this.#ledger.write((db) => this.#sign(db, new Date().toISOString()));
    this.#signedTo = -1;
  }

  async #settled(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing;
  }

  /** Writes batches until none waits. One runs at a time; an error is the waiting callers', never its own. */
  async #flush(): Promise<void> {
    // One turn of the loop later, so that what arrives together is written together.
    await new Promise((next) => setImmediate(next));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const receipts = await this.#write(batch);
        for (const [i, receipt] of receipts.entries()) batch[i]?.done(receipt);
      } catch (error) {
        for (const waiting of batch) waiting.failed(error);
      }
    }
    this.#flushing = null;
  }

  async #write(batch: readonly Waiting[]): Promise<readonly AuditReceipt[]> {
    const ledger = await this.#ledger.open();
    const bases = new Map<AuditBasis, string>();
    const receipts = await this.#ledger.write(
      async (db) => {
        let { seq, hash } = await head(db);
        const rows = batch.map(({ event }) => {
          const basis =
            event.basis === null ? null : (this.#keptBases.get(event.basis) ?? hashOf(event.basis, bases));
          const [id, prev] = [newId('aud'), hash];
          seq += 1;
          const body = entryText(event, { seq, id, prev }, basis);
          hash = hashText(body);
          return [seq, id, event.at, event.subject.id, event.action, event.verdict, body, hash] as const;
        });
        await keepBases(db, bases);
        await ledger.insertMany(db, 'audit_entry', ENTRY_COLUMNS, rows);
        const before = seq - rows.length;
        if (this.#signedTo === -1) this.#signedTo = before;
        if (Math.floor(seq / CHECKPOINT_EVERY) > Math.floor(before / CHECKPOINT_EVERY))
          await this.#sign(db, batch.at(-1)?.event.at ?? '');
        return rows.map(([place, id, , , , , , own]) => ({ seq: place, id, hash: own }));
      },
      { durable: batch.some(({ durable }) => durable) },
    );
    for (const [basis, hash] of bases) this.#keptBases.set(basis, hash);
    return receipts;
  }

  async #sign(db: Db, at: string): Promise<string | null> {
    const { seq, hash } = await head(db);
    if (seq === 0) return null;
    const held = await db
      .selectFrom('audit_checkpoint')
      .select('note')
      .where('seq', '=', seq)
      .where('kind', '=', 'regular')
      .executeTakeFirst();
    return held?.note ?? keep(db, { kind: 'regular', seq, hash, at, why: '' }, this.#signer());
  }

  /** The key that signs, read again when its file is another: another process may have changed it. */
  #signer(): KeyObject {
    const location = this.#ledger.beside;
    const path = signingKeyPath(location, this.#keyPath);
    const of = path === null ? '' : fileState(path);
    if (this.#key === null || this.#key.of !== of) {
      const key = signingKey(location, this.#keyPath);
      this.#key = { key, of: path === null ? '' : fileState(path) };
    }
    return this.#key.key;
  }
}

/** Tells one state of a file from another. */
function fileState(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.ino} ${file.mtimeMs} ${file.mode}`;
}

/** The newest entry; with all entries cut away there is still the one that a cut leaves. */
async function head(db: Db): Promise<{ readonly seq: number; readonly hash: string }> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS };
}

async function keep(db: Db, checkpoint: Checkpoint, key: KeyObject): Promise<string> {
  const note = signCheckpoint(checkpoint, key);
  const { seq, kind, at } = checkpoint;
  await db
    .insertInto('audit_checkpoint')
    .values({ seq, kind, at, note })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return note;
}

/** The hash of what an answer rests on; the same object is hashed once a batch. */
function hashOf(basis: AuditBasis, known: Map<AuditBasis, string>): string {
  const held = known.get(basis);
  if (held !== undefined) return held;
  const hash = hashText(JSON.stringify(basis));
  known.set(basis, hash);
  return hash;
}

async function keepBases(db: Db, bases: ReadonlyMap<AuditBasis, string>): Promise<void> {
  for (const [basis, hash] of bases) {
    await db
      .insertInto('audit_basis')
      .values({ hash, body: JSON.stringify(basis) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function withBases(
  db: Db,
  rows: readonly { readonly body: string; readonly hash: string }[],
): Promise<readonly AuditEntry[]> {
  const texts = rows.map((row) => ({ text: JSON.parse(row.body) as EntryText, hash: row.hash }));
  const wanted = [...new Set(texts.flatMap(({ text }) => text.basis ?? []))];
  const bases = new Map<string, AuditBasis>();
  if (wanted.length > 0) {
    for (const { hash, body } of await db
      .selectFrom('audit_basis')
      .selectAll()
      .where('hash', 'in', wanted)
      .execute())
      bases.set(hash, JSON.parse(body));
  }
  return texts.map(({ text: { v, prev, basis, ...entry }, hash }) => ({
    ...entry,
    basis: basis === null ? null : (bases.get(basis) ?? null),
    hash,
  }));
}
