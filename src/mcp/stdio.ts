import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { markedNow, recordBasis } from '../app/index.ts';
import { NOW } from '../kernel/index.ts';
import { LOCAL, type Subject, subjectOf } from '../policy/index.ts';
import { Screener, type ScreenScope } from '../screening/index.ts';
import type { Store } from '../store/index.ts';
import type { Desk, DeskRecord } from './desk.ts';
import { mcpError } from './errors.ts';
import { makeMcpServer } from './make-server.ts';

/** How tools are served over standard input and output. */
export interface StdioOptions {
  readonly store: Store;
  /** An API key; needed as soon as the store has accounts. */
  readonly key: string | null;
  readonly now: () => Date;
  readonly version: string;
}

/**
 * Serves the tools over standard input and output until the client hangs up. Without accounts the caller is the
 * person at this machine. Throws `ENT_MCP_KEY` where the store has accounts and the key is none.
 */
export async function serveStdio({ store, key, now, version }: StdioOptions): Promise<void> {
  const subject = await subjectFor(store, key, now);
  const records = new Records(store);
  const desk: Desk = {
    subject,
    audit: store.audit,
    now,
    record: () => records.current(),
    marked: () => markedNow(store),
    request: null,
  };
  const server = makeMcpServer(desk, version);
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
  });
  await server.connect(new StdioServerTransport());
  const warming = setTimeout(() => void records.warmUp(), WARM_AFTER_MS);
  process.stdin.once('end', () => void server.close());
  await closed;
  clearTimeout(warming);
}

async function subjectFor(store: Store, key: string | null, now: () => Date): Promise<Subject> {
  if (!(await store.accounts.any())) return LOCAL;
  const holder = key === null ? null : await store.accounts.holderOfKey(key, now().toISOString());
  if (holder === null) throw mcpError('ENT_MCP_KEY', undefined);
  return subjectOf(holder.account, holder.key, holder.scopes);
}

const SCREENERS_KEPT = 8;
/** Long enough that the client's greeting is answered first. */
const WARM_AFTER_MS = 250;

/** The record as it stands, read anew when another process has changed it. */
class Records {
  readonly #store: Store;
  #current: DeskRecord | null = null;
  #screeners = new Map<string, Promise<Screener>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Has the names of now asked for once, so that the first question does not pay for it. Changes no answer. */
  async warmUp(): Promise<void> {
    try {
      await this.current();
      (await this.#screenerOf({ clocks: NOW, lists: null })).warmUp();
    } catch {
      // With nothing held, or a store that fails, the question itself says so in its own words.
    }
  }

  #screenerOf(scope: ScreenScope, screeners = this.#screeners): Promise<Screener> {
    const name = JSON.stringify(scope);
    const held = screeners.get(name) ?? Screener.over(this.#store, scope);
    if (screeners.size >= SCREENERS_KEPT) screeners.clear();
    screeners.set(name, held);
    held.catch(() => screeners.delete(name));
    return held;
  }

  async current(): Promise<DeskRecord> {
    const store = this.#store;
    if (this.#current?.basis.record.stamp === (await store.stamp())) return this.#current;
    const [basis, lists, sources] = [await recordBasis(store), await store.lists(), await store.sources()];
    const screeners = new Map<string, Promise<Screener>>();
    this.#current = {
      store,
      lists,
      sources,
      basis,
      screener: (scope: ScreenScope) => this.#screenerOf(scope, screeners),
    };
    this.#screeners = screeners;
    return this.#current;
  }
}
