import type { Marked, Screens } from '../app/index.ts';
import type { Source } from '../kernel/index.ts';
import type { Subject } from '../policy/index.ts';
import type { ScreenScope } from '../screening/index.ts';
import type { Audit, AuditBasis, ListState, Store } from '../store/index.ts';

/** One state of the record, from which one call is answered. */
export interface DeskRecord {
  readonly store: Store;
  readonly lists: readonly ListState[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly basis: AuditBasis;
  screener(scope: ScreenScope): Promise<Screens>;
  /** Where dialogues and kept documents are read as they stand; left out, the store itself. */
  readonly live?: Store;
}

/** Where tools are asked: by whom, of what record, and where it is entered. */
export interface Desk {
  readonly subject: Subject;
  readonly audit: Audit;
  readonly now: () => Date;
  /** The record as it stands when a call comes in. */
  readonly record: () => Promise<DeskRecord>;
  readonly marked: () => Promise<Marked>;
  /** The request that brought the call, for the audit log; `null` over stdio. */
  readonly request: string | null;
}
