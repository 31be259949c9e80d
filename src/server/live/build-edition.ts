import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { RULES_VERSION } from '../../names/index.ts';
import { Screener, type SharedNames } from '../../screening/index.ts';
import { Store } from '../../store/index.ts';
import { buildCollections } from '../collection/datasets.ts';
import { type Blocks, readEdition, saveEdition } from './saved-edition.ts';

/** What is to be built: the whole edition of now, or the names alone, of now or as they were known at a moment. */
export interface Building {
  readonly location: string;
  readonly knownAt: string | null;
  readonly namesAlone: boolean;
}

/** What was built, of which state of the store. */
export interface Built {
  readonly stamp: string;
  readonly blocks: Blocks;
}

/** Names a state of the store together with the rules by which it is read here. */
export async function editionStamp(store: Store): Promise<string> {
  return `${await store.stamp()} ${RULES_VERSION} ${FORM}`;
}

/** The form of the blocks; another number makes all saved editions worthless. */
const FORM = 5;

/**
 * Builds an edition beside the thread that answers. A whole one is built by a process of its own, which leaves it in the
 * file beside the store and gives all its memory back; names alone, or where nothing can be written there, by a thread.
 * An abort ends it at once.
 */
export async function buildEdition(building: Building, signal?: AbortSignal): Promise<Built> {
  // Only compiled code can start a thread on this Node; the tests of the room build in their own.
  if (import.meta.url.endsWith('.ts')) return build(building);
  if (!building.namesAlone) {
    const stamp = await inProcess(building, signal);
    const blocks = stamp === null ? undefined : readEdition(building.location, stamp);
    if (stamp !== null && blocks !== undefined) return { stamp, blocks };
  }
  return inThread(building, signal);
}

/** How much less than requests the building may have of the processor (`nice`). */
const NICE = 10;
const ARGUMENT = '--build-edition';

/** The stamp of what was built and saved; `null` where it could not be saved. */
function inProcess(building: Building, signal?: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [ARGUMENT], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const stop = () => void child.kill('SIGKILL');
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    child.once('message', ({ stamp }: { readonly stamp: string | null }) => resolve(stamp));
    child.once('error', reject);
    child.once('exit', (code, by) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the process that builds the index ended (${code ?? by})`));
    });
    child.send(building);
  });
}

function inThread(building: Building, signal?: AbortSignal): Promise<Built> {
  const worker = new Worker(new URL(import.meta.url), { workerData: building });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    worker.once('message', (built: Built) => resolve(built));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the thread that builds the index ended (${code})`));
    });
  });
}

async function build({
  location,
  knownAt,
  namesAlone,
}: Building): Promise<Built & { readonly saved: boolean }> {
  let saved = false;
  const store = await Store.open(location, { mustExist: true, frozen: true });
  try {
    const stamp = await editionStamp(store);
    const held = (await store.lists()).some((list) => list.snapshots.length > 0);
    const blocks = new Map<string, SharedArrayBuffer>();
    if (held) {
      const [index, columns] = await namesThen(store, knownAt);
      blocks.set('names', shared(index));
      blocks.set('columns', shared(columns));
    }
    if (!namesAlone) {
      for (const [dataset, { names, columns }] of await buildCollections(store)) {
        blocks.set(`${dataset}/names`, names);
        blocks.set(`${dataset}/columns`, columns);
      }
      saved = saveEdition(location, stamp, blocks);
    }
    return { stamp, blocks, saved };
  } finally {
    await store.close();
  }
}

/** The names alone: what they were made with is let go before the collections are made. */
async function namesThen(store: Store, knownAt: string | null): Promise<SharedNames> {
  return (await Screener.over(store, { clocks: { asOf: null, knownAt }, lists: null })).names;
}

function shared(bytes: ArrayBufferLike): SharedArrayBuffer {
  if (bytes instanceof SharedArrayBuffer) return bytes;
  const copy = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(new Uint8Array(bytes));
  return copy;
}

if (!isMainThread && parentPort !== null && isBuilding(workerData)) {
  parentPort.postMessage(await build(workerData));
}
if (isMainThread && process.argv[2] === ARGUMENT && process.send !== undefined) {
  process.once('disconnect', () => process.exit(1));
  process.once('message', async (building: Building) => {
    try {
      setPriority(NICE);
    } catch (error) {
      // A system that does not let it lowers nothing; it is built all the same.
      if (!(error instanceof Error && 'syscall' in error)) throw error;
    }
    const { stamp, saved } = await build(building);
    process.send?.({ stamp: saved ? stamp : null }, () => process.exit(0));
  });
}

function isBuilding(data: unknown): data is Building {
  return typeof data === 'object' && data !== null && 'location' in data && 'knownAt' in data;
}
