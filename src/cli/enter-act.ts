import { userInfo } from 'node:os';
import type { Json, Store } from '../store/index.ts';
import type { Context } from './context.ts';

/** Enters in the audit log what the person at this machine did with accounts or with the log itself. */
export async function enterAct(context: Context, store: Store, action: string, asked: Json): Promise<void> {
  await store.audit.append(
    {
      at: context.io.now().toISOString(),
      subject: { id: 'local', name: userInfo().username, kind: 'local', key: null },
      channel: 'command-line',
      action,
      verdict: 'permit',
      reasons: [],
      asked,
      basis: null,
      result: null,
      markings: [],
      request: null,
    },
    { durable: true },
  );
}
