import type { Json, Store } from '../store/index.ts';
import { askedHere } from './asked-here.ts';

/** Enters in the audit log what the person at this machine did. */
export async function enterAct(now: Date, store: Store, action: string, asked: Json): Promise<void> {
  await store.audit.append(
    {
      at: now.toISOString(),
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
