import type { Json, Store } from '../store/index.ts';
import { askedHere } from './asked-here.ts';
import type { Context } from './context.ts';

/** Enters in the audit log what the person at this machine did with accounts or with the log itself. */
export async function enterAct(context: Context, store: Store, action: string, asked: Json): Promise<void> {
  await store.audit.append(
    {
      at: context.io.now().toISOString(),
      ...askedHere(),
      action,
      verdict: 'permit',
      reasons: [],
      asked,
      basis: null,
      result: null,
      markings: [],
    },
    { durable: true },
  );
}
