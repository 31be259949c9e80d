import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { EntError, type ErrorStatus } from '../../kernel/index.ts';
import { type Outcomes, type Progresses, perform, type Task } from './task.ts';

interface Order {
  readonly location: string;
  readonly task: Task;
}

type Message =
  | { readonly kind: 'progress'; readonly progress: unknown }
  | { readonly kind: 'done'; readonly outcome: unknown }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly status: ErrorStatus;
      readonly message: string;
    }
  | { readonly kind: 'fault'; readonly stack: string };

/**
 * Does a task in a thread of its own and gives what it gave; what it threw is thrown again. An abort lets it stop at
 * its next rest.
 */
export function runTask<K extends Task['kind']>(
  location: string,
  task: Task & { readonly kind: K },
  options: { readonly onProgress?: (progress: Progresses[K]) => void; readonly signal?: AbortSignal } = {},
): Promise<Outcomes[K]> {
  const { onProgress = () => undefined, signal = new AbortController().signal } = options;
  // Only compiled code can start a thread on this Node; the tests of the room work in their own.
  if (import.meta.url.endsWith('.ts')) return perform(location, task, onProgress, signal);
  const order: Order = { location, task };
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    const stop = () => worker.postMessage('stop');
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.progress as Progresses[K]);
      else if (message.kind === 'done') resolve(message.outcome as Outcomes[K]);
      else if (message.kind === 'refused')
        reject(new EntError(message.code, message.status, message.message));
      else reject(Object.assign(new Error('a task failed'), { stack: message.stack }));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`the thread of a task ended (${code})`));
    });
  });
}

if (!isMainThread && parentPort !== null && isOrder(workerData)) {
  const port = parentPort;
  const say = (message: Message) => port.postMessage(message);
  const stopping = new AbortController();
  port.once('message', () => stopping.abort());
  try {
    const progress = (one: unknown) => say({ kind: 'progress', progress: one });
    say({
      kind: 'done',
      outcome: await perform(workerData.location, workerData.task, progress, stopping.signal),
    });
  } catch (error) {
    if (error instanceof EntError) {
      const { code, status, message } = error;
      say({ kind: 'refused', code, status, message });
    } else
      say({ kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  port.close();
}

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'task' in data && 'location' in data;
}
